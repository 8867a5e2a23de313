package org.muster.formats.sheets.reading;

/**
 * One item of a list, as a row tells it.
 *
 * @param json an object; what stands in a cell that makes no sense is in it as text
 */
public record SheetItem(String json, SheetRow row) {

    /** Shows the place only: what is said of people does not belong in a log. */
    @Override
    public String toString() {
        return "SheetItem[" + row.place() + "]";
    }
}
