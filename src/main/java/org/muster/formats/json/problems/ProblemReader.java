package org.muster.formats.json.problems;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.problem.Problem;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads a problem that is a document of its own, as {@link ProblemWriter} writes it. */
public final class ProblemReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public ProblemReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a problem as a stream, which is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public Problem read(InputStream in) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, this::readBody);
    }

    private Supplier<Problem> readBody(JsonInput in) throws IOException {
        var body = new ProblemBodyReader(limits);
        body.read(in);
        body.check(in);
        return () -> body.draft().toProblem();
    }
}
