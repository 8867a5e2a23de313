package org.muster.formats.sheets.cells;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as people type them: blanks of all kinds around them, full-width characters in them. */
public final class TextNormalizer {

    private static final Pattern BETWEEN = Pattern.compile("[\\s_-]");
    private static final char ZERO_WIDTH_SPACE = '\u200B', BYTE_ORDER_MARK = '\uFEFF';

    private TextNormalizer() {}

    /** The text without the blanks at its ends: those that cannot be seen and those of full width among them. */
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The text with a plain space for each blank of another kind. */
    public static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u3000', ' ');
    }

    /** The text in half-width characters, without blanks at its ends. */
    static String halfWidth(String text) {
        boolean isPlain = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
        return stripped(isPlain ? text : Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** The common key of words that mean the same: their letters and signs without blanks. */
    public static String wordKey(String text) {
        return BETWEEN.matcher(halfWidth(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
    }
}
