package org.muster.benchmark;

import org.jspecify.annotations.Nullable;
import org.muster.schedule.Score;

/**
 * A level that no schedule which keeps the rules can beat.
 *
 * @param medium compared first
 * @param soft compared where the medium levels are equal
 */
record Bound(long medium, long soft) {

    /**
     * How far a schedule may be from the best one, as {@code planning-model.md} defines it; null where the schedule
     * breaks a rule or leaves more heads unfilled than the bound, for then soft points cannot be compared.
     */
    @Nullable
    Double gapOf(Score score) {
        if (!score.isFeasible() || score.medium() != medium) {
            return null;
        }
        return (double) (soft - score.soft()) / Math.max(1, Math.abs(score.soft()));
    }

    /** Whether a schedule does what the bound says is impossible: then one of the two is wrong. */
    boolean isBeatenBy(Score score) {
        return score.isFeasible() && (score.medium() > medium || (score.medium() == medium && score.soft() > soft));
    }

    @Override
    public String toString() {
        return "%dmedium/%dsoft".formatted(medium, soft);
    }
}
