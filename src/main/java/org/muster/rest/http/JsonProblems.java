package org.muster.rest.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.persistence.plans.ProblemFormat;
import org.muster.problem.Problem;
import org.muster.problem.faults.Limits;

/** Stored problems are the JSON they came as. */
@ApplicationScoped
class JsonProblems implements ProblemFormat {

    private final ProblemReader reader;

    JsonProblems(Limits limits) {
        // What is stored was within the limits when it came; written by us, it can be somewhat longer than it was.
        this.reader = new ProblemReader(limits.withBodyBytes(Long.MAX_VALUE));
    }

    @Override
    public Problem read(byte[] gzipped) {
        try (var json = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return reader.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] write(Problem problem) {
        return new ProblemWriter().gzipped(problem);
    }
}
