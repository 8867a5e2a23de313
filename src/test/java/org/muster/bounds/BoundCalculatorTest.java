package org.muster.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.flow.TimeValues;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomRows;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Schedule;

class BoundCalculatorTest {
    private static final int STEPS = 15;

    @Nested
    class AgainstEverySchedule {

        @Test
        void noScheduleBeatsABound() {
            for (long seed = 0; seed < 400; seed++) {
                expectNothingBetter("seed " + seed, RandomProblems.of(seed, RandomProblems.Size.TINY));
            }
        }

        @Test
        void noScheduleBeatsABoundWithOtherWeights() {
            for (long seed = 0; seed < 200; seed++) {
                var problem = RandomProblems.of(seed, RandomProblems.Size.TINY);
                expectNothingBetter(
                        "seed " + seed,
                        problem.toBuilder().weights(randomWeights(seed)).build());
            }
        }

        @Test
        void noScheduleBeatsABoundWhereMuchStands() {
            for (long seed = 0; seed < 200; seed++) {
                var problem = RandomProblems.of(seed, RandomProblems.Size.TINY);
                var published = new ArrayList<StandingAssignment>(problem.assignments());
                problem.demands()
                        .forEach(demand -> published.add(new StandingAssignment(
                                demand.id(), problem.cadres().getFirst().id(), false, true)));
                expectNothingBetter(
                        "seed " + seed,
                        problem.toBuilder().assignments(published).build());
            }
        }

        @Test
        void noScheduleBeatsABoundWhereDutiesFollowEachOther() {
            for (long seed = 0; seed < 400; seed++) {
                expectNothingBetter("seed " + seed, RandomRows.of(seed));
            }
        }

        private void expectNothingBetter(String seed, Problem problem) {
            var best = EverySchedule.best(problem);
            for (var bound : boundsOf(problem)) {
                best.ifPresent(score -> {
                    assertThat(score.medium()).as("medium, %s", seed).isLessThanOrEqualTo(bound.medium());
                    if (score.medium() == bound.medium()) {
                        assertThat(score.soft()).as("soft, %s, %s", seed, bound).isLessThanOrEqualTo(bound.soft());
                    }
                });
            }
        }

        private Weights randomWeights(long seed) {
            var random = new SplittableRandom(seed);
            var weights = new EnumMap<Rule, Integer>(Rule.class);
            Rule.goals().forEach(goal -> weights.put(goal, random.nextInt(3) * random.nextInt(300)));
            return new Weights(weights);
        }
    }

    @Nested
    class OnSmallProblems {

        /** Of each unit one may be away on a date, and nobody may have two duties: the second day can be staffed too. */
        @Test
        void whoMayHaveOneDutyOnlyMayHaveItOnAnyDay() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-13", 1, 1, 1)
                    .demand("gate TUE 07-13", 1, 1, 1)
                    .unit("bank", 1)
                    .dutyRules("once", DutyRule.MAX_DUTIES, DutyLimit.of(1))
                    .cadre("yang bank", yang -> yang.dutyRules("once"))
                    .cadre("li bank", li -> li.dutyRules("once"))
                    .problem();
            expectAll(problem);
        }

        private void expectAll(Problem problem) {
            var best = EverySchedule.best(problem).orElseThrow();
            assertThat(best.medium()).isZero();
            assertThat(boundsOf(problem)).isNotEmpty().allSatisfy(bound -> {
                assertThat(bound.medium()).isZero();
                assertThat(bound.isBeatenBy(best)).isFalse();
            });
        }

