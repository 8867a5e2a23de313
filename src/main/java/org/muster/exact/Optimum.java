package org.muster.exact;

import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * A schedule to which none is preferred, among those that keep every rule but for required duty rules that more duties
 * could mend.
 *
 * @param score its hard level is 0 where a schedule can keep every rule; below 0 none can
 */
public record Optimum(Schedule schedule, Score score) {

    /** Whether any schedule keeps every rule. */
    public boolean isFeasible() {
        return score.isFeasible();
    }
}
