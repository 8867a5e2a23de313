package org.muster.solving.bounding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.bounds.BoundCalculator;
import org.muster.flow.TimeValues;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * What is proven about a plan while it is solved, by a thread beside its search. The search goes on without it where
 * the calculation fails.
 */
final class ConcurrentBound {

    private static final Logger LOG = Logger.getLogger(ConcurrentBound.class);
    /** Further steps improve the bound little. */
    private static final int STEPS = 400;

    private final String name;
    private final ProblemIndex index;
    private final Consumer<Bound> tightened;
    private final Runnable refutation;
    private @Nullable Thread thread;
    private @Nullable Bound best;
    private boolean refuted;
    private volatile boolean cancelled;

    /**
     * Prepares the calculation.
     *
     * @param name for the log and the thread
     * @param before what an earlier attempt has proven
     * @param tightened called with each tighter bound, by the thread that calculates
     * @param refutation called when a schedule contradicts the bound
     */
    ConcurrentBound(
            String name, ProblemIndex index, @Nullable Bound before, Consumer<Bound> tightened, Runnable refutation) {
        this.name = name;
        this.index = index;
        this.best = before;
        this.tightened = tightened;
        this.refutation = refutation;
    }

    /**
     * Begins the calculation at the first call, unless an earlier attempt has finished it.
     *
     * @param guide makes a schedule of the problem, from which the values are found where there are none
     * @param values to begin with
     */
    synchronized void begin(Supplier<Schedule> guide, Optional<TimeValues> values) {
        if (thread == null && !cancelled && (best == null || best.steps() < STEPS)) {
            thread = Thread.ofPlatform().daemon().name("bound-" + name).start(() -> calculate(guide, values));
        }
    }

    /** The tightest bound so far. */
    synchronized @Nullable Bound best() {
        return best;
    }

    /** Whether a schedule with this score is known to be no further than this from the best. */
    synchronized boolean isWithin(double gap, Score score) {
        return best != null && best.isComparableTo(score) && best.gap(score) <= gap;
    }

    /** Checks whether a schedule contradicts the bound, and drops the bound where it does. */
    synchronized void confront(Score score) {
        if (best != null && best.isBeatenBy(score)) {
            LOG.errorf("Plan %s: the bound %s is beaten by a schedule of %s.", name, best, score);
            refutation.run();
            best = null;
            refuted = true;
            cancelled = true;
        }
    }

    /** Gives the calculation some time to finish. */
    void await(Duration patience) {
        var begun = thread();
        if (begun != null) {
            try {
                begun.join(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the calculation; what it has proven stays. */
    void cancel() {
        cancelled = true;
    }

    /** Waits until a cancelled calculation has ended. */
    void awaitEnd() {
        await(Duration.ofNanos(Long.MAX_VALUE));
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }

    private void calculate(Supplier<Schedule> guide, Optional<TimeValues> values) {
        // A pool of its own, since the bound would take the common one's cores from the search.
        try (var oneCore = new ForkJoinPool(1)) {
            oneCore.submit(() -> values.or(() -> TimeValues.of(index, guide, () -> cancelled))
                            .ifPresent(known ->
                                    BoundCalculator.calculate(index, known, STEPS, this::proven, () -> cancelled)))
                    .join();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.errorf(e, "Plan %s: the calculation of its bound failed; the search goes on.", name);
        }
    }

    /** Takes over a bound that was proven otherwise, where it is tighter. */
    void proven(Bound bound) {
        if (accept(bound)) {
            tightened.accept(bound);
        }
    }

    private synchronized boolean accept(Bound bound) {
        if (refuted || (best != null && !bound.isTighterThan(best))) {
            return false;
        }
        best = bound;
        return true;
    }
}
