package org.muster.formats.sheets.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.text.SpreadsheetText;

/** A table as CSV, UTF-8 with a byte order mark, by which spreadsheets know it. */
final class CsvTableWriter implements TableWriter {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final CsvMapper MAPPER =
            CsvMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

    private final SequenceWriter lines;

    CsvTableWriter(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        lines = MAPPER.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(out);
    }

    @Override
    public void header(String name, List<Heading> headings) throws IOException {
        lines.write(headings.stream().map(Heading::name).toArray(String[]::new));
    }

    @Override
    public void row(List<CellContent> cells) throws IOException {
        lines.write(cells.stream().map(CsvTableWriter::written).toArray(String[]::new));
    }

    /** Numbers are no formulas, whatever their sign. */
    private static String written(CellContent cell) {
        return switch (cell) {
            case CellContent.Amount amount -> amount.text();
            case CellContent.Text(var text, var isForced) when isForced -> SpreadsheetText.forced(text);
            default -> SpreadsheetText.guarded(cell.text());
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
