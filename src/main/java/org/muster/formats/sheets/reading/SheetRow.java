package org.muster.formats.sheets.reading;

import org.muster.formats.sheets.lines.SheetColumns;
import org.muster.formats.sheets.lines.SheetPlace;

/** A row of a sheet that holds one item, and the cell of each value. */
public final class SheetRow {

    private final SheetColumns columns;
    private final int number;

    SheetRow(SheetColumns columns, int number) {
        this.columns = columns;
        this.number = number;
    }

    /** From 1, as a spreadsheet shows it. */
    public int number() {
        return number;
    }

    /** The row as a whole. */
    public SheetPlace place() {
        return new SheetPlace(columns.sheet(), number, null, null);
    }

    /**
     * Whether the sheet has a column for a value, or for a part of it.
     *
     * @param pointer JSON Pointer inside the item
     */
    public boolean hasColumn(String pointer) {
        return columns.has(pointer);
    }

    /**
     * The place of a value. A nested value has the place of the cell that it shares with others.
     *
     * @param pointer JSON Pointer inside the item, as {@code /min} or {@code /skills/1/skill}; empty for the item
     */
    public SheetPlace placeOf(String pointer) {
        return columns.placeOf(pointer, number);
    }

    /** What all rows of a sheet have in common. */
    SheetColumns columns() {
        return columns;
    }
}
