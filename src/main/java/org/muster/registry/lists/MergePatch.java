package org.muster.registry.lists;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InputTooLargeException.Measure;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.problem.faults.UnreadableInputException.Reason;

/** Changes some fields of a JSON object, by RFC 7396. */
final class MergePatch {

    /** Far more than any item has. Patches are kept in memory, while lists are read as streams. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int DEPTH = 32;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
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

    /** Jakarta's reader would accept duplicate fields, and content after the document. */
    private static JsonValue read(InputStream patch) throws IOException {
        var text = decoded(patch);
        try {
            return value(STRICT.readTree(text).toString());
        } catch (StreamConstraintsException e) {
            throw new InputTooLargeException(Measure.DEPTH, DEPTH);
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

    private static String decoded(InputStream patch) throws IOException {
        byte[] bytes = patch.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputTooLargeException(Measure.BYTES, MOST_BYTES);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableInputException(Reason.MALFORMED, 1, 1, "");
        }
    }

    /** The changed object in UTF-8; half a character, which a patch can hold as an escape, is in no item. */
    static byte[] encoded(String json) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new UnreadableInputException(Reason.MALFORMED, 1, 1, "");
        }
    }
}
