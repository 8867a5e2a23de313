package org.muster.solving;

import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.bounds.BoundCalculator;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Score;

/**
 * What is proven about a plan while it is solved, by a thread beside its search. The search does without where the
 * calculation fails.
 */
final class BoundBeside {

    private static final Logger LOG = Logger.getLogger(BoundBeside.class);
    /** Few more come of further steps: 100 take 3 s of a core at Dongcheng. */
    private static final int STEPS = 150;

    private final UUID plan;
    private final ProblemIndex index;
    private final Runnable tightened;
    private final SolveMetrics metrics;
    private final Thread thread;
    private @Nullable Bound best;
    private boolean begun;
    private boolean refuted;
    private volatile boolean cancelled;

    /**
     * Prepares the calculation.
     *
     * @param before what an earlier attempt has proven
     * @param tightened called after each tighter bound, by the thread that calculates
     */
    BoundBeside(UUID plan, ProblemIndex index, @Nullable Bound before, SolveMetrics metrics, Runnable tightened) {
        this.plan = plan;
        this.index = index;
        this.best = before;
        this.metrics = metrics;
        this.tightened = tightened;
        this.thread = Thread.ofPlatform().daemon().name("bound-" + plan).unstarted(this::calculate);
    }

    /** Begins the calculation at the first call, unless an earlier attempt has finished it. */
    synchronized void begin() {
        if (!begun && !cancelled && (best == null || best.steps() < STEPS)) {
            begun = true;
            thread.start();
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

    /** Looks whether a schedule contradicts the bound, and forgets the bound where it does. */
    synchronized void confront(Score score) {
        if (best != null && best.isBeatenBy(score)) {
            LOG.errorf("Plan %s: the bound %s is beaten by a schedule of %s.", plan, best, score);
            metrics.boundBeaten();
            best = null;
            refuted = true;
            cancelled = true;
        }
    }

    /** Gives the calculation some time to finish. */
    void await(Duration patience) {
        if (begun()) {
            join(patience);
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

    private synchronized boolean begun() {
        return begun;
    }

    private void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void calculate() {
        try {
            BoundCalculator.calculate(index, STEPS, this::proven, () -> cancelled);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.errorf(e, "Plan %s: the calculation of its bound failed; the search goes on.", plan);
        }
    }

    private void proven(Bound bound) {
        if (accept(bound)) {
            tightened.run();
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
