package org.muster.formats.sheets.lines;

import org.jspecify.annotations.Nullable;

/**
 * Cells that a workbook has merged into one. Its value is in the first of them; the others are empty in the file.
 *
 * @param firstRow from 1
 * @param firstColumn from 0
 * @param lastRow inclusive
 * @param lastColumn inclusive
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** The cells that a reference such as {@code C2:C4} means; null where it means none of the largest sheet. */
    public static @Nullable CellRange find(String reference) {
        int colon = reference.indexOf(':');
        var first = CellAddress.find(colon < 0 ? reference : reference.substring(0, colon));
        var last = CellAddress.find(reference.substring(colon + 1));
        return first == null || last == null || last.row() < first.row() || last.column() < first.column()
                ? null
                : new CellRange(first.row(), first.column(), last.row(), last.column());
    }

    boolean hasRow(int row) {
        return firstRow <= row && row <= lastRow;
    }

    boolean hasColumn(int column) {
        return firstColumn <= column && column <= lastColumn;
    }

    /** As a spreadsheet writes it: {@code C2:C4}. */
    String reference() {
        return SheetColumns.lettersOf(firstColumn) + firstRow + ":" + SheetColumns.lettersOf(lastColumn) + lastRow;
    }
}
