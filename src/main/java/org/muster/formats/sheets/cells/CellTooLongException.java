package org.muster.formats.sheets.cells;

/** A value is longer than a cell of a workbook can be: spreadsheets would cut it, and call the file damaged. */
public final class CellTooLongException extends RuntimeException {

    private final String column;
    private final String id;

    public CellTooLongException(String column, String id) {
        super("The column (%s) of (%s) is too long for a cell.".formatted(column, id));
        this.column = column;
        this.id = id;
    }

    /** The name of the column. */
    public String column() {
        return column;
    }

    /** The identifier of the item. */
    public String id() {
        return id;
    }
}
