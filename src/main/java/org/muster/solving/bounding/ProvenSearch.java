package org.muster.solving.bounding;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.exact.Optimum;
import org.muster.flow.TimeValues;
import org.muster.planning.Progress;
import org.muster.planning.RosterSolver;
import org.muster.planning.SolveListener;
import org.muster.problem.SolveOptions;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * A search, and the calculation of a bound beside it: the search ends when its schedule is known to be as near to the
 * best as was asked for. A small problem is solved to optimality instead. This class knows nothing of plans and their
 * storage.
 */
public final class ProvenSearch implements AutoCloseable {
    private static final Duration PATIENCE_FOR_BOUND = Duration.ofSeconds(2);

    private final ProblemIndex index;
    private final SolveOptions options;
    private final Listener listener;
    private final RosterSolver solver;
    /** Whether the bound is that of the very problem that is searched. */
    private final boolean isOwnBound;

    private final ConcurrentBound bound;
    private final Proofs proofs;
    private final long began = System.nanoTime();
    private volatile @Nullable Score latest;
    /** Whether an early end was asked for. */
    private volatile boolean asked;

    /** Is told what was found, and what was proven. */
    public interface Listener extends SolveListener {

        /** Called with every tighter bound, by the thread that proves: it waits until this returns. */
        default void tightened(Bound bound) {}

        /** Called when a schedule is better than any can be: the bound is erased. */
        default void refuted() {}
    }

    /**
     * Prepares both; the clock runs from now on.
     *
     * @param name for the log and the thread
     * @param index of the problem
     * @param boundIndex of the problem whose bound counts: the same one, or one that is no harder
     * @param before what an earlier search has proven
     */
    public ProvenSearch(
            String name,
            ProblemIndex index,
            ProblemIndex boundIndex,
            SolveOptions options,
            @Nullable Bound before,
            Listener listener) {
        this.index = index;
        this.options = options;
        this.listener = listener;
        isOwnBound = index == boundIndex;
        bound = new ConcurrentBound(name, boundIndex, before, this::tightened, listener::refuted);
        solver = new RosterSolver(index, options, this::progressed);
        proofs = new Proofs(name, index, boundIndex, options, () -> asked);
    }

    /** Prepares both for the same problem. */
    public ProvenSearch(
            String name, ProblemIndex index, SolveOptions options, @Nullable Bound before, Listener listener) {
        this(name, index, index, options, before, listener);
    }

    /**
     * Searches, and blocks meanwhile. The bound begins with the first schedule: until then the flow needs all cores.
     *
     * @param start see {@link RosterSolver#solve}
     */
    public Schedule solve(Schedule start) {
        try {
            return options.stepLimit() == null ? solveWithoutSteps(start) : solveWithSteps(start);
        } finally {
            bound.cancel();
            proofs.end();
        }
    }

    private Schedule solveWithoutSteps(Schedule start) {
        var exact = solveExactly(start);
        return exact.isPresent() ? exact.get() : search(start);
    }

    /**
     * With a step limit the search makes its steps first; the exact search then checks whether the result is optimal.
     */
    private Schedule solveWithSteps(Schedule start) {
        var found = search(start);
        return solveExactly(found).orElse(found);
    }

    private Schedule search(Schedule start) {
        proofs.beginWithMinimums();
        var found = solver.solve(start);
        awaitProofs(found);
        return found;
    }

    private Optional<Schedule> solveExactly(Schedule start) {
        var exact = proofs.best();
        proofs.bestForBound(exact).filter(Optimum::isFeasible).ifPresent(this::proven);
        return exact.map(optimum -> told(optimum.score(), proofs.nearest(optimum, start)));
    }

    private void proven(Optimum optimum) {
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        bound.proven(Bound.exact(optimum.score(), elapsed));
    }

    private Schedule told(Score score, Schedule schedule) {
        latest = score;
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        listener.progressed(new Progress(elapsed, Progress.Phase.SEARCH, score, 0), () -> schedule);
        return schedule;
    }

    /** Whether it is proven that no schedule keeps every rule. */
    public boolean isInfeasible() {
        return proofs.isInfeasible();
    }

    /** Ends the search early. The best schedule so far is still returned. */
    public void stop() {
        asked = true;
        solver.stop();
    }

    /** The tightest bound so far. */
    public @Nullable Bound bound() {
        return bound.best();
    }

    /** Checks whether the score of a schedule contradicts the bound, and drops the bound where it does. */
    public void confront(Score score) {
        bound.confront(score);
    }

    /** Ends the calculation of the bound, and waits until it has ended. */
    @Override
    public void close() {
        bound.cancel();
        bound.awaitEnd();
    }

    private void progressed(Progress progress, Supplier<Schedule> best) {
        bound.begin(best, timeValues());
        latest = progress.score();
        listener.progressed(progress, best);
        stopWhereNearEnough();
    }

    /** Values of the time of other people would say nothing. */
    private Optional<TimeValues> timeValues() {
        return isOwnBound ? solver.timeValues() : Optional.empty();
    }

    private void tightened(Bound tighter) {
        listener.tightened(tighter);
        stopWhereNearEnough();
    }

    /** With a step limit, a proof that comes sooner on one machine than on another must not change the schedule. */
    private void stopWhereNearEnough() {
        var score = latest;
        boolean mayStop = options.stepLimit() == null || options.gapTarget() > 0;
        if (score != null && mayStop && bound.isWithin(options.gapTarget(), score)) {
            solver.stop();
        }
    }

    private void awaitProofs(Schedule found) {
        if (!ScoreKeeper.of(index, found).score().isFeasible()) {
            proofs.awaitMinimums(asked ? Duration.ZERO : PATIENCE_FOR_BOUND);
        } else {
            awaitBound(found);
        }
    }

    /** A small problem may be proven in no time, but have been searched in less. */
    private void awaitBound(Schedule found) {
        var left = options.timeLimit().minusNanos(System.nanoTime() - began);
        if (!asked && left.isPositive()) {
            bound.begin(() -> found, timeValues());
            bound.await(left.compareTo(PATIENCE_FOR_BOUND) < 0 ? left : PATIENCE_FOR_BOUND);
        }
    }
}
