package org.muster.benchmark;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values, as RFC 4180 has them. */
public final class Csv {
    private Csv() {}

    /** Joins values to a line; null becomes nothing. */
    public static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        boolean isPlain = text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
