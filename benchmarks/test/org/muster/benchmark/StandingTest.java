package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.schedule.Score;

class StandingTest {
    private static final Contest CONTEST = new Contest(new Instance("dongcheng", 1), 10);
    private static final Score GOOD = new Score(0, -5, -1_010);
    private static final Score FAIR = new Score(0, -5, -1_100);
    private static final Score SHORT = new Score(0, -9, -900);
    private static final Score BROKEN = new Score(-1, 0, 0);

    @Nested
    class OfSeveralRuns {

        @Test
        void noScheduleIsWorseThanABrokenOneAndThatThanShortCover() {
            assertThat(standing(GOOD, null, BROKEN, SHORT, FAIR).worst().score())
                    .isNull();
            assertThat(standing(GOOD, BROKEN, SHORT).worst().score()).isEqualTo(BROKEN);
            assertThat(standing(GOOD, FAIR, SHORT, BROKEN, null).median().score())
                    .isEqualTo(SHORT);
        }
    }

    @Nested
    class BesideAPeer {

        @Test
        void saysHowManyTimesLargerItsGapIs() {
            assertThat(standing(GOOD).comparedWith(standing(FAIR))).isEqualTo("9.2 x");
        }

        @Test
        void saysHowManyWeightedHeadsItFillsFewerOrMore() {
            assertThat(standing(GOOD).comparedWith(standing(SHORT))).isEqualTo("-4 weighted heads");
            assertThat(standing(SHORT).comparedWith(standing(GOOD))).isEqualTo("+4 weighted heads");
        }

        @Test
        void saysThatItHasNothingToShow() {
            assertThat(standing(GOOD).comparedWith(standing(BROKEN))).isEqualTo("breaks rules");
            assertThat(standing(GOOD).comparedWith(standing((Score) null))).isEqualTo("no schedule");
        }

        @Test
        void doesNotDivideByAGapOfNothing() {
            var best = new Score(0, -5, -1_000);
            assertThat(standing(best).comparedWith(standing(FAIR))).isEqualTo("ours is proven best");
            assertThat(standing(best).comparedWith(standing(best))).isEqualTo("both proven best");
        }
    }

    private static Standing standing(@Nullable Score... scores) {
        return new Standing(
                CONTEST,
                Contender.MUSTER,
                Arrays.stream(scores).map(StandingTest::run).toList());
    }

    private static RunResult run(@Nullable Score score) {
        return new RunResult(
                new RunRequest(Contender.MUSTER, CONTEST.instance(), 1, CONTEST.seconds()),
                ChildProcess.Ending.DONE,
                score,
                score,
                new Bound(-5, -1_000),
                null,
                null,
                0,
                List.of());
    }
}
