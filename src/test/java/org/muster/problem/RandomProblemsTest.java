package org.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.faults.Limits;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

/** Random tests are worth what their problems are worth: here they show that they look everywhere. */
class RandomProblemsTest {
    private static final int SEEDS = 300;

    @Test
    void sameSeedGivesTheSameProblemAndSchedule() {
        for (long seed = 0; seed < 20; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            assertThat(RandomProblems.of(seed, Size.SMALL)).as("seed %d", seed).isEqualTo(problem);
            assertThat(RandomSchedules.of(problem, seed))
                    .as("seed %d", seed)
                    .isEqualTo(RandomSchedules.of(problem, seed));
        }
    }

    @Test
    void everyRuleAndGoalCountsSometimes() {
        var untouched = EnumSet.allOf(Rule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            Referee.evaluate(problem, RandomSchedules.of(problem, seed)).tallies().stream()
                    .filter(tally -> tally.quantity() != 0)
                    .forEach(tally -> untouched.remove(tally.rule()));
        }
        assertThat(untouched).isEmpty();
    }

    @Test
    void everyDutyRuleIsBrokenSometimesAsARule() {
        var broken = new EnumMap<DutyRule, Integer>(DutyRule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            Referee.evaluate(problem, RandomSchedules.of(problem, seed)).violations().stream()
                    .map(Evaluation.Violation::dutyRule)
                    .filter(Objects::nonNull)
                    .forEach(dutyRule -> broken.merge(dutyRule, 1, Integer::sum));
        }
        assertThat(broken).containsOnlyKeys(DutyRule.values());
    }

    @Test
    void servicesOverSeveralDatesAreTooLongSometimesAndKeptSometimes() {
        int tooLong = 0;
        int kept = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomRows.of(seed);
            tooLong += (int) Referee.evaluate(problem, RandomSchedules.anything(problem, seed)).violations().stream()
                    .filter(violation -> violation.rule() == Rule.DAY_LIMIT && violation.otherDemand() != null)
                    .count();
            kept += rowsOverMidnight(problem, RandomSchedules.orderly(problem, seed));
        }
        assertThat(tooLong).isGreaterThan(SEEDS / 20);
        assertThat(kept).isGreaterThan(SEEDS / 20);
    }

    /** Pairs of duties of one cadre at one site of which one begins on another date, within an hour after the other. */
    private static int rowsOverMidnight(Problem problem, Schedule schedule) {
        var index = ProblemIndex.of(problem);
        int rows = 0;
        for (var one : schedule.assignments()) {
            for (var next : schedule.assignments()) {
                int demand = index.findDemand(one.demand()).orElseThrow();
                int after = index.findDemand(next.demand()).orElseThrow();
                long gap = index.start(index.windowOf(after)) - index.end(index.windowOf(demand));
                boolean isRow = one.cadre().equals(next.cadre())
                        && index.siteOf(demand) == index.siteOf(after)
                        && index.day(index.windowOf(demand)) < index.day(index.windowOf(after))
                        && gap >= 0
                        && gap <= 60;
                rows += isRow ? 1 : 0;
            }
        }
        return rows;
    }

    @Test
    void everyDutyRuleIsPreferredSometimes() {
        var preferred = EnumSet.noneOf(DutyRule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            for (var rules : RandomProblems.of(seed, Size.SMALL).dutyRules()) {
                rules.limits().forEach((rule, limit) -> {
                    if (!limit.isRequired()) {
                        preferred.add(rule);
                    }
                });
            }
        }
        assertThat(preferred).containsExactlyInAnyOrder(DutyRule.values());
    }

    @Test
    void pinnedAssignmentsAreThereAndKeepTheRulesAmongThemselves() {
        int pinned = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            assertThat(PinnedAssignments.faultsOf(problem)).as("seed %d", seed).isEmpty();
            pinned += (int) problem.assignments().stream()
                    .filter(StandingAssignment::pinned)
                    .count();
        }
        assertThat(pinned).isGreaterThan(SEEDS / 10);
    }

    @Test
    void someSchedulesAreFeasibleAndSomeAreNot() {
        var feasible = new ArrayList<Long>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            var schedule = RandomSchedules.orderly(problem, seed);
            if (!schedule.assignments().isEmpty()
                    && Referee.evaluate(problem, schedule).score().isFeasible()) {
                feasible.add(seed);
            }
        }
        assertThat(feasible).hasSizeBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"TINY, 300", "SMALL, 300", "MEDIUM, 30"})
    void problemsAreValid(Size size, int seeds) {
        for (long seed = 0; seed < seeds; seed++) {
            assertThat(ProblemValidator.faultsOf(RandomProblems.of(seed, size), Limits.DEFAULT))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void tinyProblemsHaveFewSchedules() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.TINY);
            assertThat(problem.cadres()).as("seed %d", seed).hasSizeBetween(1, 5);
            assertThat(problem.demands().stream().mapToInt(Demand::max).sum())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(4);
        }
    }
}
