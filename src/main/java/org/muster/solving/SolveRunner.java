package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.muster.parts.MergedProblem;
import org.muster.parts.Splitter;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.AttemptStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.StoredProblem;
import org.muster.persistence.queue.QueueStore;
import org.muster.persistence.queue.Ticket;
import org.muster.persistence.queue.Turn;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.solving.WorkerHealth.Step;
import org.muster.solving.process.LogFields;
import org.muster.solving.process.Machine;

/** Makes one attempt at the next plan, and handles every way in which it can end. */
@ApplicationScoped
class SolveRunner {

    /** What is to become of the task. */
    enum Result {
        /** No plan waits. */
        NOTHING_LEFT,
        /** There may be another plan to solve, or the same one again. */
        GO_ON,
        /** Another process has taken it over. */
        TICKET_LOST
    }

    private static final Logger LOG = Logger.getLogger(SolveRunner.class);

    private final PlanStore plans;
    private final QueueStore turns;
    private final AttemptStore attempts;
    private final PartedPlans parts;
    private final RunningSolves running;
    private final SolverConfig config;
    private final SolveMetrics metrics;
    private final WorkerHealth health;
    private final Event<EndedSolve> ended;

    private final Set<Ticket> held = ConcurrentHashMap.newKeySet();
    private volatile boolean handingBack;

    SolveRunner(
            PlanStore plans,
            QueueStore turns,
            AttemptStore attempts,
            PartedPlans parts,
            RunningSolves running,
            SolverConfig config,
            SolveMetrics metrics,
            WorkerHealth health,
            Event<EndedSolve> ended) {
        this.plans = plans;
        this.turns = turns;
        this.attempts = attempts;
        this.parts = parts;
        this.running = running;
        this.config = config;
        this.metrics = metrics;
        this.health = health;
        this.ended = ended;
    }

    /** From now on plans are not solved to their end but handed back, those under way included. */
    void handBackFromNowOn() {
        handingBack = true;
        running.all().forEach(Solve::handBack);
    }

    /** Whether this process solves something for a ticket. */
    boolean holds(Ticket ticket) {
        return held.contains(ticket);
    }

    /** Attempts to solve the plan that is next, and blocks meanwhile. */
    Result solveNext(Ticket ticket) {
        if (handingBack) {
            return Result.GO_ON;
        }
        held.add(ticket);
        try {
            return switch (take(ticket)) {
                case Turn.Begun begun -> {
                    solve(ticket, begun.attempt());
                    yield Result.GO_ON;
                }
                case Turn.NothingWaits _ -> {
                    health.worked(Step.SOLVE);
                    yield Result.NOTHING_LEFT;
                }
                case Turn.TicketLost _ -> Result.TICKET_LOST;
            };
        } finally {
            held.remove(ticket);
        }
    }

    private Turn take(Ticket ticket) {
        try {
            var turn = turns.takeNext(ticket, Machine.DESCRIPTION);
            health.worked(Step.TAKE);
            return turn;
        } catch (RuntimeException e) {
            health.failed(Step.TAKE, e);
            throw e;
        }
    }

    private void solve(Ticket ticket, Attempt attempt) {
        var fields = LogFields.of(attempt);
        LOG.infof("Plan %s: attempt %d begins.", attempt.plan(), attempt.number());
        try {
            solve(attempt);
            health.worked(Step.SOLVE);
        } catch (SearchFailedException e) {
            // The same input would throw again: no further attempt would end otherwise.
            LOG.errorf(e, "Plan %s: attempt %d failed.", attempt.plan(), attempt.number());
            metrics.failed();
            RetryingWriter.write(
                    attempt,
                    () -> handingBack,
                    () -> attempts.fail(attempt, "The search failed (%s).".formatted(e.kind())));
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Maybe other solves took the memory. The attempt counts as lost, and so ends after a few.
            LOG.errorf(e, "Plan %s: attempt %d ran out of memory.", attempt.plan(), attempt.number());
            metrics.lost();
            turns.lose(ticket);
        } catch (RuntimeException e) {
            health.failed(Step.SOLVE, e);
            throw e;
        } finally {
            fields.close();
        }
    }

    private void solve(Attempt attempt) {
        var plan = plans.find(attempt.plan());
        var problem = plans.findProblem(attempt.plan());
        if (plan.isEmpty() || problem.isEmpty()) {
            return; // deleted this very moment
        }
        var parsed = read(problem.get());
        if (!plan.get().parts().isEmpty()) {
            var merged = orFail(() -> parts.merge(plan.get(), parsed));
            RetryingWriter.write(attempt, () -> handingBack, () -> parts.finish(attempt, plan.get(), merged));
            return;
        }
        metrics.begun(plan.get());
        var begun = plans.findBest(attempt.plan());
        var start = begun.map(BestSchedule::schedule)
                .or(() -> plans.findStart(attempt.plan()))
                .map(schedule -> schedule.fitting(parsed))
                .orElse(Schedule.EMPTY);
        var sections = plans.findSections(attempt.plan());
        if (sections.size() > 1 && begun.isEmpty()) {
            var split = orFail(() -> Splitter.split(new MergedProblem(parsed, sections), () -> handingBack));
            if (handingBack) {
                attempts.handBack(attempt, plan.get().progress(), null);
                return;
            }
            if (split.parts().size() > 1) {
                var made = orFail(() -> parts.make(plan.get(), split, start));
                RetryingWriter.write(attempt, () -> handingBack, () -> parts.split(attempt, made));
                return;
            }
        }
        search(attempt, plan.get(), parsed, begun, start);
    }

    private void search(Attempt attempt, Plan plan, Problem problem, Optional<BestSchedule> begun, Schedule start) {
        var index = orFail(() -> ProblemIndex.of(problem));
        var relaxation =
                plans.findRelaxation(attempt.plan()).map(stored -> orFail(() -> ProblemIndex.of(stored.read())));
        var solve = new Solve(
                attempt, index, relaxation.orElse(index), plan, begun, start, attempts, metrics, config.saveInterval());
        running.add(attempt.plan(), solve);
        try {
            if (handingBack) {
                solve.handBack();
            }
            if (solve.run()) {
                ended.fireAsync(new EndedSolve(attempt.plan(), index));
            }
        } finally {
            running.remove(attempt.plan(), solve);
        }
    }

    private static Problem read(StoredProblem stored) {
        return orFail(stored::read);
    }

    /** What throws here would throw again. */
    private static <T> T orFail(Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (RuntimeException e) {
            throw new SearchFailedException(e);
        }
    }
}
