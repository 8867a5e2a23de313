package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.incremental.ScheduleSnapshot;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Improves a schedule on plain arrays, on several cores: simulated annealing with steps that aim at teams, and
 * exchanges solved as assignment problems.
 *
 * <p>Each core has a strip of the district. After a while the strips are put together and cut anew in another
 * direction. What it returns is never worse than what it was given, and breaks no rule that was kept before.
 */
public final class ArraySearch {
    /** Steps that a searcher tries for each seat before the strips are put together. */
    private static final int STEPS_PER_SEAT = 40;

    private static final int LEAST_STEPS = 20_000;
    /** People who are looked at for open heads, for each step of a round: before the first one, and later. */
    private static final int FIRST_LOOKS_PER_STEP = 10, LOOKS_PER_STEP = 1;

    private static final int MOST_PATIENCE = 16;
    private static final int ROUNDS_BETWEEN_REPAIRS = 8;
    private static final double FIRST_TEMPERATURE = 2.0, LAST_TEMPERATURE = 0.4;

    /**
     * How long to search. The same seed, steps and searchers give the same schedule, unless time ends the search or
     * sets the pace.
     *
     * @param searchers how many search at the same time, 1 or more; best as many as there are cores
     * @param steps how many steps all of them try together; {@link Long#MAX_VALUE} when only time counts
     * @param nanos how long they may take; {@link Long#MAX_VALUE} when only steps count
     */
    public record Effort(long seed, int searchers, long steps, long nanos) {
        public Effort {
            if (searchers < 1 || steps < 0 || nanos < 0) {
                throw new IllegalArgumentException("Nobody searches with %d searchers for %d steps or %d nanoseconds."
                        .formatted(searchers, steps, nanos));
            }
        }
    }

