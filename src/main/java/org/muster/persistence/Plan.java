package org.muster.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Score;

/**
 * A plan without its problem and its schedule.
 *
 * @param name what the caller calls it
 * @param outcome null until something is known
 * @param score of the best schedule so far, as the referee counts it; null without a schedule
 * @param started when the first attempt began; null while none has
 * @param ended null until the status is final
 * @param attempt number of the last attempt, 0 before the first
 * @param failure the reason of a failed plan, free of personal data; null otherwise
 * @param software the version that accepted it
 * @param machine what it was last solved on; null before the first attempt
 * @param version goes up with every change
 */
public record Plan(
        UUID id,
        @Nullable String name,
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
        long version) {}
