package org.muster.evaluation.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

class PinnedAssignmentsTest {
    private final ProblemFixture district = new ProblemFixture()
            .demand("gate MON 07-15", 0, 0, 2)
            .demand("tower MON 07-15", 0, 0, 2)
            .demand("gate TUE 07-15", 0, 0, 2)
            .demand("gate WED 07-15", 0, 0, 2)
            .cadre("yang")
            .cadre("li")
            .cadre("wu");

    private static Fault fault(int position, Rule rule, String cadre, String demand) {
        return new Fault(
                "/assignments/" + position,
                FaultCode.PINNED_BREAKS_RULE,
                Map.of("rule", rule.id(), "cadre", cadre, "demand", demand));
    }

    private void findsNothing() {
        assertThat(PinnedAssignments.faultsOf(district.problem())).isEmpty();
    }

    @Test
    void findsNothingWithoutPins() {
        findsNothing();
    }

    @Test
    void findsNothingWherePinsKeepTheRules() {
        district.pinned("yang", "gate MON 07-15", "gate TUE 07-15").pinned("li", "gate MON 07-15");
        findsNothing();
    }

    @Test
    void namesThePinThatBreaksARuleByItself() {
        district.published("li", "gate MON 07-15", "gate TUE 07-15")
                .cadre("yang", yang -> yang.lastServiceDay(ProblemFixture.date("MON")))
                .pinned("yang", "gate MON 07-15", "gate TUE 07-15");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(fault(3, Rule.SERVICE, "yang", "gate-TUE-07-15"));
    }

    @Test
    void namesBothPinsThatContradictEachOtherOnceForEachRule() {
        district.pinned("yang", "gate MON 07-15", "tower MON 07-15", "gate WED 07-15");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.OVERLAP_AND_REST, "yang", "gate-MON-07-15"),
                        fault(0, Rule.ONE_SEAT, "yang", "gate-MON-07-15"),
                        fault(1, Rule.OVERLAP_AND_REST, "yang", "tower-MON-07-15"),
                        fault(1, Rule.ONE_SEAT, "yang", "tower-MON-07-15"));
    }

    @Test
    void namesPinsThatOnlyAThirdDutyWouldMakeOneService() {
        district.dutyRules(new DutyRules("office", 11 * 60, 16 * 60, Map.of()))
                .cadre("yang", yang -> yang.dutyRules("office"))
                .demand("gate MON 06-10")
                .demand("gate MON 10-14")
                .demand("gate MON 14-18")
                .pinned("yang", "gate MON 06-10", "gate MON 14-18");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.OVERLAP_AND_REST, "yang", "gate-MON-06-10"),
                        fault(1, Rule.OVERLAP_AND_REST, "yang", "gate-MON-14-18"));
        district.pinned("yang", "gate MON 10-14");
        findsNothing();
    }

    @Test
    void namesEveryPinOfAFullUnitOnTheDate() {
        district.unit("bureau", 1)
                .cadre("zhao bank")
                .pinned("yang", "gate MON 07-15", "gate TUE 07-15")
                .pinned("zhao", "gate MON 07-15")
                .pinned("li", "tower MON 07-15");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.UNIT_CEILING, "yang", "gate-MON-07-15"),
                        fault(3, Rule.UNIT_CEILING, "li", "tower-MON-07-15"));
    }

    @Test
    void namesEveryPinOnACrowdedDemand() {
        district.pinned("yang", "gate MON 07-15").pinned("li", "gate MON 07-15").pinned("wu", "gate MON 07-15");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.HEADCOUNT, "yang", "gate-MON-07-15"),
                        fault(1, Rule.HEADCOUNT, "li", "gate-MON-07-15"),
                        fault(2, Rule.HEADCOUNT, "wu", "gate-MON-07-15"));
    }

    @Test
    void namesThePinsOfADayThatIsTooLong() {
        district.dayLimit("short", 400)
                .demand("gate TUE 20-21")
                .demand("gate WED 20-21")
                .cadre("yang", yang -> yang.dutyRules("short"))
                .pinned("yang", "gate TUE 07-15", "gate TUE 20-21", "gate WED 20-21");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.DAY_LIMIT, "yang", "gate-TUE-07-15"),
                        fault(1, Rule.DAY_LIMIT, "yang", "gate-TUE-20-21"));
    }

    @Test
    void namesThePinsOfACadreAboveADutyRule() {
        district.dutyRules("calm", DutyRule.MAX_DUTIES, DutyLimit.of(1))
                .cadre("yang", yang -> yang.dutyRules("calm"))
                .cadre("li", li -> li.dutyRules("calm"))
                .pinned("yang", "gate MON 07-15", "gate WED 07-15")
                .pinned("li", "gate MON 07-15");
        assertThat(PinnedAssignments.faultsOf(district.problem()))
                .containsExactly(
                        fault(0, Rule.DUTY_RULES, "yang", "gate-MON-07-15"),
                        fault(1, Rule.DUTY_RULES, "yang", "gate-WED-07-15"));
    }

    @Test
    void leavesOutWhatMoreDutiesCanMend() {
        district.dutyRules(new DutyRules(
                        "busy",
                        0,
                        null,
                        Map.of(
                                DutyRule.MIN_DUTIES, DutyLimit.of(3),
                                DutyRule.MIN_MINUTES, DutyLimit.of(6000),
                                DutyRule.MIN_CONSECUTIVE_DAYS, DutyLimit.of(3),
                                DutyRule.MAX_CONSECUTIVE_DAYS_OFF, DutyLimit.of(0),
                                DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyLimit.of(2))))
                .horizon("2022-05-01", "SUN")
                .cadre("yang", yang -> yang.dutyRules("busy"))
                .pinned("yang", "gate MON 07-15", "gate WED 07-15");
        findsNothing();
    }

    @Test
    void leavesOutPreferredDutyRulesAndGoals() {
        district.dutyRules("calm", DutyRule.MAX_DUTIES, DutyLimit.of(0).preferred(100))
                .cadre("yang", yang -> yang.dutyRules("calm").lastSite("tower").minutesServed(6000))
                .pinned("yang", "gate MON 07-15");
        findsNothing();
    }
}
