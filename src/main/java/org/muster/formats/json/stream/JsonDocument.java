package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InputTooLargeException.Measure;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.problem.faults.UnreadableInputException.Reason;

/** One document: it is read from its first byte to its last, and accepted or refused as a whole. */
public final class JsonDocument {

    private static final int DEPTH = 32;
    private static final int TEXT_LENGTH = 10_000;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxStringLength(TEXT_LENGTH)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(CONSTRAINTS)
            .build();

    private JsonDocument() {}

    /**
     * Reads a document. The stream is not closed.
     *
     * @param reading reads the root value, and gives what makes the result where there are no faults
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public static <T> T read(RecordingStream stream, Limits limits, Reading<Supplier<T>> reading) throws IOException {
        try (var parser = FACTORY.createParser((InputStream) stream)) {
            var in = new JsonInput(parser, new FaultList(limits));
            return read(in, parser, reading);
        }
    }

    /** Reads a document that was made of trees, within the same limits as {@link #read(RecordingStream, Limits, Reading)}. */
    public static <T> T read(JsonNode tree, Limits limits, Reading<Supplier<T>> reading) throws IOException {
        try (var parser = new BoundedTree(tree.traverse())) {
            return read(new JsonInput(parser, new FaultList(limits)), parser, reading);
        }
    }

    /** Holds the texts of a tree to the limits of those that are parsed. */
    private static final class BoundedTree extends JsonParserDelegate {

        BoundedTree(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            switch (token) {
                case FIELD_NAME -> CONSTRAINTS.validateNameLength(currentName().length());
                case VALUE_STRING -> CONSTRAINTS.validateStringLength(getText().length());
                case VALUE_NUMBER_INT ->
                    CONSTRAINTS.validateIntegerLength(getText().length());
                case VALUE_NUMBER_FLOAT ->
                    CONSTRAINTS.validateFPLength(getText().length());
                case null, default -> {}
            }
            return token;
        }
    }

    /** A guarded stream that can keep a part of what is read. */
    public static RecordingStream open(InputStream in, Limits limits) throws IOException {
        return new RecordingStream(BoundedStream.of(in, limits.bodyBytes()));
    }

    private static <T> T read(JsonInput in, JsonParser parser, Reading<Supplier<T>> reading) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw in.unreadable(Reason.EMPTY);
            }
            var result = reading.read(in);
            if (parser.nextToken() != null) {
                throw in.unreadable(Reason.TRAILING_CONTENT);
            }
            if (in.faults().count() > 0) {
                throw in.faults().asException();
            }
            return result.get();
        } catch (StreamConstraintsException e) {
            throw tooLarge(parser);
        } catch (JsonEOFException e) {
            throw in.unreadable(Reason.TRUNCATED, e.getLocation());
        } catch (JacksonException e) {
            throw in.unreadable(Reason.MALFORMED, e.getLocation());
        }
    }

    /** The parser's own message repeats what was sent, so it is not passed on. */
    private static InputTooLargeException tooLarge(JsonParser parser) {
        boolean isTooDeep = parser.getParsingContext().getNestingDepth() > DEPTH;
        return isTooDeep
                ? new InputTooLargeException(Measure.DEPTH, DEPTH)
                : new InputTooLargeException(Measure.TEXT_LENGTH, TEXT_LENGTH);
    }
}
