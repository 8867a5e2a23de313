package org.muster.planning.constraints;

import static org.muster.problem.rules.DutyRule.FORBIDDEN_SUCCESSIONS;
import static org.muster.problem.rules.DutyRule.MAX_CONSECUTIVE_DAYS;
import static org.muster.problem.rules.DutyRule.MAX_CONSECUTIVE_DAYS_OFF;
import static org.muster.problem.rules.DutyRule.MAX_DUTIES;
import static org.muster.problem.rules.DutyRule.MAX_MINUTES;
import static org.muster.problem.rules.DutyRule.MAX_PER_KIND;
import static org.muster.problem.rules.DutyRule.MAX_TRAVEL;
import static org.muster.problem.rules.DutyRule.MAX_WEEKENDS;
import static org.muster.problem.rules.DutyRule.MIN_CONSECUTIVE_DAYS;
import static org.muster.problem.rules.DutyRule.MIN_CONSECUTIVE_DAYS_OFF;
import static org.muster.problem.rules.DutyRule.MIN_DUTIES;
import static org.muster.problem.rules.DutyRule.MIN_MINUTES;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Travel;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyLimit.Succession;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

class DutyRuleConstraintsTest {

    /** Yang on duty from 07 to 15 on some days of the week, under one duty rule. */
    private static ProblemFixture yang(DutyRule rule, DutyLimit limit, String... days) {
        var district = new ProblemFixture()
                .horizon("MON", "SUN")
                .dutyRules("civil", rule, limit)
                .cadre("yang", yang -> yang.dutyRules("civil"));
        for (var day : days) {
            district.demand("gate " + day + " 07-15").serves("yang", "gate " + day + " 07-15");
        }
        return district;
    }

    @Nested
    class Required {
        private final ConstraintCheck dutyRules = new ConstraintCheck(DutyRuleConstraints::dutyRules);

        private void excess(long excess, DutyRule rule, int limit, String... days) {
            dutyRules.given(yang(rule, DutyLimit.of(limit), days)).penalizesBy(excess);
        }

        @Test
        void countsDutiesBelowTheLeast() {
            excess(1, MIN_DUTIES, 2, "MON");
            excess(0, MIN_DUTIES, 2, "MON", "WED");
        }

        @Test
        void countsDutiesBelowTheLeastOfWhoStaysAtHome() {
            excess(2, MIN_DUTIES, 2);
        }

        @Test
        void countsDutiesAboveTheMost() {
            excess(1, MAX_DUTIES, 1, "MON", "WED");
            excess(0, MAX_DUTIES, 2, "MON", "WED");
        }

        @Test
        void countsWholeHoursBelowTheLeast() {
            excess(2, MIN_MINUTES, 8 * 60 + 61, "MON");
            excess(0, MIN_MINUTES, 8 * 60, "MON");
        }

        @Test
        void countsWholeHoursAboveTheMost() {
            excess(1, MAX_MINUTES, 8 * 60 - 1, "MON");
            excess(0, MAX_MINUTES, 8 * 60, "MON");
        }

        @Test
        void countsDaysBeyondLongestRun() {
            excess(2, MAX_CONSECUTIVE_DAYS, 2, "MON", "TUE", "WED", "THU");
            excess(0, MAX_CONSECUTIVE_DAYS, 2, "MON", "TUE", "THU", "FRI");
        }

        @Test
        void countsDaysShortOfShortestRun() {
            excess(2, MIN_CONSECUTIVE_DAYS, 3, "WED");
            excess(0, MIN_CONSECUTIVE_DAYS, 3, "TUE", "WED", "THU");
        }

        @Test
        void leavesRunsAtTheEndsOfTheHorizonAlone() {
            excess(0, MIN_CONSECUTIVE_DAYS, 3, "MON", "TUE", "SUN");
        }

        @Test
        void countsDaysOffBeyondLongestRun() {
            excess(1, MAX_CONSECUTIVE_DAYS_OFF, 3, "MON", "SAT");
            excess(0, MAX_CONSECUTIVE_DAYS_OFF, 3, "MON", "FRI");
            excess(4, MAX_CONSECUTIVE_DAYS_OFF, 3);
        }

        @Test
        void countsDaysOffShortOfShortestRun() {
            excess(1, MIN_CONSECUTIVE_DAYS_OFF, 2, "TUE", "THU");
            excess(0, MIN_CONSECUTIVE_DAYS_OFF, 2, "TUE", "FRI", "SAT");
        }

        @Test
        void countsWeekendsBeyondTheLimit() {
            excess(1, MAX_WEEKENDS, 0, "FRI", "SAT", "SUN");
            excess(0, MAX_WEEKENDS, 1, "FRI", "SAT", "SUN");
        }

        @Test
        void countsDutiesOfEachKindByItself() {
            var limit = DutyLimit.perKind(Map.of("night", 1, "early", 0));
            dutyRules
                    .given(yang(MAX_PER_KIND, limit, "MON", "TUE", "WED", "THU")
                            .window("MON 07-15", "night")
                            .window("TUE 07-15", "night")
                            .window("WED 07-15", "early"))
                    .penalizesBy(1 + 1);
        }

        @Test
        void countsForbiddenSuccessionsOnTheNextDay() {
            var limit = DutyLimit.successions(List.of(new Succession("late", "early")));
            dutyRules
                    .given(yang(FORBIDDEN_SUCCESSIONS, limit, "MON", "TUE", "THU", "FRI")
                            .window("MON 07-15", "late")
                            .window("TUE 07-15", "early")
                            .window("THU 07-15", "early")
                            .window("FRI 07-15", "late"))
                    .penalizesBy(1);
        }

        @Test
        void countsDutiesTooFarAway() {
            var table = new Travel.Table(Map.of("yang", Map.of("gate", 31)));
            dutyRules
                    .given(yang(MAX_TRAVEL, DutyLimit.of(30), "MON", "WED").travel(table))
                    .penalizesBy(2);
            dutyRules
                    .given(yang(MAX_TRAVEL, DutyLimit.of(31), "MON", "WED").travel(table))
                    .penalizesBy(0);
        }

        @Test
        void leavesPreferredRulesToTheGoal() {
            dutyRules
                    .given(yang(MAX_DUTIES, DutyLimit.of(1).preferred(5), "MON", "WED"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class Preferred {
        private final ConstraintCheck preferred = new ConstraintCheck(DutyRuleConstraints::preferredDutyRules);

        @Test
        void countsTheWeightOfTheRuleForEachUnitOfExcess() {
            preferred
                    .given(yang(MAX_DUTIES, DutyLimit.of(1).preferred(5), "MON", "WED", "FRI"))
                    .penalizesBy(2 * 5);
        }

        @Test
        void addsUpSeveralRules() {
            var rules = new DutyRules(
                    "civil",
                    0,
                    null,
                    Map.of(
                            MAX_DUTIES, DutyLimit.of(1).preferred(5),
                            MAX_WEEKENDS, DutyLimit.of(0).preferred(3)));
            preferred
                    .given(yang(MAX_DUTIES, DutyLimit.of(1), "MON", "SAT").dutyRules(rules))
                    .penalizesBy(5 + 3);
        }

        @Test
        void countsWhoStaysAtHome() {
            preferred.given(yang(MIN_DUTIES, DutyLimit.of(2).preferred(7))).penalizesBy(2 * 7);
        }

        @Test
        void leavesRequiredRulesAlone() {
            preferred.given(yang(MAX_DUTIES, DutyLimit.of(1), "MON", "WED")).penalizesBy(0);
        }
    }
}
