package org.muster.problem;

import org.muster.problem.faults.Limits;

/**
 * Which texts can be identifiers, kinds and tags.
 *
 * <p>Letters, marks and digits of any script, spaces inside, and {@code . - _ : / @ + # ( ) , & = * | ~}, also the
 * full-width brackets and the middle dot of Chinese texts. Quotes, semicolons, backslashes, angle and curly brackets,
 * control characters and symbols are not among them, so that an identifier is harmless wherever it is shown; nor may a
 * segment between slashes be {@code .} or {@code ..}.
 */
public final class Identifier {

    private static final String PUNCTUATION = " .-_:/@+#(),&=*|~（）·";

    private static final int REPLACEMENT = '?';

    private Identifier() {}

    /** Whether a text of 1 to {@link Limits#IDENTIFIER_LENGTH} characters has only characters that are allowed. */
    public static boolean isAllowed(String text) {
        return !text.isEmpty()
                && text.length() <= Limits.IDENTIFIER_LENGTH
                && text.charAt(0) != ' '
                && text.charAt(text.length() - 1) != ' '
                && !hasDotSegment(text)
                && text.codePoints().allMatch(Identifier::isAllowed);
    }

    /** In an address such a segment would lead somewhere else. */
    private static boolean hasDotSegment(String text) {
        for (var segment : text.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** The text with each character that is not allowed replaced by a question mark, cut to the length allowed. */
    public static String shown(String text) {
        if (isAllowed(text)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints()
                .limit(Limits.IDENTIFIER_LENGTH)
                .map(codePoint -> isAllowed(codePoint) ? codePoint : REPLACEMENT)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** A segment of a JSON Pointer: shown as above, and escaped as RFC 6901 asks. */
    public static String pointerSegment(String text) {
        return shown(text).replace("~", "~0").replace("/", "~1");
    }

    private static boolean isAllowed(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.isIdeographic(codePoint)
                || isMark(codePoint)
                || PUNCTUATION.indexOf(codePoint) >= 0;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
