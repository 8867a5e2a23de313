package org.muster.solving.bounding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.exact.ExactSearch;
import org.muster.exact.Infeasibility;
import org.muster.exact.Optimum;
import org.muster.problem.SolveOptions;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRules;
import org.muster.schedule.Schedule;

/**
 * What can be proven without prices: the best schedule of a small problem, and that required minimums cannot be kept.
 * A search does without where a proof fails.
 */
final class Proofs {
    private static final Logger LOG = Logger.getLogger(Proofs.class);
    /** Of the time limit, how much a problem may take until it turns out not to be small. */
    private static final int SHARE_FOR_SMALL = 4;

    private final String name;
    private final ProblemIndex index;
    private final ProblemIndex boundIndex;
    private final SolveOptions options;
    private final BooleanSupplier stopped;
    private final long began = System.nanoTime();
    private final FutureTask<Boolean> impossible;
    private volatile boolean ended;
    private volatile boolean infeasible;

    /**
     * Prepares proofs.
     *
     * @param boundIndex of the problem that counts for what is proven: the same one, or one that is no harder
     * @param stopped asked often
     */
    Proofs(String name, ProblemIndex index, ProblemIndex boundIndex, SolveOptions options, BooleanSupplier stopped) {
        this.name = name;
        this.index = index;
        this.boundIndex = boundIndex;
        this.options = options;
        this.stopped = stopped;
        impossible = new FutureTask<>(() -> !Infeasibility.reasons(boundIndex, () -> ended || stopped.getAsBoolean())
                .isEmpty());
    }

    /** The best schedule, when the problem is small. */
    Optional<Optimum> best() {
        return best(index);
    }

    /** The best schedule of the problem that counts for what is proven, when it is small. */
    Optional<Optimum> bestForBound(Optional<Optimum> best) {
        var proven = index == boundIndex ? best : best(boundIndex);
        proven.ifPresent(optimum -> infeasible = !optimum.isFeasible());
        return proven;
    }

    /** The start of the search where it is as good as the optimum: then nothing has to be changed. */
    Schedule nearest(Optimum best, Schedule start) {
        if (start.assignments().isEmpty() || !best.isFeasible()) {
            return best.schedule();
        }
        var kept = ScoreKeeper.of(index, start);
        return kept.score().equals(best.score()) ? kept.schedule() : best.schedule();
    }

    /** Looks in a thread of its own whether the required minimums can be kept, where there are any. */
    void beginWithMinimums() {
        if (boundIndex.problem().dutyRules().stream().anyMatch(Proofs::hasMinimum)) {
            Thread.ofPlatform().daemon().name("minimums-" + name).start(impossible);
        } else {
            impossible.cancel(false);
        }
    }

    /** Gives the look at required minimums some time to come to an end, once a schedule has broken some. */
    void awaitMinimums(Duration patience) {
        try {
            infeasible = !impossible.isCancelled() && impossible.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.infof("Plan %s: rules are broken, and it is not proven that they have to be.", name);
        } catch (ExecutionException e) {
            LOG.errorf(e, "Plan %s: the proof about required minimums failed.", name);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is proven that no schedule keeps every rule. */
    boolean isInfeasible() {
        return infeasible;
    }

    /** Ends what is under way. */
    void end() {
        ended = true;
    }

    private Optional<Optimum> best(ProblemIndex problem) {
        try {
            return ExactSearch.solve(problem, ExactSearch.STEPS, () -> stopped.getAsBoolean() || isTooLong());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "Plan %s: the exact search failed; the plan is solved as a large one.", name);
            return Optional.empty();
        }
    }

    /** With a step limit the schedule must not depend on how fast the machine is. */
    private boolean isTooLong() {
        var limit = options.stepLimit() == null ? options.timeLimit().dividedBy(SHARE_FOR_SMALL) : options.timeLimit();
        return System.nanoTime() - began > limit.toNanos();
    }

    private static boolean hasMinimum(DutyRules rules) {
        return rules.limits().entrySet().stream()
                .anyMatch(entry -> entry.getKey().canBeMendedByMoreDuties()
                        && entry.getValue().isRequired());
    }
}
