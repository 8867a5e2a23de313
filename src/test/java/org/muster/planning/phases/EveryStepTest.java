package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.RandomProblems;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.RandomSchedules;

/** From whatever schedule, no step of the array search gives a duty to somebody who may not serve it. */
class EveryStepTest {
    private static final int STEPS = 400;
    private static final double HOT = 1_000;

    private final SplittableRandom random = new SplittableRandom(7);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static ScoreKeeper anything(long seed) {
        var sizes = RandomProblems.Size.values();
        var problem = RandomProblems.of(seed, sizes[(int) (seed % sizes.length)]);
        return ScoreKeeper.of(ProblemIndex.of(problem), RandomSchedules.anything(problem, seed));
    }

    private static Scope everything(ProblemIndex index) {
        var scope = new Scope(new BitSet(), new BitSet());
        scope.demands().set(0, index.demands());
        scope.cadres().set(0, index.cadres());
        return scope;
    }

    private static LikelyCadres likely(ScoreKeeper keeper) {
        return LikelyCadres.of(keeper.index(), Optional.empty());
    }

    /** Duties that break a rule whatever else their cadre does: skill, availability, service, age, care, place, travel. */
    private static long barred(ScoreKeeper keeper) {
        long barred = 0;
        for (int demand = 0; demand < keeper.index().demands(); demand++) {
            for (int place = 0; place < keeper.heads(demand); place++) {
                barred += keeper.index().mayServe(keeper.cadreAt(demand, place), demand) ? 0 : 1;
            }
        }
        return barred;
    }

    private static void neverBars(ScoreKeeper keeper, int times, Runnable step) {
        long before = barred(keeper);
        for (int time = 0; time < times; time++) {
            step.run();
            long after = barred(keeper);
            assertThat(after).isLessThanOrEqualTo(before);
            before = after;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofTheAnnealer(long seed) {
        var keeper = anything(seed);
        var annealer = new Annealer(keeper, likely(keeper), new Neighbourhood(keeper), random);
        annealer.workOn(everything(keeper.index()));
        neverBars(keeper, STEPS, () -> annealer.anneal(1, HOT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofTheExchange(long seed) {
        var keeper = anything(seed);
        var exchange = new Exchange(keeper, likely(keeper), new Neighbourhood(keeper), random);
        exchange.workOn(everything(keeper.index()));
        neverBars(keeper, STEPS / 10, () -> exchange.exchange(HOT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofTheCompletion(long seed) {
        var keeper = anything(seed);
        var completion = new CoverCompletion(keeper, likely(keeper), random);
        neverBars(keeper, 3, () -> completion.complete(5_000, () -> false));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofTheFilling(long seed) {
        var keeper = anything(seed);
        var filled = CandidateFill.fill(keeper.index(), likely(keeper), keeper.schedule());
        assertThat(barred(ScoreKeeper.of(keeper.index(), filled))).isLessThanOrEqualTo(barred(keeper));
    }
}
