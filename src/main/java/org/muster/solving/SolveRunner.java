package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.muster.persistence.Attempt;
import org.muster.persistence.AttemptStore;
import org.muster.persistence.BestSchedule;
import org.muster.persistence.PlanStore;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Schedule;

/** Makes one attempt at a plan, whatever comes of it. */
@ApplicationScoped
class SolveRunner {

    /** What is to become of the task. */
    enum Result {
        /** Nothing is left to do. */
        DONE,
        /** The plan has to be taken up again. */
        AGAIN
    }

    private static final Logger LOG = Logger.getLogger(SolveRunner.class);

    private final PlanStore plans;
    private final AttemptStore attempts;
    private final RunningSolves running;
    private final StoredProblems problems;
    private final SolverConfig config;
    private final SolveMetrics metrics;
    private final Event<EndedSolve> ended;

    private volatile boolean handingBack;

    SolveRunner(
            PlanStore plans,
            AttemptStore attempts,
            RunningSolves running,
            StoredProblems problems,
            SolverConfig config,
            SolveMetrics metrics,
            Event<EndedSolve> ended) {
        this.plans = plans;
        this.attempts = attempts;
        this.running = running;
        this.problems = problems;
        this.config = config;
        this.metrics = metrics;
        this.ended = ended;
    }

    /** From now on plans are not solved to their end but handed back, those under way included. */
    void handBackFromNowOn() {
        handingBack = true;
        running.all().forEach(Solve::handBack);
    }

    /** Attempts to solve a plan, and blocks meanwhile. Does nothing for a plan that has ended or is gone. */
    Result solve(UUID id) {
        if (handingBack) {
            return Result.AGAIN;
        }
        var attempt = attempts.begin(id, Machine.DESCRIPTION);
        if (attempt.isEmpty()) {
            return Result.DONE;
        }
        var fields = LogFields.of(attempt.get());
        LOG.infof("Plan %s: attempt %d begins.", id, attempt.get().number());
        try {
            return solve(attempt.get());
        } catch (SearchFailedException e) {
            // The same input would throw again: no further attempt would end otherwise.
            LOG.errorf(e, "Plan %s: attempt %d failed.", id, attempt.get().number());
            metrics.failed();
            attempts.fail(attempt.get(), "The search failed (%s).".formatted(e.kind()));
            return Result.DONE;
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Maybe other solves took the memory. The attempt counts as lost, and so ends after a few.
            LOG.errorf(
                    e,
                    "Plan %s: attempt %d ran out of memory.",
                    id,
                    attempt.get().number());
            return Result.AGAIN;
        } finally {
            fields.close();
        }
    }

    private Result solve(Attempt attempt) {
        var plan = plans.find(attempt.plan());
        var problem = plans.findProblem(attempt.plan());
        if (plan.isEmpty() || problem.isEmpty()) {
            return Result.DONE; // deleted this very moment
        }
        metrics.begun(plan.get());
        var parsed = read(problem.get());
        var index = ProblemIndex.of(parsed);
        var begun = plans.findBest(attempt.plan());
        var start = begun.map(BestSchedule::schedule)
                .or(() -> plans.findStart(attempt.plan()))
                .map(schedule -> fitting(schedule, parsed));
        var solve = new Solve(
                attempt,
                index,
                plan.get(),
                begun,
                start.orElse(Schedule.EMPTY),
                attempts,
                metrics,
                config.saveInterval());
        running.add(attempt.plan(), solve);
        try {
            if (handingBack) {
                solve.handBack();
            }
            var result = solve.run();
            if (result == Result.DONE) {
                ended.fireAsync(new EndedSolve(attempt.plan(), index));
            }
            return result;
        } finally {
            running.remove(attempt.plan(), solve);
        }
    }

    /** What of a schedule the problem has demands and cadres for: it may be that of another problem. */
    private static Schedule fitting(Schedule schedule, Problem problem) {
        var demands = problem.demands().stream().map(Demand::id).collect(Collectors.toSet());
        var cadres = problem.cadres().stream().map(Cadre::id).collect(Collectors.toSet());
        return new Schedule(schedule.assignments().stream()
                .filter(assignment -> demands.contains(assignment.demand()) && cadres.contains(assignment.cadre()))
                .toList());
    }

    private Problem read(byte[] gzipped) {
        try {
            return problems.read(gzipped);
        } catch (RuntimeException e) {
            throw new SearchFailedException(e);
        }
    }
}
