package org.muster.formats.sheets.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.xlsx.XlsxText;

/** Tables as sheets of a workbook. Few rows are in memory at a time. */
final class XlsxTableWriter implements TableWriter {

    private static final int ROWS_IN_MEMORY = 500;
    private static final double WIDTH = 18;
    private static final String REQUIRED = "FFF2CC", OPTIONAL = "EDEDED";

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int row;

    XlsxTableWriter(OutputStream out) {
        workbook = new Workbook(out, "Muster", null);
    }

    @Override
    public void header(String name, List<Heading> headings) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            var heading = headings.get(column);
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, heading.name());
            sheet.style(0, column)
                    .bold()
                    .fillColor(heading.isRequired() ? REQUIRED : OPTIONAL)
                    .set();
        }
        row = 1;
    }

    @Override
    public void row(List<CellContent> cells) throws IOException {
        if (sheet == null) {
            throw new IllegalStateException("A row needs a header above it.");
        }
        for (int column = 0; column < cells.size(); column++) {
            write(cells.get(column), column, sheet);
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(CellContent cell, int column, Worksheet into) {
        if (cell instanceof CellContent.Amount amount && isKept(amount.number())) {
            into.value(row, column, new BigDecimal(amount.text()));
        } else if (!cell.isBlank()) {
            into.inlineString(row, column, XlsxText.written(cell.text()));
        }
    }

    /** Whether a workbook, which knows 15 to 17 digits, keeps a number as it is. */
    private static boolean isKept(BigDecimal number) {
        double kept = number.doubleValue();
        return Double.isFinite(kept) && BigDecimal.valueOf(kept).compareTo(number) == 0;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
