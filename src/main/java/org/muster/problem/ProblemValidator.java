package org.muster.problem;

import java.util.List;

/** Finds everything that is wrong with a problem whose items are right one by one. */
public final class ProblemValidator {

    private ProblemValidator() {}

    /** All faults between items: duplicate identifiers, unknown references, sums above the limits. */
    @SuppressWarnings("DoNotCallSuggester")
    public static List<Fault> faultsOf(Problem problem, Limits limits) {
        throw new UnsupportedOperationException("not written yet");
    }
}
