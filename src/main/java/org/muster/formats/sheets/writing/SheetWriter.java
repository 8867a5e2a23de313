package org.muster.formats.sheets.writing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.CellTooLongException;
import org.muster.formats.sheets.cells.Column;
import org.muster.formats.sheets.cells.IdentifierCells;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.cells.Wording;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.formats.sheets.xlsx.XlsxText;
import org.muster.formats.text.SpreadsheetText;

/**
 * Writes a list as a spreadsheet, CSV or XLSX, in Chinese or English. {@link SheetReader} reads the same items from it.
 * Texts that a spreadsheet could take for a formula are guarded.
 */
public final class SheetWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final DistrictList list;
    private final SheetFormat format;
    private final Wording wording;

    /**
     * Prepares to write a list.
     *
     * @param language Chinese headers and words for a Chinese one, those of the API for every other
     */
    public SheetWriter(DistrictList list, SheetFormat format, Locale language) {
        this.list = list;
        this.format = format;
        wording = Wording.of(language);
    }

    /**
     * Writes items, each a JSON object. Fields that are null, and texts and lists that are empty, are left out. The
     * stream is not closed.
     *
     * @throws IllegalArgumentException when an item has a field that the list has no column for
     * @throws CellTooLongException when a value is longer than a cell of a workbook can be
     */
    public void write(Iterable<String> items, OutputStream out) throws IOException {
        try (var table = open(out)) {
            table.header(wording.name(list), headings());
            for (var item : items) {
                table.row(cells(item));
            }
        }
    }

    /**
     * Writes a sheet with nothing but its header; in a workbook, a second sheet explains each column. The stream is not
     * closed.
     */
    public void template(OutputStream out) throws IOException {
        try (var table = open(out)) {
            table.header(wording.name(list), headings());
            if (format == SheetFormat.XLSX) {
                explain(table);
            }
        }
    }

    private TableWriter open(OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvTableWriter(out);
            case XLSX -> new XlsxTableWriter(out);
        };
    }

    private List<TableWriter.Heading> headings() {
        return columns().stream()
                .map(column ->
                        new TableWriter.Heading(wording.column(list, column).header(), column.isRequired()))
                .toList();
    }

    private List<Column> columns() {
        return ListColumns.of(list).all();
    }

    private List<CellContent> cells(String json) throws IOException {
        if (!(MAPPER.readTree(json) instanceof ObjectNode item)) {
            throw new IllegalArgumentException("An item of %s must be a JSON object.".formatted(list.field()));
        }
        String id = item.path("id").asText();
        var cells = new ArrayList<CellContent>();
        for (var column : columns()) {
            var value = column.take(item);
            cells.add(value == null || isEmpty(value) ? CellContent.Text.BLANK : cell(column, value, id));
        }
        refuseRest(item);
        return cells;
    }

    private CellContent cell(Column column, JsonNode value, String id) {
        var cell = column.form().writing().write(value, wording);
        if (format == SheetFormat.XLSX && XlsxText.written(cell.text()).length() > SpreadsheetText.LONGEST) {
            throw new CellTooLongException(wording.column(list, column).header(), id);
        }
        boolean isMistakable = column.form().isOfIdentifiers() && IdentifierCells.isLikeNumber(cell.text());
        return isMistakable ? new CellContent.Text(cell.text(), true) : cell;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.asText().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    /** No field of an item may get lost silently. */
    private void refuseRest(ObjectNode rest) {
        for (var field : rest.properties()) {
            if (field.getValue() instanceof ObjectNode inner) {
                refuseRest(inner);
            } else if (!isEmpty(field.getValue())) {
                throw new IllegalArgumentException(
                        "There is no column of %s for (%s).".formatted(list.field(), field.getKey()));
            }
        }
    }

    private void explain(TableWriter table) throws IOException {
        table.header(
                wording.text("guide"),
                List.of(
                        plain("guide.column"),
                        plain("guide.meaning"),
                        plain("guide.required"),
                        plain("guide.form"),
                        plain("guide.example")));
        for (var column : columns()) {
            var entry = wording.column(list, column);
            table.row(List.of(
                    new CellContent.Text(entry.header()),
                    new CellContent.Text(entry.meaning()),
                    new CellContent.Text(wording.text(column.isRequired() ? "yes" : "no")),
                    new CellContent.Text(wording.form(column)),
                    new CellContent.Text(entry.example())));
        }
    }

    private TableWriter.Heading plain(String key) {
        return new TableWriter.Heading(wording.text(key), false);
    }
}
