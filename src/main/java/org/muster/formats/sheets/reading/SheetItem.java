package org.muster.formats.sheets.reading;

/**
 * One item of a list, as a row tells it.
 *
 * @param json an object; it holds the content of an unreadable cell as text
 */
public record SheetItem(String json, SheetRow row) {

    /** Shows the place only: personal data do not belong in a log. */
    @Override
    public String toString() {
        return "SheetItem[" + row.place() + "]";
    }
}
