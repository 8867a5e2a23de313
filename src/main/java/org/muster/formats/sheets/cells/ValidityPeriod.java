package org.muster.formats.sheets.cells;

import org.jspecify.annotations.Nullable;

/**
 * A value with its period of validity, in brackets behind it: {@code nurse(2020-01-01~2023-12-31)}.
 *
 * @param from empty where the beginning is open
 * @param until empty where the end is open
 */
record ValidityPeriod(String what, String from, String until) {

    /** What a text says; null where there is no time in brackets at its end. */
    static @Nullable ValidityPeriod find(String text) {
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
        int close = text.length() - 1;
        if (open <= 0 || !isClosing(text.charAt(close))) {
            return null;
        }
        String inside = text.substring(open + 1, close);
        var ends = TimeForms.UNTIL.split(inside, 2);
        boolean hasMore = inside.chars().anyMatch(c -> isClosing((char) c));
        return ends.length < 2 || hasMore
                ? null
                : new ValidityPeriod(
                        TextNormalizer.stripped(text.substring(0, open)),
                        TextNormalizer.stripped(ends[0]),
                        TextNormalizer.stripped(ends[1]));
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == '）';
    }
}
