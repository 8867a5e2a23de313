package org.muster.formats.text;

/**
 * Texts that no spreadsheet takes for a formula.
 *
 * <p>Source: OWASP, CSV Injection.
 */
public final class SpreadsheetText {

    private static final char GUARD = '\'';

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front where a spreadsheet could take it for a formula. */
    public static String guarded(String text) {
        return needsGuard(text) || isGuarded(text) ? GUARD + text : text;
    }

    /** The text that {@link #guarded} made a guarded one from; any other text as it is. */
    public static String unguarded(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean isGuarded(String text) {
        return !text.isEmpty()
                && text.charAt(0) == GUARD
                && (needsGuard(text.substring(1)) || isGuarded(text.substring(1)));
    }

    private static boolean needsGuard(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }
}
