package org.muster.persistence.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Score;

/**
 * A plan without its problem and its schedule.
 *
 * @param name what the caller calls it
 * @param origin the rounds of a district that it plans; null for a problem that came by itself
 * @param partOf of which plan it is a part; null for a plan of its own
 * @param parts those that it is solved in; empty where it is solved in one piece, and in lists of plans
 * @param outcome null until something is known
 * @param score of the best schedule so far, as the referee counts it; null without a schedule
 * @param started when the first attempt began; null while none has
 * @param ended null until the status is final
 * @param attempt number of the last attempt, 0 before the first
 * @param failure the reason of a failed plan, free of personal data; null otherwise
 * @param software the version that accepted it
 * @param machine what it was last solved on; null before the first attempt
 * @param changedByHand how often changes by hand were saved
 * @param changed when the last ones were; null where there are none
 * @param version goes up with every change
 */
public record Plan(
        UUID id,
        @Nullable String name,
        @Nullable PlanOrigin origin,
        @Nullable PartOf partOf,
        List<Plan> parts,
        PlanStatus status,
        @Nullable Outcome outcome,
        @Nullable Score score,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        SolveOptions options,
        PlanProgress progress,
        int attempt,
        @Nullable String failure,
        String software,
        @Nullable String machine,
        int changedByHand,
        @Nullable Instant changed,
        long version) {

    public Plan {
        parts = List.copyOf(parts);
    }

    /** The tightest bound that is proven; null before there is one. */
    public @Nullable Bound bound() {
        return progress.bound();
    }

    /**
     * How far the schedule may be from the best, as a share of its own soft score; null where no bound or score is
     * known, a rule is broken, or more heads are missing than the bound proves.
     */
    public @Nullable Double gap() {
        var bound = bound();
        return bound == null || score == null || !bound.isComparableTo(score) ? null : bound.gap(score);
    }

    /**
     * How many weighted heads are missing beyond those that the bound proves to be missing; null without bound or
     * score.
     */
    public @Nullable Long missingHeads() {
        var bound = bound();
        return bound == null || score == null ? null : bound.medium() - score.medium();
    }

    /** When the schedule changed last: the last change by hand, or the end of the search; null before it. */
    public @Nullable Instant stands() {
        return changed != null ? changed : ended;
    }
}
