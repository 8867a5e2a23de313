package org.muster.formats.csv;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.SpreadsheetText;

/**
 * Lines of one kind below the names of their fields, as UTF-8 with a byte order mark, by which spreadsheets know it.
 *
 * @param <L> a record whose texts are {@link #safe}
 */
final class CsvTable<L> {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final CsvMapper MAPPER = new CsvMapper();

    private final ObjectWriter writer;

    CsvTable(Class<L> line) {
        writer = MAPPER.writer(MAPPER.schemaFor(line).withHeader());
    }

    byte[] write(Stream<L> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(BYTE_ORDER_MARK);
        try (var values = writer.writeValues(bytes)) {
            for (var line : (Iterable<L>) lines::iterator) {
                values.write(line);
            }
        }
        return bytes.toByteArray();
    }

    /** A text that no spreadsheet takes for a formula; empty where there is none. */
    static String safe(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.guarded(text);
    }
}
