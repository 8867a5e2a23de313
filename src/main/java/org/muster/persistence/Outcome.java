package org.muster.persistence;

/** What is known about the best schedule of a plan. */
public enum Outcome {
    /** Every rule is kept, and no schedule is better: proven. */
    OPTIMAL,
    /** Every rule is kept. */
    FEASIBLE,
    /** No schedule can keep every rule: proven. */
    INFEASIBLE
}
