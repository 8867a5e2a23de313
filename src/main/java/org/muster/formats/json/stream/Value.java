package org.muster.formats.json.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a value is read.
 *
 * @param standIn what the others see where the value is missing or broken, so that they can be looked at nevertheless
 * @param reading gives null where the value is broken, and has then reported it
 */
public record Value<T>(T standIn, Reading<@Nullable T> reading) {

    /** Reads the value; where it is broken, that is reported, and the stand-in comes back. */
    public T readOrStandIn(JsonInput in) throws IOException {
        var value = reading.read(in);
        return value != null ? value : standIn;
    }
}
