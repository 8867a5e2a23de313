package org.muster.formats.json.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a value is read.
 *
 * @param standIn replaces a missing or broken value, so that other values can still be checked against it
 * @param reading gives null where the value is broken, and has then reported it
 */
public record Value<T>(T standIn, Reading<@Nullable T> reading) {

    /** Reads the value; where it is broken, reports that and returns the stand-in. */
    public T readOrStandIn(JsonInput in) throws IOException {
        var value = reading.read(in);
        return value != null ? value : standIn;
    }
}
