package org.muster.solving;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.referee.Referee;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.AttemptStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanProgress;
import org.muster.planning.Progress;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;
import org.muster.solving.bounding.ProvenSearch;

/**
 * One attempt at a plan: searches in the calling thread, and saves the best schedule in another one meanwhile.
 *
 * <p>A database that is away does not end the search. What could not be saved is saved later.
 */
final class Solve implements ProvenSearch.Listener {

    private static final Logger LOG = Logger.getLogger(Solve.class);

    private final Attempt attempt;
    private final Problem problem;
    private final SolveOptions options;
    private final Duration spentBefore;
    private final Schedule start;
    private final AttemptStore attempts;
    private final SolveMetrics metrics;
    private final Duration saveInterval;
    private final ProvenSearch search;
    private final long began = System.nanoTime();
    private final CountDownLatch searchEnded = new CountDownLatch(1);

    private final AtomicReference<@Nullable Report> unsaved = new AtomicReference<>();
    private volatile @Nullable Report latest;
    /** The best that was saved, by an earlier attempt or by this one. */
    private volatile @Nullable BestSchedule saved;

    private volatile @Nullable VirtualMachineError unsaveable;
    private volatile boolean handBack;
    private volatile boolean lost;

    private boolean disagreed;

    /** What the search said last. */
    private record Report(Progress progress, Supplier<Schedule> best) {}

    /**
     * Prepares an attempt.
     *
     * @param boundIndex of the problem whose bound counts, mostly the same
     * @param plan as earlier attempts left it
     * @param before what the last attempt saved
     * @param start where to start from; empty to start from the assignments of the problem
     */
    Solve(
            Attempt attempt,
            ProblemIndex index,
            ProblemIndex boundIndex,
            Plan plan,
            Optional<BestSchedule> before,
            Schedule start,
            AttemptStore attempts,
            SolveMetrics metrics,
            Duration saveInterval) {
        this.attempt = attempt;
        this.problem = index.problem();
        this.options = plan.options();
        this.spentBefore = plan.progress().spent();
        this.saved = before.orElse(null);
        this.start = start;
        this.attempts = attempts;
        this.metrics = metrics;
        this.saveInterval = saveInterval;
        this.search = new ProvenSearch(
                plan.id().toString(), index, boundIndex, remaining(options, spentBefore), plan.bound(), this);
    }

    @Override
    public void progressed(Progress progress, Supplier<Schedule> best) {
        var report = new Report(progress, best);
        latest = report;
        unsaved.set(report);
    }

    @Override
    public void refuted() {
        metrics.boundBeaten();
    }

    /** Ends the search early. Its result counts. */
    void stop() {
        search.stop();
    }

    /** Ends the search early and leaves the rest of it to a later attempt. */
    void handBack() {
        handBack = true;
        search.stop();
    }

    /** Moves tried a second of late; 0 before the search. */
    long movesPerSecond() {
        var report = latest;
        return report == null ? 0 : report.progress().movesPerSecond();
    }

    /**
     * Searches, saves and ends the attempt.
     *
     * @return whether that was the end of the plan
     */
    boolean run() {
        try (search) {
            return search();
        }
    }

    private boolean search() {
        var saver = Thread.ofVirtual().name("save-" + attempt.plan()).start(this::saveUntilTheEnd);
        BestSchedule best;
        try {
            best = better(refereed(search.solve(start)));
        } catch (RuntimeException e) {
            throw new SearchFailedException(e);
        } finally {
            searchEnded.countDown();
            join(saver);
        }
        var error = unsaveable;
        if (error != null) {
            throw error;
        }
        if (lost) {
            LOG.infof("Plan %s: attempt %d has lost its right to write.", attempt.plan(), attempt.number());
            return false;
        }
        if (handBack && isTimeLeft()) {
            attempts.handBack(attempt, progress(), best);
            metrics.handedBack();
            LOG.infof("Plan %s: attempt %d hands back at %s.", attempt.plan(), attempt.number(), score(best));
            return false;
        }
        return finish(best);
    }

    private boolean finish(BestSchedule best) {
        search.confront(score(best));
        var outcome = Outcome.of(score(best), search.bound(), search.isInfeasible());
        var status = RetryingWriter.write(
                attempt, () -> handBack, () -> attempts.finish(attempt, progress(), best, outcome));
        metrics.ended(spent(), score(best), search.bound());
        LOG.infof(
                "Plan %s: attempt %d ends, %s, %s.",
                attempt.plan(), attempt.number(), status.isPresent() ? status.get() : "gone", score(best));
        return status.isPresent();
    }

    private void saveUntilTheEnd() {
        try {
            while (!searchEnded.await(saveInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                save(unsaved.getAndSet(null));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Without saves the search must not go on: it would lose more than a few seconds, and learn of no stop.
            unsaveable = e;
            search.stop();
        }
    }

    private void save(@Nullable Report report) {
        try {
            var best = report == null ? null : bestOf(report);
            switch (metrics.timed(() -> attempts.save(attempt, progress(), best))) {
                case VALID -> keep(best);
                case STOP_REQUESTED -> {
                    keep(best);
                    stop();
                }
                case LOST -> {
                    lost = true;
                    stop();
                }
            }
        } catch (RuntimeException e) {
            metrics.saveFailed();
            LOG.warnf("Plan %s: nothing could be saved (%s); the search goes on.", attempt.plan(), e.toString());
            unsaved.compareAndSet(null, report);
        }
    }

    private void keep(@Nullable BestSchedule best) {
        if (best != null) {
            saved = best;
        }
    }

    private BestSchedule bestOf(Report report) {
        var refereed = refereed(report.best().get());
        compare(report, refereed);
        search.confront(score(refereed));
        return better(refereed);
    }

    private BestSchedule refereed(Schedule schedule) {
        return new BestSchedule(schedule, Referee.evaluate(problem, schedule));
    }

    /** What was saved and shown is never replaced by something worse, be it of an earlier attempt. */
    private BestSchedule better(BestSchedule found) {
        var known = saved;
        return known != null && Merit.of(known.evaluation()).isBetterThan(Merit.of(found.evaluation())) ? known : found;
    }

    /** The referee's word counts; a solver that counts otherwise has a fault, which is logged. */
    private void compare(Report report, BestSchedule refereed) {
        var claimed = report.progress().score();
        if (!disagreed && !claimed.equals(score(refereed))) {
            disagreed = true;
            metrics.disagreed();
            LOG.errorf(
                    "Plan %s: attempt %d claims %s, but the referee counts %s.",
                    attempt.plan(), attempt.number(), claimed, score(refereed));
        }
    }

    private static Score score(BestSchedule best) {
        return best.evaluation().score();
    }

    private PlanProgress progress() {
        var report = latest;
        return report == null
                ? new PlanProgress(spent(), null, null, search.bound())
                : new PlanProgress(
                        spent(),
                        report.progress().phase().name(),
                        report.progress().movesPerSecond(),
                        search.bound());
    }

    private Duration spent() {
        return spentBefore.plusNanos(System.nanoTime() - began);
    }

    private boolean isTimeLeft() {
        return options.timeLimit().minus(spent()).compareTo(SolveOptions.SHORTEST) >= 0;
    }

    /** The options with the time that earlier attempts left over. */
    private static SolveOptions remaining(SolveOptions options, Duration spentBefore) {
        return options.withTimeLimit(options.timeLimit().minus(spentBefore));
    }

    private static void join(Thread saver) {
        try {
            saver.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
