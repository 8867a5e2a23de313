package org.muster.persistence.plans;

import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.schedule.Score;

/** What is known about the best schedule of a plan. */
public enum Outcome {
    /** Every rule is kept, and no schedule is better: proven. */
    OPTIMAL,
    /** Every rule is kept. */
    FEASIBLE,
    /** No schedule can keep every rule: proven. */
    INFEASIBLE;

    /**
     * What is known of a schedule with a score.
     *
     * @param bound null where nothing is proven
     * @param isInfeasible whether it is proven that no schedule keeps every rule
     * @return null where it breaks a rule and it is not proven that every schedule does
     */
    public static @Nullable Outcome of(Score score, @Nullable Bound bound, boolean isInfeasible) {
        if (!score.isFeasible()) {
            return isInfeasible ? INFEASIBLE : null;
        }
        return bound != null && bound.isReachedBy(score) ? OPTIMAL : FEASIBLE;
    }
}
