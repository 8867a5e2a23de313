package org.muster.formats.sheets.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One item of a list, as a row tells it.
 *
 * @param item the fields that were told; it holds the content of an unreadable cell as text
 */
public record SheetItem(ObjectNode item, SheetRow row) {

    /** Shows the place only: personal data do not belong in a log. */
    @Override
    public String toString() {
        return "SheetItem[" + row.place() + "]";
    }
}
