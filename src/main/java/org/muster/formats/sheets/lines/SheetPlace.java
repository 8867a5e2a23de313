package org.muster.formats.sheets.lines;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file, as a spreadsheet shows it.
 *
 * @param sheet the name of the sheet; empty where there are no sheets, as in CSV
 * @param row from 1; 0 for the file as a whole
 * @param column its letters, as {@code C}; null for the whole row, and for a field that has no column in the sheet
 * @param header the name of the column in the file
 */
public record SheetPlace(
        String sheet,
        int row,
        @Nullable String column,
        @Nullable String header) {

    /** The file as a whole. */
    public static final SheetPlace FILE = new SheetPlace("", 0, null, null);
}
