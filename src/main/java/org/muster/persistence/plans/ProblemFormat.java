package org.muster.persistence.plans;

import org.muster.problem.Problem;

/**
 * Reads a problem from the bytes that were sent and stored, and writes it back. The stores know no formats: a package that
 * does implements this interface.
 */
public interface ProblemFormat {

    /**
     * Reads a problem that was valid when it was accepted.
     *
     * @param gzipped the JSON of the problem, gzipped
     */
    Problem read(byte[] gzipped);

    /** Writes a problem as if it had been sent: JSON, gzipped. */
    byte[] write(Problem problem);
}
