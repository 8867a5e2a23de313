package org.muster.formats.json.problems;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.RecordingStream;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.formats.json.stream.Values;
import org.muster.parts.Merging;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads {@code {name?, problem | parts: [{id, problem}], options?}}. See {@link Merging} for what parts become. */
public final class SubmissionReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public SubmissionReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a submission as a stream, which is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public Submission read(InputStream in) throws IOException {
        var stream = JsonDocument.open(in, limits);
        return JsonDocument.read(stream, limits, json -> new Body(limits, stream).read(json));
    }

    private static final class Body {
        private final RecordingStream stream;
        private final ProblemBodyReader problems;
        private final PartsReader parts;
        private final Shape shape = new Shape();
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<Boolean> problem = shape.optional("problem", new Value<>(false, this::readProblem));
        private final Field<Boolean> several = shape.optional("parts", new Value<>(false, this::readParts));
        private final Field<SolveOptions> options =
                shape.optional("options", new Value<>(SolveOptions.DEFAULT, new SolveOptionsReader()::read));

        Body(Limits limits, RecordingStream stream) {
            this.stream = stream;
            problems = new ProblemBodyReader(limits);
            parts = new PartsReader(limits);
        }

        Supplier<Submission> read(JsonInput in) throws IOException {
            boolean isObject = in.isAt(JsonToken.START_OBJECT);
            var values = in.object(shape);
            if (isObject) {
                checkOneOfTwo(in, values);
            }
            problems.check(in);
            var merged = parts.merge(in);
            return () -> merged.map(whole -> ofParts(values, whole)).orElseGet(() -> ofProblem(values));
        }

        private void checkOneOfTwo(JsonInput in, Values values) {
            boolean hasProblem = values.find(problem) != null;
            boolean hasParts = values.find(several) != null;
            if (hasProblem && hasParts) {
                in.fault("parts", FaultCode.EXCLUSIVE, Map.of("first", problem.name(), "second", several.name()));
            } else if (!hasProblem && !hasParts) {
                in.fault(problem.name(), FaultCode.MISSING, Map.of());
            }
        }

        private Submission ofProblem(Values values) {
            return new Submission(
                    values.find(name), problems.draft().toProblem(), null, values.get(options), stream.recorded());
        }

        private Submission ofParts(Values values, Merging.Merged merged) {
            var whole = merged.whole().problem();
            return new Submission(
                    values.find(name), whole, merged, values.get(options), new ProblemWriter().gzipped(whole));
        }

        private Boolean readProblem(JsonInput in) throws IOException {
            if (in.isAt(JsonToken.START_OBJECT)) {
                stream.startAt(in.offset() - 1);
                problems.read(in);
                stream.endAt(in.offset());
            } else {
                problems.read(in);
            }
            return true;
        }

        private Boolean readParts(JsonInput in) throws IOException {
            parts.read(in);
            return true;
        }
    }
}
