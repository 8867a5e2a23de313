package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Location;

/** Writes fields. What is null or an empty list is left out. */
public final class JsonOutput {

    private final JsonGenerator generator;

    public JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes the content between two brackets. */
    public interface Content {
        void write() throws IOException;
    }

    /** Writes the fields of an item. */
    public interface Fields<T> {
        void write(T item) throws IOException;
    }

    public void object(Content content) throws IOException {
        generator.writeStartObject();
        content.write();
        generator.writeEndObject();
    }

    public void object(String name, Content content) throws IOException {
        generator.writeFieldName(name);
        object(content);
    }

    public <T> void objects(String name, List<T> items, Fields<T> fields) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        generator.writeArrayFieldStart(name);
        for (var item : items) {
            object(() -> fields.write(item));
        }
        generator.writeEndArray();
    }

    public void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            generator.writeStringField(name, text);
        }
    }

    public void texts(String name, Collection<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            generator.writeFieldName(name);
            array(texts);
        }
    }

    public void sortedTexts(String name, Collection<String> texts) throws IOException {
        texts(name, texts.stream().sorted().toList());
    }

    void array(Collection<String> texts) throws IOException {
        generator.writeStartArray();
        for (var text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
    }

    public void arrays(Collection<List<String>> arrays) throws IOException {
        generator.writeStartArray();
        for (var array : arrays) {
            array(array);
        }
        generator.writeEndArray();
    }

    public void date(String name, @Nullable LocalDate date) throws IOException {
        text(name, date == null ? null : date.toString());
    }

    public void number(String name, @Nullable Integer number) throws IOException {
        if (number != null) {
            generator.writeNumberField(name, number);
        }
    }

    public void number(int number) throws IOException {
        generator.writeNumber(number);
    }

    public void numbers(Map<String, Integer> numbers) throws IOException {
        for (var entry : sorted(numbers).entrySet()) {
            number(entry.getKey(), entry.getValue());
        }
    }

    public void decimal(String name, double number) throws IOException {
        generator.writeNumberField(name, number);
    }

    public void decimal(String name, @Nullable BigDecimal number) throws IOException {
        if (number != null) {
            generator.writeNumberField(name, number);
        }
    }

    public void truth(String name, boolean truth) throws IOException {
        generator.writeBooleanField(name, truth);
    }

    public void field(String name) throws IOException {
        generator.writeFieldName(name);
    }

    public void location(Location location) throws IOException {
        object("location", () -> {
            decimal("lat", location.lat());
            decimal("lon", location.lon());
        });
    }

    public static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return new TreeMap<>(map);
    }
}
