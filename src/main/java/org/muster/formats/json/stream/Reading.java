package org.muster.formats.json.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the value one is at to its last token, and reports what is wrong with it. */
@FunctionalInterface
public interface Reading<T extends @Nullable Object> {

    T read(JsonInput in) throws IOException;
}
