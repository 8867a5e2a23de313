package org.muster.evaluation.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.RandomWalk;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomRows;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Score;

class ScoreKeeperTest {
    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    private static Problem problem(long seed) {
        if (seed % 4 == 0) {
            return RandomRows.of(seed);
        }
        var sizes = RandomProblems.Size.values();
        return RandomProblems.of(seed, sizes[(int) (seed % sizes.length)]);
    }

    private static ScoreKeeper startOn(Problem problem, long seed) {
        return ScoreKeeper.of(ProblemIndex.of(problem), RandomSchedules.of(problem, seed));
    }

    private static Score sum(Score score, Score difference) {
        return new Score(
                score.hard() + difference.hard(),
                score.medium() + difference.medium(),
                score.soft() + difference.soft());
    }

    @Nested
    class AgreesWithTheReferee {

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.incremental.ScoreKeeperTest#seeds")
        void inEveryQuantityAlongAnyWalk(long seed) {
            var problem = problem(seed);
            var keeper = startOn(problem, seed);
            var walk = new RandomWalk(keeper, new SplittableRandom(seed));
            for (int step = 0; step < STEPS; step++) {
                assertAgreement(problem, keeper);
                walk.step();
            }
        }

        private void assertAgreement(Problem problem, ScoreKeeper keeper) {
            var evaluation = Referee.evaluate(problem, keeper.schedule());
            var quantities = keeper.quantities();
            for (var rule : Rule.values()) {
                assertThat(quantities.of(rule))
                        .as("%s", rule)
                        .isEqualTo(evaluation.tally(rule).quantity());
            }
            assertThat(keeper.score()).isEqualTo(evaluation.score());
            assertThat(keeper.merit()).isEqualTo(Merit.of(evaluation));
            assertThat(quantities.score(keeper.index())).isEqualTo(evaluation.score());
        }
    }

    @Nested
    class Weighs {

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.incremental.ScoreKeeperTest#seeds")
        void everyStepAsItTurnsOut(long seed) {
            var keeper = startOn(problem(seed), seed);
            var walk = new RandomWalk(keeper, new SplittableRandom(seed));
            for (int step = 0; step < STEPS; step++) {
                var before = keeper.score();
                var weighed = walk.step();
                assertThat(keeper.score()).isEqualTo(sum(before, weighed));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.incremental.ScoreKeeperTest#seeds")
        void chainsRuleByRule(long seed) {
            var keeper = startOn(problem(seed), seed);
            var walk = new RandomWalk(keeper, new SplittableRandom(seed));
            var before = keeper.quantities();
            var scoreBefore = keeper.score();
            int mark = keeper.mark();
            for (int step = 0; step < 5; step++) {
                walk.step();
            }
            var difference = keeper.quantitiesSince(mark);
            var expected = keeper.quantities();
            expected.subtract(before);
            assertThat(difference.toMap()).isEqualTo(expected.toMap());
            assertThat(keeper.score()).isEqualTo(sum(scoreBefore, difference.score(keeper.index())));
        }
    }

    @Nested
    class ComesBack {

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.incremental.ScoreKeeperTest#seeds")
        void toAMark(long seed) {
            var keeper = startOn(problem(seed), seed);
            var walk = new RandomWalk(keeper, new SplittableRandom(seed));
            walk.step();
            var schedule = keeper.schedule();
            var score = keeper.score();
            int mark = keeper.mark();
            for (int step = 0; step < STEPS; step++) {
                walk.step();
            }
            keeper.undoTo(mark);
            assertThat(keeper.schedule()).isEqualTo(schedule);
            assertThat(keeper.score()).isEqualTo(score);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.incremental.ScoreKeeperTest#seeds")
        void toARoll(long seed) {
            var keeper = startOn(problem(seed), seed);
            var walk = new RandomWalk(keeper, new SplittableRandom(seed));
            var schedule = keeper.schedule();
            var score = keeper.score();
            var roll = keeper.roll();
            for (int step = 0; step < STEPS; step++) {
                walk.step();
            }
            keeper.become(roll);
            assertThat(keeper.schedule()).isEqualTo(schedule);
            assertThat(keeper.score()).isEqualTo(score);
        }
    }
}
