package org.muster.registry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.muster.problem.UnreadableInputException;
import org.muster.problem.UnreadableInputException.Reason;

/** Changes some fields of a JSON object, by RFC 7396. */
final class MergePatch {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private MergePatch() {}

    /**
     * Applies a patch.
     *
     * @param patch a JSON document; the stream is not closed
     * @return the changed object
     * @throws UnreadableInputException when the patch is no JSON document
     * @throws IOException when the stream breaks
     */
    static String apply(String json, InputStream patch) throws IOException {
        return Json.createMergePatch(read(patch)).apply(value(json)).toString();
    }

    private static JsonValue value(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    /** Jakarta's reader would take a field twice, and what stands behind the document. */
    private static JsonValue read(InputStream patch) throws IOException {
        try {
            return value(STRICT.readTree(patch).toString());
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnreadableInputException(
                    Reason.MALFORMED,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "");
        } catch (JsonException e) {
            throw new UnreadableInputException(Reason.EMPTY, 1, 1, "");
        }
    }
}
