package org.muster.formats.json.items;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.muster.district.Item;
import org.muster.formats.json.stream.JsonOutput;

/** Writes items so that {@link ItemReader} reads equal ones. Equal items give equal texts. */
public final class ItemWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The item as a JSON object. Unknown values and empty lists are left out. */
    public String write(Item item) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            var out = new JsonOutput(generator);
            out.object(() -> ItemFormat.of(item.list()).write(item.value(), out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
