package org.muster.formats.sheets.lines;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.formats.sheets.cells.Wording;

/**
 * A notice for the sender of a file that is no fault: hidden cells that were read, or sheets that were not.
 *
 * @param params what the sentence names: {@code sheet}, and by the code {@code rows}, {@code columns}, {@code ranges} or
 *     {@code list}
 */
public record SheetNotice(Code code, Map<String, String> params) {

    private static final Pattern PARAM = Pattern.compile("\\{(\\w+)}");

    /** What it is about. */
    public enum Code {
        /** One of several sheets was read; {@code rows} says how many items it holds. */
        SHEET_READ,
        /** A sheet was not read, as none of its rows is a header of the list. */
        SHEET_NOT_READ,
        /** A sheet was not read, as it holds another list; {@code list}. */
        SHEET_OF_OTHER_LIST,
        /** A sheet was not read, as it is hidden. */
        HIDDEN_SHEET,
        /** Rows were read that are hidden; {@code rows}. */
        HIDDEN_ROWS,
        /** Columns were read that are hidden; {@code columns}. */
        HIDDEN_COLUMNS,
        /** The value of merged cells was read in each of their rows; {@code ranges}. */
        MERGED_CELLS,
        /** Identifiers were read that the sheet keeps as dates; {@code columns}. */
        DATES_AS_IDENTIFIERS;

        /** The code in the API: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SheetNotice {
        params = Map.copyOf(params);
    }

    /** What it says to people, in Chinese or English. */
    public String sentence(Locale language) {
        var wording = Wording.of(language);
        String text = wording.text("notice." + code.id());
        return PARAM.matcher(text).replaceAll(found -> Matcher.quoteReplacement(param(found.group(1), wording)));
    }

    private String param(String name, Wording wording) {
        String value = params.getOrDefault(name, "");
        return name.equals("list") ? wording.text("list." + value) : value;
    }
}
