package org.muster.solving;

import org.muster.problem.Problem;

/**
 * Makes a problem of the bytes that were sent and stored, and the other way round. Solving knows no formats: whoever does gives it one of these.
 */
public interface StoredProblems {

    /**
     * Reads a problem that was valid when it was accepted.
     *
     * @param gzipped the JSON of the problem, gzipped
     */
    Problem read(byte[] gzipped);

    /** Writes a problem as if it had been sent: JSON, gzipped. */
    byte[] write(Problem problem);
}
