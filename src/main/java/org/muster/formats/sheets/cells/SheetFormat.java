package org.muster.formats.sheets.cells;

/** What kind of file a spreadsheet is. */
public enum SheetFormat {
    /** Text with separators; written as UTF-8 with a byte order mark. */
    CSV,
    /** A workbook of Office Open XML. */
    XLSX
}
