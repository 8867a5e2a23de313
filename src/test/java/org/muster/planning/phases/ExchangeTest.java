package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.RandomSchedules;

class ExchangeTest {
    private static final int EXCHANGES = 100;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static void exchange(ScoreKeeper keeper, int times) {
        var scope = new Scope(new BitSet(), new BitSet());
        scope.demands().set(0, keeper.index().demands());
        scope.cadres().set(0, keeper.index().cadres());
        var likely = LikelyCadres.of(keeper.index(), Optional.empty());
        var exchange = new Exchange(keeper, likely, new Neighbourhood(keeper), new SplittableRandom(7));
        exchange.workOn(scope);
        for (int time = 0; time < times; time++) {
            exchange.exchange(0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void makesNothingWorseWithoutNoise(long seed) {
        var problem = RandomProblems.of(seed, RandomProblems.Size.MEDIUM);
        var keeper = ScoreKeeper.of(ProblemIndex.of(problem), RandomSchedules.orderly(problem, seed));
        var before = keeper.score();
        exchange(keeper, EXCHANGES);
        assertThat(keeper.score()).isGreaterThanOrEqualTo(before);
        assertThat(keeper.score())
                .isEqualTo(Referee.evaluate(problem, keeper.schedule()).score());
    }

    @Test
    void callsWhoIsFree() {
        var district = new ProblemFixture()
                .demand("gate MON 07-15")
                .cadre("tired", tired -> tired.minutesServed(6_000))
                .cadre("fresh")
                .serves("tired", "gate MON 07-15");
        var keeper = ScoreKeeper.of(ProblemIndex.of(district.problem()), district.schedule());
        exchange(keeper, 1);
        assertThat(keeper.duties(keeper.index().findCadre("fresh").orElseThrow()))
                .isOne();
    }

    @Test
    void takesBackWhatGoesAboveACeiling() {
        var district = new ProblemFixture()
                .unit("bank", 1)
                .demand("gate MON 07-15")
                .demand("tower MON 07-15")
                .cadre("tired", tired -> tired.minutesServed(6_000))
                .cadre("weary", weary -> weary.minutesServed(6_000))
                .cadre("li bank")
                .cadre("wu bank")
                .serves("tired", "gate MON 07-15")
                .serves("weary", "tower MON 07-15");
        var keeper = ScoreKeeper.of(ProblemIndex.of(district.problem()), district.schedule());
        exchange(keeper, EXCHANGES);
        assertThat(keeper.hard()).isZero();
    }
}
