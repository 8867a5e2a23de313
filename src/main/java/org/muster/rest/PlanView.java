package org.muster.rest;

import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.Outcome;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanStatus;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Score;

/**
 * A plan as callers see it.
 *
 * @param outcome null until something is known
 * @param score of the best schedule so far; null without a schedule
 * @param bound a proven limit of the score; null while none is known
 * @param gap how far the score is from the bound, 0 to 1; null while no bound is known
 * @param violations where the best schedule breaks rules; only asked for one plan, and only where it breaks any
 * @param failure why a failed plan failed; null otherwise
 * @param attempt how often solving has begun
 * @param software the version that accepted the plan
 * @param machine what it was last solved on; null before
 */
public record PlanView(
        UUID id,
        @Nullable String name,
        PlanStatus status,
        @Nullable Outcome outcome,
        @Nullable ScoreView score,
        @Nullable ScoreView bound,
        @Nullable Double gap,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        OptionsView options,
        ProgressView progress,
        List<ViolationView> violations,
        @Nullable String failure,
        int attempt,
        String software,
        @Nullable String machine,
        Links links) {

    /** A score, level by level; higher is better. */
    public record ScoreView(long hard, long medium, long soft) {

        static @Nullable ScoreView of(@Nullable Score score) {
            return score == null ? null : new ScoreView(score.hard(), score.medium(), score.soft());
        }
    }

    /** How long and how hard to search. */
    public record OptionsView(
            Duration timeLimit,
            double gapTarget,
            long seed,
            @Nullable Long stepLimit,
            SolveOptions.Profile profile) {

        static OptionsView of(SolveOptions options) {
            return new OptionsView(
                    options.timeLimit(), options.gapTarget(), options.seed(), options.stepLimit(), options.profile());
        }
    }

    /**
     * How far the search is.
     *
     * @param elapsed solving time so far, over all attempts
     * @param phase what it does; null before it has begun
     * @param movesPerSecond moves tried a second; null before it has begun
     */
    public record ProgressView(
            Duration elapsed,
            @Nullable String phase,
            @Nullable Long movesPerSecond) {}

    /** Where to go on from here: paths on this host. */
    public record Links(String self, String problem, String schedule, String evaluation, String stop) {

        static Links of(UUID id, UriInfo uri) {
            var self = uri.getBaseUri().getPath() + "plans/" + id;
            return new Links(self, self + "/problem", self + "/schedule", self + "/evaluation", self + "/stop");
        }
    }

    static PlanView of(Plan plan, List<ViolationView> violations, UriInfo uri) {
        return new PlanView(
                plan.id(),
                plan.name(),
                plan.status(),
                plan.outcome(),
                ScoreView.of(plan.score()),
                null,
                null,
                plan.created(),
                plan.started(),
                plan.ended(),
                OptionsView.of(plan.options()),
                new ProgressView(
                        plan.progress().spent(),
                        plan.progress().phase(),
                        plan.progress().movesPerSecond()),
                violations,
                plan.failure(),
                plan.attempt(),
                plan.software(),
                plan.machine(),
                Links.of(plan.id(), uri));
    }
}
