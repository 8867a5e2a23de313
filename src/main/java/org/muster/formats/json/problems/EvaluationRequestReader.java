package org.muster.formats.json.problems;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.Value;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads {@code {problem, schedule}}. A schedule as the service itself gives it is accepted as it is. */
public final class EvaluationRequestReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public EvaluationRequestReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a request as a stream, which is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults, such as a schedule that names an unknown cadre
     * @throws IOException when the stream breaks
     */
    public EvaluationRequest read(InputStream in) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, json -> new Body(limits).read(json));
    }

    private static final class Body {
        private final ProblemBodyReader problems;
        private final ScheduleReader schedules;
        private final Shape shape = new Shape();

        Body(Limits limits) {
            problems = new ProblemBodyReader(limits);
            schedules = new ScheduleReader(limits);
            shape.required("problem", new Value<>(false, in -> {
                problems.read(in);
                return true;
            }));
            shape.required("schedule", new Value<>(false, in -> {
                schedules.read(in);
                return true;
            }));
        }

        Supplier<EvaluationRequest> read(JsonInput in) throws IOException {
            in.object(shape);
            problems.check(in);
            if (problems.wasRead()) {
                schedules.check(in, problems.draft());
            }
            return () -> new EvaluationRequest(problems.draft().toProblem(), schedules.schedule());
        }
    }
}
