package org.muster.formats.sheets.reading;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.ErrorValues;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/** The only sheet of a text file, with one of the separators that it may have. */
record CsvSheet(CsvText text, char separator) implements Sheet {

    /** Characters of one cell; more than that, and a quotation mark was not closed. */
    private static final int LONGEST = 1_000_000;

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    /** The file as each of the separators shows it: only with the right one the header will be known. */
    static List<Sheet> of(Path file) throws IOException {
        var text = CsvText.of(file);
        return Stream.of(',', ';', '\t')
                .<Sheet>map(separator -> new CsvSheet(text, separator))
                .toList();
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Lines open() throws IOException {
        var parser = FACTORY.createParser(text.open());
        parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
        return new CsvLines(parser);
    }

    private static final class CsvLines implements Lines {
        private final CsvParser parser;
        private int number;

        CsvLines(CsvParser parser) {
            this.parser = parser;
        }

        @Override
        public @Nullable Line next() throws IOException {
            number++;
            try {
                return parser.nextToken() == null ? null : line();
            } catch (JacksonException e) {
                throw UnreadableSheetException.row(number, FaultCode.BROKEN_QUOTES);
            }
        }

        private Line line() throws IOException {
            var cells = new ArrayList<CellContent>();
            boolean isTooWide = false;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                var cell = content(parser.getText());
                if (cells.size() < Line.WIDTH) {
                    cells.add(cell);
                } else {
                    isTooWide |= !cell.isBlank();
                }
            }
            return new Line(number, cells, isTooWide, false);
        }

        private static CellContent content(String text) {
            return ErrorValues.contain(text) ? ErrorValues.cell(text) : CellContent.Text.ofField(text);
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