    /** Is told when something better was found. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Called by the thread that searches, which waits meanwhile.
         *
         * @param steps that were tried so far
         * @param best makes the schedule when asked, perhaps later and by another thread
         */
        void improved(Merit merit, long steps, Supplier<Schedule> best);
    }

    private final ProblemIndex index;
    private final Effort effort;
    private final BooleanSupplier stop;
    private final Listener listener;
    private final List<Searcher> searchers = new ArrayList<>();
    private final long started = System.nanoTime();

    private ScheduleSnapshot best;
    private Merit bestMerit;
    private final CoverCompletion completion;
    private long looks;
    /** Rounds that pass before people are looked for again where heads are open: more with each time in vain. */
    private int patience = 1;

    private int waited;

    private ArraySearch(
            ProblemIndex index,
            LikelyCadres likely,
            Schedule start,
            Effort effort,
            BooleanSupplier stop,
            Listener listener) {
        this.index = index;
        this.effort = effort;
        this.stop = stop;
        this.listener = listener;
        var first = ScoreKeeper.of(index, start);
        best = first.roll();
        bestMerit = first.merit();
        var neighbourhood = new Neighbourhood(first);
        var random = new SplittableRandom(effort.seed());
        for (int number = 0; number < effort.searchers(); number++) {
            var keeper = number == 0 ? first : ScoreKeeper.of(index, start);
            searchers.add(new Searcher(keeper, likely, neighbourhood, random.split()));
        }
        completion = new CoverCompletion(first, likely, random.split());
    }

    /**
     * Searches until the effort is made or it is stopped.
     *
     * @param likely whom to look at first
     * @param start where to start from; may break rules, which are then mended where a step can do it
     * @param stop asked often, by several threads
     */
    public static Schedule improve(
            ProblemIndex index,
            LikelyCadres likely,
            Schedule start,
            Effort effort,
            BooleanSupplier stop,
            Listener listener) {
        if (index.demands() == 0 || index.cadres() == 0) {
            return start;
        }
        return new ArraySearch(index, likely, start, effort, stop, listener).improve();
    }

    private Schedule improve() {
        var temperature = new Temperature(FIRST_TEMPERATURE, LAST_TEMPERATURE, effort.steps(), started, effort.nanos());
        long round = roundOfSteps();
        long done = 0;
        looks = FIRST_LOOKS_PER_STEP * round;
        completeCover();
        keepBest(done);
        try (var threads = Executors.newFixedThreadPool(effort.searchers())) {
            for (int turn = 0; done < effort.steps() && !isOver(); turn++) {
                long each = Math.min(round, Math.ceilDiv(effort.steps() - done, effort.searchers()));
                divide(turn);
                search(threads, each, done, temperature);
                putTogether();
                completeCoverNowAndThen(round);
                done += each * effort.searchers();
                if (turn % ROUNDS_BETWEEN_REPAIRS == 0 || isKeepingRules()) {
                    keepBest(done);
                }
            }
        }
        keepBest(done);
        return scheduleOf(best);
    }

    private boolean isOver() {
        return stop.getAsBoolean() || System.nanoTime() - started >= effort.nanos();
    }

    private long roundOfSteps() {
        return Math.max(LEAST_STEPS, STEPS_PER_SEAT * index.seats() / effort.searchers());
    }

    private void divide(int turn) {
        var scopes = Division.of(searchers.getFirst().keeper(), searchers.size(), turn);
        for (int number = 0; number < searchers.size(); number++) {
            searchers.get(number).workOn(scopes.get(number));
            searchers.get(number).leaveRoom((number + turn) % searchers.size(), searchers.size());
        }
    }

    private void search(ExecutorService threads, long steps, long before, Temperature temperature) {
        List<Future<?>> running = new ArrayList<>();
        for (var searcher : searchers) {
            running.add(
                    threads.submit(() -> searcher.search(steps, before, searchers.size(), temperature, this::isOver)));
        }
        for (var each : running) {
            finish(each);
        }
    }

    private static void finish(Future<?> search) {
        try {
            search.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A part of the search has failed.", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was interrupted.", interruption);
        }
    }

    /** Lets every searcher know what the others changed. */
    private void putTogether() {
        var rolls = searchers.stream().map(searcher -> searcher.keeper().roll()).toList();
        for (var searcher : searchers) {
            searcher.takeRoom();
            for (int other = 0; other < searchers.size(); other++) {
                if (searchers.get(other) != searcher) {
                    searcher.follow(searchers.get(other), rolls.get(other));
                }
            }
        }
    }

    private void completeCoverNowAndThen(long round) {
        if (++waited >= patience) {
            waited = 0;
            looks = LOOKS_PER_STEP * round * patience;
            patience = completeCover() ? 1 : Math.min(MOST_PATIENCE, 2 * patience);
        }
    }

    /** Fills open heads that several people must move for; tells whether it could. */
    private boolean completeCover() {
        var first = searchers.getFirst().keeper();
        if (first.medium() == 0 || !completion.complete(looks, this::isOver)) {
            return false;
        }
        var scheduleSnapshot = first.roll();
        searchers.stream().skip(1).forEach(searcher -> searcher.keeper().become(scheduleSnapshot));
        return true;
    }

    private boolean isKeepingRules() {
        return searchers.getFirst().keeper().avoidable() == 0;
    }

    /** Keeps what was found, repaired where it could not be delivered as it is. The search itself goes on unrepaired. */
    private void keepBest(long steps) {
        var keeper = searchers.getFirst().keeper();
        if (!isKeepingRules()) {
            var found = keeper.roll();
            keeper = new ScoreKeeper(index);
            keeper.become(found);
            HardRepair.repair(keeper, this::isOver);
        }
        if (keeper.merit().isBetterThan(bestMerit)) {
            bestMerit = keeper.merit();
            best = keeper.roll();
            var found = best;
            listener.improved(bestMerit, steps, () -> scheduleOf(found));
        }
    }

    private Schedule scheduleOf(ScheduleSnapshot scheduleSnapshot) {
        var keeper = new ScoreKeeper(index);
        keeper.become(scheduleSnapshot);
        return keeper.schedule();
    }
}
