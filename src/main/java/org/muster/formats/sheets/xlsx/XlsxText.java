package org.muster.formats.sheets.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.formats.text.SpreadsheetText;

/**
 * Texts as a workbook keeps them: a character that XML cannot hold is written by its number, as {@code _x000D_}, and so
 * does the underscore of a text that only looks like this.
 *
 * <p>Source: ECMA-376, part 1, 22.9.2.19 ST_Xstring.
 */
public final class XlsxText {

    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    /** A text that may come from anywhere, as it is kept. */
    public static String written(String text) {
        return encoded(SpreadsheetText.guarded(text));
    }

    static String encoded(String text) {
        return LOOKS_NUMBERED.matcher(text).replaceAll("_x005F_");
    }

    static String decoded(String text) {
        return text.indexOf("_x") < 0
                ? text
                : NUMBERED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(characterOf(found.group(1))));
    }

    private static String characterOf(String number) {
        return Character.toString((char) Integer.parseInt(number, 16));
    }
}
