package org.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.RandomRows;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

class FlowPlannerTest {

    @Nested
    class OnRandomProblems {

        @Test
        void breaksNoRuleButThoseThatAskForMoreDuties() {
            for (var size : Size.values()) {
                for (long seed = 0; seed < (size == Size.MEDIUM ? 60 : 200); seed++) {
                    var problem = RandomProblems.of(seed, size);
                    var evaluation = Referee.evaluate(problem, plan(problem));
                    assertThat(evaluation.violations())
                            .as("%s, seed %d", size, seed)
                            .allMatch(FlowPlannerTest::asksForMoreDuties);
                }
            }
        }

        @Test
        void breaksNoRuleWhereDutiesFollowEachOther() {
            for (long seed = 0; seed < 300; seed++) {
                var problem = RandomRows.of(seed);
                assertThat(Referee.evaluate(problem, plan(problem)).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }

        @Test
        void sameProblemGivesTheSameSchedule() {
            var problem = RandomProblems.of(5, Size.MEDIUM);
            assertThat(plan(problem)).isEqualTo(plan(problem));
        }

        @Test
        void keepsEveryRuleWhenItIsCancelledAtOnce() {
            for (long seed = 0; seed < 50; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var schedule =
                        FlowPlanner.plan(ProblemIndex.of(problem), () -> true).schedule();
                assertThat(Referee.evaluate(problem, schedule).violations())
                        .as("seed %d", seed)
                        .allMatch(FlowPlannerTest::asksForMoreDuties);
            }
        }
    }

    @Nested
    class FromASchedule {

        @Test
        void breaksNoRuleButThoseThatAskForMoreDuties() {
            for (long seed = 0; seed < 100; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var completed = complete(problem, RandomSchedules.orderly(problem, seed));
                assertThat(Referee.evaluate(problem, completed).violations())
                        .as("seed %d", seed)
                        .allMatch(FlowPlannerTest::asksForMoreDuties);
            }
        }

        @Test
        void keepsRowsOfDutiesInWhateverOrderTheyCome() {
            for (long seed = 0; seed < 300; seed++) {
                var problem = RandomRows.of(seed);
                var feasible =
                        new ArrayList<>(RandomSchedules.orderly(problem, seed).assignments());
                Collections.shuffle(feasible, new Random(seed));
                assertThat(PartialSchedule.of(ProblemIndex.of(problem), new Schedule(feasible))
                                .toSchedule()
                                .assignments())
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(feasible);
            }
        }

        @Test
        void keepsThreeInARowThoughTheMiddleComesLast() {
            var problem = new ProblemFixture()
                    .dutyRules("office", 11 * 60)
                    .demand("gate MON 06-10")
                    .demand("gate MON 14-18")
                    .demand("gate MON 10-14")
                    .cadre("yang", yang -> yang.dutyRules("office"))
                    .serves("yang", "gate MON 06-10", "gate MON 14-18", "gate MON 10-14");
            assertThat(complete(problem.problem(), problem.schedule()).assignments())
                    .hasSize(3);
        }

        @Test
        void fillsWhatIsOpenAndKeepsTheRest() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("yard MON 07-15")
                    .cadre("yang", yang -> yang.minutesServed(480))
                    .cadre("li")
                    .cadre("wang")
                    .problem();
            var dearStart = new Schedule(List.of(new Assignment("gate-MON-07-15", "yang", false)));
            assertThat(complete(problem, dearStart).assignments()).hasSize(2).containsAll(dearStart.assignments());
        }

        @Test
        void movesPeopleUpInAChainToFillWhatCanBeFilled() {
            // Only wang may sample; li and wang may register; everybody may guide.
            var problem = new ProblemFixture()
                    .postAnyOf("sampler", "nurse")
                    .postAnyOf("registrar", "clerk", "nurse")
                    .demand("gate MON 07-15 guide")
                    .demand("gate MON 07-15 registrar")
                    .demand("gate MON 07-15 sampler")
                    .cadre("wang", wang -> wang.skills(held("nurse")))
                    .cadre("li", li -> li.skills(held("clerk")))
                    .cadre("yang")
                    .problem();
            var stuck = new Schedule(List.of(
                    new Assignment("gate-MON-07-15-registrar", "wang", false),
                    new Assignment("gate-MON-07-15-guide", "li", false)));
            assertThat(Referee.evaluate(problem, complete(problem, stuck))
                            .score()
                            .medium())
                    .isZero();
        }

        private static List<HeldSkill> held(String skill) {
            return List.of(new HeldSkill(skill, null, null));
        }

        private static Schedule complete(Problem problem, Schedule start) {
            return FlowPlanner.complete(ProblemIndex.of(problem), start, () -> false)
                    .schedule();
        }
    }

    @Nested
    class OnADay {

        @Test
        void sendsThoseWhoServedLeast() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.minutesServed(480))
                    .cadre("li")
                    .problem();
            assertThat(whoServes(problem)).isEqualTo(Map.of("gate-MON-07-15", "li"));
        }

        @Test
        void fillsTheMoreUrgentDemandWhenOnlyOneCanBeFilled() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("yard MON 08-16")
                    .cadre("yang")
                    .problem();
            var urgent = problem.demands().getLast();
            var demands = List.of(
                    problem.demands().getFirst(),
                    new Demand(urgent.id(), urgent.site(), urgent.window(), urgent.post(), 1, 1, 1, 9, 1, 1));
            assertThat(whoServes(problem.toBuilder().demands(demands).build())).isEqualTo(Map.of(urgent.id(), "yang"));
        }

        @Test
        void leavesNobodyOutWhoCouldBeMovedToMakeRoom() {
            var problem = new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("yard MON 07-15")
                    .cadre("yang")
                    .cadre("li")
                    .problem();
            assertThat(whoServes(problem)).hasSize(2);
        }
    }

    private static boolean asksForMoreDuties(Evaluation.Violation violation) {
        return violation.dutyRule() != null
                && Arrays.stream(DutyRule.values())
                        .filter(DutyRule::canBeMendedByMoreDuties)
                        .anyMatch(violation.dutyRule()::equals);
    }

    private static Schedule plan(Problem problem) {
        return FlowPlanner.plan(ProblemIndex.of(problem), () -> false).schedule();
    }

    private static Map<String, String> whoServes(Problem problem) {
        return plan(problem).assignments().stream()
                .collect(Collectors.toMap(Assignment::demand, Assignment::cadre, (a, b) -> a + " " + b, TreeMap::new));
    }
}
