package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

class HardRepairTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    private static Problem problem(long seed) {
        var sizes = RandomProblems.Size.values();
        return RandomProblems.of(seed, sizes[(int) (seed % sizes.length)]);
    }

    private static Merit merit(Problem problem, Schedule schedule) {
        return Merit.of(Referee.evaluate(problem, schedule));
    }

    /** What pins alone break, nobody can mend. */
    private static long leastBroken(Problem problem) {
        var pins = new Schedule(problem.assignments().stream()
                .filter(StandingAssignment::pinned)
                .map(pin -> new Assignment(pin.demand(), pin.cadre(), true))
                .distinct()
                .toList());
        return merit(problem, pins).avoidable();
    }

    private static Schedule repaired(Problem problem, Schedule schedule, boolean inHurry) {
        return HardRepair.repaired(ProblemIndex.of(problem), schedule, () -> inHurry);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingBrokenThatEmptySeatsKeep(long seed) {
        var problem = problem(seed);
        var broken = RandomSchedules.anything(problem, seed);
        assertThat(merit(problem, repaired(problem, broken, false)).avoidable())
                .isGreaterThanOrEqualTo(leastBroken(problem));
        assertThat(merit(problem, repaired(problem, broken, true)).avoidable())
                .isGreaterThanOrEqualTo(leastBroken(problem));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyTakesDutiesAwayButForPins(long seed) {
        var problem = problem(seed);
        var broken = RandomSchedules.disturbed(problem, seed);
        var left = repaired(problem, broken, false).assignments().stream()
                .filter(duty -> !duty.pinned())
                .toList();
        assertThat(new HashSet<>(broken.assignments()).containsAll(left)).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesNothingWhereNothingIsBroken(long seed) {
        var problem = problem(seed);
        var orderly = RandomSchedules.orderly(problem, seed);
        if (merit(problem, orderly).isDeliverable()) {
            assertThat(repaired(problem, orderly, true).assignments())
                    .containsExactlyInAnyOrderElementsOf(orderly.assignments());
        }
    }

    @Test
    void takesAWholeRunWhereItIsTooShort() {
        var district = week(DutyRule.MIN_CONSECUTIVE_DAYS, 3).serves("yang", "gate TUE 07-15", "gate WED 07-15");
        assertThat(repaired(district.problem(), district.schedule(), false).assignments())
                .isEmpty();
    }

    @Test
    void takesOneDayOfARunThatIsTooLong() {
        var district = week(DutyRule.MAX_CONSECUTIVE_DAYS, 2)
                .serves("yang", "gate TUE 07-15", "gate WED 07-15", "gate THU 07-15");
        assertThat(repaired(district.problem(), district.schedule(), false).assignments())
                .hasSize(2);
    }

    @Test
    void leavesRulesAloneThatAskForDuties() {
        var district = week(DutyRule.MIN_DUTIES, 5).serves("yang", "gate TUE 07-15");
        assertThat(repaired(district.problem(), district.schedule(), false).assignments())
                .hasSize(1);
    }

    @Test
    void prefersWhatKeepsTheRulesToWhatIsNearerToZero() {
        var problem = week(Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(5), DutyRule.MAX_WEEKENDS, DutyLimit.of(0)))
                .problem();
        var within = List.of(duty("MON"), duty("TUE"));
        var beyond = List.of(duty("MON"), duty("TUE"), duty("SAT"), duty("SUN"));
        var kept = merit(problem, new Schedule(within));
        var broken = merit(problem, new Schedule(beyond));
        assertThat(broken.score()).isGreaterThan(kept.score());
        assertThat(kept.isBetterThan(broken)).isTrue();
        assertThat(kept.isDeliverable()).isTrue();
    }

    private static Assignment duty(String day) {
        return new Assignment("gate-%s-07-15".formatted(day), "yang", false);
    }

    private static ProblemFixture week(DutyRule rule, int limit) {
        return week(Map.of(rule, DutyLimit.of(limit)));
    }

    private static ProblemFixture week(Map<DutyRule, DutyLimit> limits) {
        var fixture = new ProblemFixture()
                .horizon("MON", "SUN")
                .dutyRules(new DutyRules("office", 0, null, limits))
                .cadre("yang", yang -> yang.dutyRules("office"));
        for (var day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")) {
            fixture.demand("gate %s 07-15".formatted(day));
        }
        return fixture;
    }
}
