package org.muster.formats.xlsx;

import java.io.Closeable;
import java.io.IOException;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.muster.formats.text.SpreadsheetText;

/**
 * A sheet that is written from top to bottom, laid out for printing: A4 portrait, fitted to the width of the paper,
 * with page numbers. Only a part of it is in memory. Closing it completes it.
 */
final class PrintedSheet implements Closeable {

    private static final int ROWS_IN_MEMORY = 500;
    private static final String PERCENT = "0.0%", LINK_BLUE = "FF0563C1";

    private final Worksheet sheet;
    private final int columns;
    private int row;

    /**
     * Starts a sheet. The one before must be closed.
     *
     * @param name one of {@link SheetNames}
     * @param widths of the columns, in digits
     */
    PrintedSheet(Workbook workbook, String name, int... widths) {
        sheet = workbook.newWorksheet(name);
        columns = widths.length;
        for (int column = 0; column < columns; column++) {
            sheet.width(column, widths[column]);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&A", Position.LEFT);
        sheet.footer("&P / &N", Position.RIGHT);
    }

    /** Writes a row. Columns without a cell stay empty; cells without a column are left out. */
    void row(RowStyle rowStyle, Cell... cells) throws IOException {
        for (int column = 0; column < Math.min(cells.length, columns); column++) {
            write(column, cells[column]);
        }
        rowStyle.apply(sheet.range(row, 0, row, columns - 1).style());
        markLinks(cells);
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void markLinks(Cell... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Cell.Link) {
                sheet.style(row, column).underlined().fontColor(LINK_BLUE).set();
            }
        }
    }

    /** Leaves a row empty. */
    void skip() {
        row++;
    }

    /** The rows written so far stay in view when a reader scrolls, and are repeated on every printed page. */
    void keepInView() {
        sheet.freezePane(0, row);
        sheet.repeatRows(0, row - 1);
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Text(var text) -> {
                if (!text.isEmpty()) {
                    sheet.value(row, column, shown(text));
                }
            }
            case Cell.Count(var count) -> sheet.value(row, column, count);
            case Cell.Percentage(var share) -> {
                sheet.value(row, column, share);
                sheet.style(row, column).format(PERCENT).set();
            }
            case Cell.Link(var text, var target) ->
                sheet.hyperlink(row, column, HyperLink.internal("'%s'!A1".formatted(target), shown(text)));
        }
    }

    /** The text of a cell: guarded against being taken for a formula, and short enough for a cell. */
    private static String shown(String text) {
        String guarded = SpreadsheetText.guarded(text);
        return guarded.length() <= SpreadsheetText.LONGEST
                ? guarded
                : guarded.substring(0, SpreadsheetText.LONGEST - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