        @Test
        void findsTheBestScoreOfAnAssignment() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("yard MON 07-15")
                    .cadre("yang", yang -> yang.minutesServed(600))
                    .cadre("li")
                    .cadre("wu", wu -> wu.minutesServed(60))
                    .problem();
            assertThat(last(problem).soft())
                    .isEqualTo(EverySchedule.best(problem).orElseThrow().soft());
        }

        @Test
        void knowsThatTwoUnitsInATeamCost() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15", 2, 2, 2)
                    .cadre("yang bank")
                    .cadre("li court")
                    .problem();
            assertThat(last(problem).soft())
                    .isEqualTo(EverySchedule.best(problem).orElseThrow().soft());
        }

        @Test
        void knowsThatASixthHeadNeedsASecondExperiencedOne() {
            var fixture = new ProblemFixture().demand("gate MON 07-15", 6, 6, 7);
            for (var cadre : List.of("yang", "li", "wu", "sun", "zhou", "he")) {
                fixture.cadre(cadre);
            }
            var problem = fixture.cadre("sha", sha -> sha.minutesServed(3_000)).problem();
            assertThat(last(problem).soft())
                    .isEqualTo(EverySchedule.best(problem).orElseThrow().soft());
        }

        @Test
        void knowsWhatADayTooManyInARowCosts() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("gate TUE 07-15")
                    .demand("gate WED 07-15")
                    .dutyRules(
                            "rest",
                            DutyRule.MAX_CONSECUTIVE_DAYS,
                            DutyLimit.of(2).preferred(40))
                    .cadre("yang", yang -> yang.dutyRules("rest"))
                    .problem();
            assertThat(last(problem).soft())
                    .isEqualTo(EverySchedule.best(problem).orElseThrow().soft());
        }

        @Test
        void knowsWhatTakingEachPublishedDutyBackCosts() {
            expectBest(new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("yard MON 07-15")
                    .cadre("yang")
                    .cadre("li")
                    .published("yang", 3, "gate MON 07-15")
                    .published("yang", 5, "yard MON 07-15")
                    .published("li", 0, "gate MON 07-15"));
        }

        @Test
        void knowsWhatALongDutyCosts() {
            expectBest(new ProblemFixture()
                    .demand("gate MON 07-19")
                    .weight(Rule.LONG_DAY, 7)
                    .cadre("yang"));
        }

        @Test
        void knowsWhatTwoDutiesOfADayCostTogether() {
            expectBest(new ProblemFixture()
                    .dutyRules("office", 11 * 60)
                    .demand("gate MON 07-13")
                    .demand("gate MON 13-19")
                    .weight(Rule.LONG_DAY, 7)
                    .weight(Rule.FAIRNESS, 0)
                    .cadre("yang", yang -> yang.dutyRules("office")));
        }

        @Test
        void knowsWhatDutiesOfADayAtTwoSitesCostTogether() {
            expectBest(new ProblemFixture()
                    .demand("gate MON 07-13")
                    .demand("yard MON 13-19")
                    .weight(Rule.LONG_DAY, 7)
                    .weight(Rule.FAIRNESS, 0)
                    .weight(Rule.SAME_SITE, 0)
                    .cadre("yang"));
        }

        @Test
        void knowsWhatAPinnedLongDayCosts() {
            expectBest(new ProblemFixture()
                    .demand("gate MON 07-17")
                    .demand("gate MON 17-19")
                    .weight(Rule.LONG_DAY, 7)
                    .weight(Rule.FAIRNESS, 0)
                    .cadre("yang")
                    .pinned("yang", "gate MON 07-17"));
        }

        private void expectBest(ProblemFixture fixture) {
            assertThat(last(fixture.problem()).soft())
                    .isEqualTo(
                            EverySchedule.best(fixture.problem()).orElseThrow().soft());
        }

        @Test
        void countsHeadsForWhomNobodyIsLeft() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15", 3, 3, 3)
                    .cadre("yang")
                    .problem();
            assertThat(last(problem).medium())
                    .isEqualTo(-2L * problem.demands().getFirst().priority());
        }

        @Test
        void isThereWithoutAnyCadre() {
            var problem = new ProblemFixture().demand("gate MON 07-15").problem();
            assertThat(last(problem).medium())
                    .isEqualTo(-problem.demands().getFirst().priority());
        }

        @Test
        void isPerfectWithoutAnyDemand() {
            var bound = last(new ProblemFixture().cadre("yang").problem());
            assertThat(bound.medium()).isZero();
            assertThat(bound.soft()).isZero();
        }

        private Bound last(Problem problem) {
            return boundsOf(problem).getLast();
        }
    }

    @Nested
    class WhileItRuns {
        private final ProblemIndex index = ProblemIndex.of(RandomProblems.of(3, RandomProblems.Size.MEDIUM));

        @Test
        void everyBoundIsTighterThanTheOneBefore() {
            var bounds = boundsOf(index.problem());
            for (int place = 1; place < bounds.size(); place++) {
                assertThat(bounds.get(place).isTighterThan(bounds.get(place - 1)))
                        .isTrue();
            }
        }

        @Test
        void sameStepsGiveTheSameBound() {
            assertThat(boundsOf(index.problem()).getLast().soft())
                    .isEqualTo(boundsOf(index.problem()).getLast().soft());
        }

        @Test
        void stopsWhenItIsCancelled() {
            var asked = new AtomicInteger();
            var bound = BoundCalculator.calculate(
                    index, values(index), Integer.MAX_VALUE, _ -> {}, () -> asked.incrementAndGet() > 50);
            assertThat(bound).isPresent();
        }
    }

    private static TimeValues values(ProblemIndex index) {
        return TimeValues.of(index, () -> Schedule.EMPTY, () -> false).orElseThrow();
    }

    private static List<Bound> boundsOf(Problem problem) {
        var bounds = new ArrayList<Bound>();
        var index = ProblemIndex.of(problem);
        BoundCalculator.calculate(index, values(index), STEPS, bounds::add, () -> false);
        return bounds;
    }
}
