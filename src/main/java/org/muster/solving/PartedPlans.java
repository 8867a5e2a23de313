package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.referee.Referee;
import org.muster.parts.Part;
import org.muster.parts.Split;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.AttemptStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.PartOf;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.ProblemFormat;
import org.muster.planning.phases.HardRepair;
import org.muster.problem.Problem;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Plans that are solved in parts: each part is a plan of its own, which any worker may solve. The worker that solves
 * the last one releases the whole to be put together.
 */
@ApplicationScoped
class PartedPlans {

    private static final Logger LOG = Logger.getLogger(PartedPlans.class);

    private final PlanStore plans;
    private final AttemptStore attempts;
    private final SolveTasks solveTasks;
    private final ProblemFormat problems;
    private final SolveMetrics metrics;
    private final Clock clock;

    PartedPlans(
            PlanStore plans,
            AttemptStore attempts,
            SolveTasks solveTasks,
            ProblemFormat problems,
            SolveMetrics metrics,
            Clock clock) {
        this.plans = plans;
        this.attempts = attempts;
        this.solveTasks = solveTasks;
        this.problems = problems;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The parts of a plan, two or more. Each has the time limit of the whole. */
    List<NewPlan> make(Plan plan, Split split, Schedule start) {
        LOG.infof(
                "Plan %s: solved in %d parts; %d cadres are lent, %d ceilings divided.",
                plan.id(),
                split.parts().size(),
                split.lent().size(),
                split.divided().size());
        return split.parts().stream().map(part -> part(plan, part, start)).toList();
    }

    /** Leaves a plan to its parts. */
    @Transactional
    void split(Attempt attempt, List<NewPlan> parts) {
        if (attempts.split(attempt, parts)) {
            parts.forEach(part -> solveTasks.add(part.id()));
        }
    }

    private NewPlan part(Plan plan, Part part, Schedule start) {
        return new NewPlan(
                UUID.randomUUID(),
                plan.name(),
                plan.options(),
                null,
                new PartOf(plan.id(), part.name()),
                problems.write(part.problem()),
                List.of(),
                part.relaxed() == null ? null : problems.write(part.relaxed()),
                start.assignments().isEmpty() ? null : start.fitting(part.problem()),
                clock.instant(),
                plan.software());
    }

    /**
     * The schedules of all parts as one. A part that was stopped before it had begun counts with the schedule that it
     * would have started from. Where the plan was to start from a better schedule, or a better one was published, which
     * the parts could not keep each for itself, that one stays.
     */
    BestSchedule merge(Plan plan, Problem problem) {
        var schedule = Split.merge(plan.parts().stream()
                .flatMap(part ->
                        plans
                                .findBest(part.id())
                                .map(BestSchedule::schedule)
                                .or(() -> plans.findStart(part.id()))
                                .stream())
                .toList());
        var merged = new BestSchedule(schedule, Referee.evaluate(problem, schedule));
        var before = plans.findStart(plan.id()).orElseGet(() -> published(problem));
        if (before.assignments().isEmpty() && Merit.of(merged.evaluation()).isDeliverable()) {
            return merged;
        }
        var index = ProblemIndex.of(problem);
        return Stream.of(schedule, before.fitting(problem))
                .map(each -> HardRepair.repaired(index, each, () -> false))
                .map(each -> new BestSchedule(each, Referee.evaluate(problem, each)))
                .max(Comparator.comparing(each -> Merit.of(each.evaluation())))
                .orElse(merged);
    }

    private static Schedule published(Problem problem) {
        return new Schedule(problem.assignments().stream()
                .filter(StandingAssignment::published)
                .map(each -> new Assignment(each.demand(), each.cadre(), false))
                .distinct()
                .toList());
    }

    /** What is proven of a part holds whatever the other parts do. */
    private static boolean isInfeasible(Plan plan) {
        return plan.parts().stream().anyMatch(part -> part.outcome() == Outcome.INFEASIBLE);
    }

    /** Ends a plan whose parts have all ended: stopped where one of them was, failed where one has failed. */
    void finish(Attempt attempt, Plan plan, BestSchedule merged) {
        var failed = plan.parts().stream()
                .filter(part -> part.status() == PlanStatus.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            // The results of the other parts are shown all the same.
            attempts.save(attempt, plan.progress(), merged);
            attempts.fail(attempt, "A part failed. %s".formatted(failed.get().failure()));
            return;
        }
        if (plan.parts().stream().anyMatch(part -> part.status() == PlanStatus.STOPPED)) {
            plans.requestStop(plan.id());
        }
        var score = merged.evaluation().score();
        var bound = plan.bound();
        if (bound != null && bound.isBeatenBy(score)) {
            LOG.errorf("Plan %s: the bound %s of its parts is beaten by a schedule of %s.", plan.id(), bound, score);
            metrics.boundBeaten();
        }
        var outcome = Outcome.of(score, bound, isInfeasible(plan));
        var status = attempts.finish(attempt, plan.progress(), merged, outcome);
        if (status.isPresent()) {
            metrics.ended(plan.progress().spent(), score, bound);
            LOG.infof(
                    "Plan %s: put together of %d parts, %s, %s.",
                    plan.id(), plan.parts().size(), status.get(), score);
        }
    }
}
