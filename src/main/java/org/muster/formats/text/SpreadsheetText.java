package org.muster.formats.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Escapes texts so that no spreadsheet takes them for a formula or a number.
 *
 * <p>Source: OWASP, CSV Injection. Spreadsheets of East Asian languages take full-width signs for the usual ones.
 */
public final class SpreadsheetText {

    /** Characters that a cell of a workbook holds at most; a longer one makes spreadsheets repair the file by cutting. */
    public static final int LONGEST = 32_767;

    private static final char GUARD = '\'';

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n";

    private static final Pattern FORCED = Pattern.compile("\\s*=\"((?:[^\"]|\"\")*)\"\\s*");

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front where a spreadsheet could take it for a formula, or has one already. */
    public static String guarded(String text) {
        return needsGuard(text) || isGuarded(text) ? GUARD + text : text;
    }

    /** The text in a formula that comes to it, so that no spreadsheet makes a number of it. */
    public static String forced(String text) {
        return "=\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The text without the marks that {@link #guarded}, {@link #forced} and people put around it. */
    public static String unguarded(String text) {
        if (isGuarded(text)) {
            return text.substring(1);
        }
        var formula = FORCED.matcher(text);
        return formula.matches() ? formula.group(1).replace("\"\"", "\"") : text;
    }

    /** Whether it has such a mark: an apostrophe in front, {@code ="..."} around it, or a tab at one of its ends. */
    public static boolean isForced(String text) {
        return isGuarded(text)
                || text.startsWith("\t")
                || text.endsWith("\t")
                || FORCED.matcher(text).matches();
    }

    private static boolean isGuarded(String text) {
        return !text.isEmpty() && text.charAt(0) == GUARD;
    }

    private static boolean needsGuard(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String first = Normalizer.normalize(text.substring(0, 1), Normalizer.Form.NFKC);
        return !first.isEmpty() && BEGIN_FORMULAS.indexOf(first.charAt(0)) >= 0;
    }
}
