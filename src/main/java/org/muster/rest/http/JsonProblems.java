package org.muster.rest.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.problem.Problem;
import org.muster.problem.faults.Limits;
import org.muster.solving.StoredProblems;

/** Stored problems are the JSON they came as. */
@ApplicationScoped
class JsonProblems implements StoredProblems {

    private final ProblemReader reader;

    JsonProblems(Limits limits) {
        this.reader = new ProblemReader(limits);
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
