package org.muster.formats.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.muster.problem.InputTooLargeException;
import org.muster.problem.InvalidInputException;
import org.muster.problem.Limits;
import org.muster.problem.SolveOptions;
import org.muster.problem.UnreadableInputException;

/** Reads {@code {name?, problem, options?}}. */
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
        private final Shape shape = new Shape();
        private final Field<String> name = shape.optional("name", Texts.NAME);
        private final Field<SolveOptions> options =
                shape.optional("options", new Value<>(SolveOptions.DEFAULT, new SolveOptionsReader()::read));

        Body(Limits limits, RecordingStream stream) {
            this.stream = stream;
            problems = new ProblemBodyReader(limits);
            shape.required("problem", new Value<>(false, this::readProblem));
        }

        Supplier<Submission> read(JsonInput in) throws IOException {
            var values = in.object(shape);
            problems.check(in);
            return () -> new Submission(
                    values.find(name), problems.draft().toProblem(), values.get(options), stream.recorded());
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
    }
}
