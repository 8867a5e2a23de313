package org.muster.persistence.database;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How records of ours lie in the database: gzipped JSON, by a mapper that the settings of the API do not touch. */
public final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // What a record says beside its components follows from them.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private StoredJson() {}

    public static byte[] write(Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(zipped, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static <T> T read(byte[] json, Class<T> type) {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(json))) {
            return MAPPER.readValue(plain, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
