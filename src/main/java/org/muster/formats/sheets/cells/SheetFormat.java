package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of file a spreadsheet is. */
public enum SheetFormat {
    /** Text with separators; written as UTF-8 with a byte order mark. */
    @JsonProperty("csv")
    CSV,
    /** A workbook of Office Open XML. */
    @JsonProperty("xlsx")
    XLSX
}
