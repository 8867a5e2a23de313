package org.muster.rest.plans;

import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.PartOf;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.problem.SolveOptions;
import org.muster.rest.errors.ViolationView;
import org.muster.schedule.Score;

/**
 * A plan as callers see it.
 *
 * @param district from whose lists the problem was made; null where it came by itself
 * @param rounds identifiers of the district's rounds that it plans; empty where the problem came by itself
 * @param partOf of which plan it is a part; null for a plan of its own
 * @param parts what it is solved in; empty where that is one piece, and in lists of plans
 * @param outcome null until something is known
 * @param score of the best schedule so far; null without a schedule
 * @param bound a proven limit of the score; null while none is known
 * @param gap how far the score may be from the best, as a share of the soft score; null while no bound is known, where a
 *     rule is broken, and where missingHeads is above 0
 * @param missingHeads how many weighted heads are missing that perhaps need not be; null while no bound is known
 * @param violations where the best schedule breaks rules; only asked for one plan, and only where it breaks any
 * @param infeasibility why no schedule keeps every rule, where that is proven; each reason suffices by itself. Only asked
 *     for one plan. Where violations are listed and outcome is null, it is not proven that rules have to be broken
 * @param failure why a failed plan failed; null otherwise
 * @param changedByHand how often changes of the schedule by hand were saved since it was solved
 * @param changed when the last of them were; null where none were
 * @param attempt how often solving has begun
 * @param software the version that accepted the plan
 * @param machine what it was last solved on; null before
 */
public record PlanView(
        UUID id,
        @Nullable String name,
        @Nullable String district,
        List<String> rounds,
        @Nullable PartOfView partOf,
        List<PlanPartView> parts,
        PlanStatus status,
        @Nullable Outcome outcome,
        @Nullable ScoreView score,
        @Nullable ScoreView bound,
        @Nullable Double gap,
        @Nullable Long missingHeads,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        OptionsView options,
        ProgressView progress,
        List<ViolationView> violations,
        List<InfeasibilityView> infeasibility,
        @Nullable String failure,
        int changedByHand,
        @Nullable Instant changed,
        int attempt,
        String software,
        @Nullable String machine,
        Links links) {

    /** A score, level by level; higher is better. */
    public record ScoreView(long hard, long medium, long soft) {

        public static @Nullable ScoreView of(@Nullable Score score) {
            return score == null ? null : known(score);
        }

        static ScoreView known(Score score) {
            return new ScoreView(score.hard(), score.medium(), score.soft());
        }

        public static @Nullable ScoreView of(@Nullable Bound bound) {
            return bound == null ? null : new ScoreView(0, bound.medium(), bound.soft());
        }
    }

    /**
     * How long and how hard to search.
     *
     * @param from the earlier plan whose schedule the search started from; null for none
     * @param account whose share of the solvers it takes; null for the common one
     * @param priority 1 to 10, more is sooner among the plans of the account
     */
    public record OptionsView(
            Duration timeLimit,
            double gapTarget,
            long seed,
            @Nullable Long stepLimit,
            SolveOptions.Profile profile,
            @Nullable String from,
            @Nullable String account,
            int priority) {

        public static OptionsView of(SolveOptions options) {
            return new OptionsView(
                    options.timeLimit(),
                    options.gapTarget(),
                    options.seed(),
                    options.stepLimit(),
                    options.profile(),
                    options.from(),
                    options.place().account(),
                    options.place().priority());
        }
    }

    /**
     * How far the search is.
     *
     * @param elapsed solving time so far, over all attempts
     * @param phase what it does; null before it has begun
     * @param movesPerSecond moves tried a second; null before it has begun
     * @param bound what is proven so far; null before anything is
     * @param gap between score and bound so far; null while it cannot be told
     */
    public record ProgressView(
            Duration elapsed,
            @Nullable String phase,
            @Nullable Long movesPerSecond,
            @Nullable ScoreView bound,
            @Nullable Double gap) {}

    /**
     * Of which plan a plan is a part.
     *
     * @param name of the part
     * @param plan path of the other plan
     */
    public record PartOfView(String name, String plan) {

        public static @Nullable PartOfView of(@Nullable PartOf partOf, String base) {
            return partOf == null ? null : new PartOfView(partOf.name(), base + "plans/" + partOf.whole());
        }
    }

    /**
     * How a part of a plan stands; its own plan says more.
     *
     * @param name the identifiers of the parts that were sent, joined where several are solved as one
     * @param plan path of its own plan
     * @param elapsed solving time so far, over all attempts
     */
    public record PlanPartView(
            String name,
            String plan,
            PlanStatus status,
            @Nullable ScoreView score,
            @Nullable ScoreView bound,
            @Nullable Double gap,
            Duration elapsed) {

        public static PlanPartView of(Plan part, String base) {
            return new PlanPartView(
                    part.partOf() == null ? "" : part.partOf().name(),
                    base + "plans/" + part.id(),
                    part.status(),
                    ScoreView.of(part.score()),
                    ScoreView.of(part.bound()),
                    part.gap(),
                    part.progress().spent());
        }
    }

    /** Where to go on from here: paths on this host. */
    public record Links(
            String self,
            String problem,
            String schedule,
            String evaluation,
            String bound,
            String course,
            String events,
            String stop) {

        public static Links of(UUID id, String base) {
            var self = base + "plans/" + id;
            return new Links(
                    self,
                    self + "/problem",
                    self + "/schedule",
                    self + "/evaluation",
                    self + "/bound",
                    self + "/course",
                    self + "/events",
                    self + "/stop");
        }
    }

    public static PlanView of(
            Plan plan, List<ViolationView> violations, List<InfeasibilityView> infeasibility, UriInfo uri) {
        return of(plan, violations, infeasibility, uri.getBaseUri().getPath());
    }

    /**
     * The plan.
     *
     * @param base the path that all paths of the API begin with
     */
    public static PlanView of(
            Plan plan, List<ViolationView> violations, List<InfeasibilityView> infeasibility, String base) {
        return new PlanView(
                plan.id(),
                plan.name(),
                plan.origin() == null ? null : plan.origin().district(),
                plan.origin() == null ? List.of() : plan.origin().rounds(),
                PartOfView.of(plan.partOf(), base),
                plan.parts().stream().map(part -> PlanPartView.of(part, base)).toList(),
                plan.status(),
                plan.outcome(),
                ScoreView.of(plan.score()),
                ScoreView.of(plan.bound()),
                plan.gap(),
                plan.missingHeads(),
                plan.created(),
                plan.started(),
                plan.ended(),
                OptionsView.of(plan.options()),
                new ProgressView(
                        plan.progress().spent(),
                        plan.progress().phase(),
                        plan.progress().movesPerSecond(),
                        ScoreView.of(plan.bound()),
                        plan.gap()),
                violations,
                infeasibility,
                plan.failure(),
                plan.changedByHand(),
                plan.changed(),
                plan.attempt(),
                plan.software(),
                plan.machine(),
                Links.of(plan.id(), base));
    }
}
