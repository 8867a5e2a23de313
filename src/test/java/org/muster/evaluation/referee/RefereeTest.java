package org.muster.evaluation.referee;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.CoverAndGoalsTest;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.Evaluation.Cover;
import org.muster.evaluation.Evaluation.Load;
import org.muster.evaluation.Evaluation.Tally;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.HardRulesTest;
import org.muster.evaluation.Recount;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/** What holds for the account as a whole; single rules have their groups in the other tests of this package. */
class RefereeTest {
    private static final int SEEDS = 300;

    private final ProblemFixture district = new ProblemFixture()
            .demand("gate MON 07-15", 2, 3, 4, 5, 1, 1)
            .demand("tower TUE 07-13", 1, 1, 1)
            .cadre("li")
            .cadre("yang bank")
            .cadre("wu");

    @Test
    void bringsCountsWeightsAndLevelsTogether() {
        district.weight(Rule.TEAM_UNITS, 7)
                .serves("yang", "gate MON 07-15")
                .serves("li", "gate MON 07-15", "tower TUE 07-13");
        var evaluation = Recount.of(district);
        // One head below the ideal 500; yang 8 x 8, li 14 x 14; one unit more 7; no experience 40; a change of site 10.
        assertThat(evaluation.score()).isEqualTo(new Score(0, 0, -(500 + 64 + 196 + 7 + 40 + 10)));
        assertThat(evaluation.tally(Rule.TEAM_UNITS)).isEqualTo(new Tally(Rule.TEAM_UNITS, 1, 7));
        assertThat(evaluation.demands())
                .containsExactly(new Cover("gate-MON-07-15", 2, 0), new Cover("tower-TUE-07-13", 1, 0));
        assertThat(evaluation.loads()).containsExactly(new Load("li", 2, 840), new Load("yang", 1, 480));
        assertThat(evaluation.violations()).isEmpty();
    }

    @Test
    void countsAnEmptySchedule() {
        var evaluation = Referee.evaluate(district.problem(), Schedule.EMPTY);
        assertThat(evaluation.score()).isEqualTo(new Score(0, -(2 * 5 + 1), -500));
        assertThat(evaluation.loads()).isEmpty();
        assertThat(evaluation.demands())
                .containsExactly(new Cover("gate-MON-07-15", 0, 2), new Cover("tower-TUE-07-13", 0, 1));
    }

    @Test
    void countsAProblemWithoutAnything() {
        assertThat(Recount.of(new ProblemFixture()).score()).isEqualTo(new Score(0, 0, 0));
    }

    @Test
    void turnsAGoalOffAtWeightZero() {
        district.serves("yang", "gate MON 07-15");
        Rule.goals().forEach(goal -> district.weight(goal, 0));
        assertThat(Recount.of(district).score().soft()).isZero();
    }

    @Test
    void refusesADemandThatTheProblemDoesNotHave() {
        district.serves("yang", "mill MON 07-15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recount.of(district))
                .withMessageContaining("no demand (mill-MON-07-15) among its 2");
    }

    @Test
    void refusesACadreThatTheProblemDoesNotHave() {
        district.serves("zhao", "gate MON 07-15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recount.of(district))
                .withMessageContaining("no cadre (zhao) among its 3");
    }

    @Nested
    class OnRandomSchedules {
        @Test
        void placesAddUpToTheQuantityOfEachHardRule() {
            for (long seed = 0; seed < SEEDS; seed++) {
                var evaluation = evaluationOf(seed);
                var amounts = evaluation.violations().stream()
                        .collect(groupingBy(Violation::rule, summingLong(Violation::amount)));
                for (var tally : evaluation.tallies()) {
                    long expected = tally.rule().level() == Rule.Level.HARD ? tally.quantity() : 0;
                    assertThat(amounts.getOrDefault(tally.rule(), 0L))
                            .as("%s of seed %d", tally.rule(), seed)
                            .isEqualTo(expected);
                }
            }
        }

        @Test
        void onlyFeasibleSchedulesHaveNoViolations() {
            for (long seed = 0; seed < SEEDS; seed++) {
                var evaluation = evaluationOf(seed);
                assertThat(evaluation.violations().isEmpty())
                        .as("seed %d", seed)
                        .isEqualTo(evaluation.score().isFeasible());
                assertThat(evaluation.violations()).as("seed %d", seed).allMatch(place -> place.amount() > 0);
            }
        }

        @Test
        void orderOfAssignmentsDoesNotMatter() {
            for (long seed = 0; seed < SEEDS; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var schedule = RandomSchedules.of(problem, seed);
                var shuffled = new ArrayList<>(schedule.assignments());
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(Referee.evaluate(problem, new Schedule(shuffled)).tallies())
                        .as("seed %d", seed)
                        .isEqualTo(Referee.evaluate(problem, schedule).tallies());
            }
        }

        @Test
        void talliesStandInTheOrderOfTheRules() {
            assertThat(evaluationOf(1).tallies()).extracting(Tally::rule).containsExactly(Rule.values());
        }

        private static Evaluation evaluationOf(long seed) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            return Referee.evaluate(problem, RandomSchedules.of(problem, seed));
        }
    }

    @Nested
    class TestGroups {
        @Test
        void existForEveryRule() {
            assertThat(groupsOf(HardRulesTest.class, CoverAndGoalsTest.class))
                    .containsAll(Arrays.stream(Rule.values()).map(Enum::name).toList());
        }

        @Test
        void existForEveryDutyRule() {
            assertThat(groupsOf(DutyRuleCountTest.class))
                    .containsAll(
                            Arrays.stream(DutyRule.values()).map(Enum::name).toList());
        }

        /** Group names as constants are written: {@code OverlapAndRest} is {@code OVERLAP_AND_REST}. */
        private static Stream<String> groupsOf(Class<?>... tests) {
            return Arrays.stream(tests)
                    .flatMap(test -> Arrays.stream(test.getDeclaredClasses()))
                    .map(Class::getSimpleName)
                    .map(name -> name.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        }
    }
}
