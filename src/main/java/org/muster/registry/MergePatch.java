package org.muster.registry;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.muster.problem.UnreadableInputException;
import org.muster.problem.UnreadableInputException.Reason;

/** Changes some fields of a JSON object, by RFC 7396. */
final class MergePatch {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private MergePatch() {}

    /**
     * Applies a patch.
     *
     * @param patch a JSON document; the stream is not closed
     * @return the changed object
     * @throws UnreadableInputException when the patch is no JSON document
     */
    static String apply(String json, InputStream patch) {
        return Json.createMergePatch(read(patch)).apply(object(json)).toString();
    }

    private static JsonValue object(String json) {
        try (var reader = READERS.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static JsonValue read(InputStream patch) {
        JsonReader reader = READERS.createReader(patch, StandardCharsets.UTF_8);
        try {
            return reader.readValue();
        } catch (JsonParsingException e) {
            long line = Math.max(1, e.getLocation().getLineNumber());
            long column = Math.max(1, e.getLocation().getColumnNumber());
            throw new UnreadableInputException(Reason.MALFORMED, line, column, "");
        } catch (JsonException | IllegalStateException e) {
            throw new UnreadableInputException(Reason.MALFORMED, 1, 1, "");
        }
    }
}
