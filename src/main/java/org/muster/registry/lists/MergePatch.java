package org.muster.registry.lists;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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

    /** Numbers stay as they are written. */
    private static final JsonMapper STORED = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private MergePatch() {}

    /**
     * Applies a patch.
     *
     * @param json the object that is changed
     * @param patch a JSON document; the stream is not closed
     * @return the changed object
     * @throws UnreadableInputException when the patch is no JSON document
     * @throws IOException when the stream breaks
     */
    static JsonNode apply(String json, InputStream patch) throws IOException {
        var change = read(patch);
        return merged(STORED.readTree(json), change);
    }

    /** What becomes of a value: the function {@code MergePatch} of the RFC. */
    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object : STORED.createObjectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), merged(merged.get(change.getKey()), change.getValue()));
            }
        }
        return merged;
    }

    private static JsonNode read(InputStream patch) throws IOException {
        var text = decoded(patch);
        try {
            var tree = STRICT.readTree(text);
            if (tree.isMissingNode()) {
                throw new UnreadableInputException(Reason.EMPTY, 1, 1, "");
            }
            requireWholeCharacters(tree);
            return tree;
        } catch (StreamConstraintsException e) {
            throw new InputTooLargeException(Measure.DEPTH, DEPTH);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnreadableInputException(
                    Reason.MALFORMED,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "");
        }
    }

    /** Half a character, which a patch can hold as an escape, is in no item. */
    private static void requireWholeCharacters(JsonNode tree) {
        boolean areWhole = !tree.isTextual() || isWhole(tree.textValue());
        for (var field : tree.properties()) {
            areWhole &= isWhole(field.getKey());
        }
        if (!areWhole) {
            throw new UnreadableInputException(Reason.MALFORMED, 1, 1, "");
        }
        tree.forEach(MergePatch::requireWholeCharacters);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
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
}
