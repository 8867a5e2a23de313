package org.muster.persistence.plans;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.muster.problem.Problem;

/** A problem as it is stored. Reading a large one takes a second and some memory, so that callers say when. */
public final class StoredProblem {

    private final byte[] gzipped;
    private final ProblemFormat format;

    StoredProblem(byte[] gzipped, ProblemFormat format) {
        this.gzipped = gzipped;
        this.format = format;
    }

    /** The problem as records. */
    public Problem read() {
        return format.read(gzipped);
    }

    /** Passes its JSON on, byte by byte as it was sent. */
    public void writeTo(OutputStream out) throws IOException {
        try (var json = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            json.transferTo(out);
        }
    }
}
