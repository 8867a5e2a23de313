package org.muster.evaluation.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.muster.problem.ProblemFixture.date;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.evaluation.referee.DutyRuleCount.Worked;
import org.muster.problem.Horizon;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyLimit.Succession;
import org.muster.problem.rules.DutyRule;

/** One group for each duty rule. The horizon is the week from Monday 2 to Sunday 8 May 2022, unless it says more. */
class DutyRuleCountTest {
    private static final Horizon WEEK = new Horizon(date("MON"), date("SUN"));

    /** {@code "MON early, TUE"}: duties of eight hours, some in windows of a kind. */
    private static List<Worked> duties(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(", ", -1))
                        .map(duty -> List.of(duty.split(" ", -1)))
                        .map(words ->
                                new Worked(date(words.getFirst()), 480, words.size() > 1 ? words.get(1) : null, 0))
                        .toList();
    }

    private static long excess(DutyRule rule, int limit, String duties) {
        return new DutyRuleCount(WEEK, duties(duties)).excess(rule, DutyLimit.of(limit));
    }

    @Test
    void refusesADutyOutsideTheHorizon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyRuleCount(WEEK, duties("2022-05-09")))
                .withMessageContaining("2022-05-09")
                .withMessageContaining("2022-05-08");
    }

    @Nested
    class MinDuties {
        @ParameterizedTest
        @CsvSource({"'', 2", "MON, 1", "'MON, MON', 0", "'MON, TUE, WED', 0"})
        void countsDutiesBelow(String duties, int excess) {
            assertThat(excess(DutyRule.MIN_DUTIES, 2, duties)).isEqualTo(excess);
        }
    }

    @Nested
    class MaxDuties {
        @ParameterizedTest
        @CsvSource({"'', 0", "'MON, TUE', 0", "'MON, MON, WED, THU', 2"})
        void countsDutiesAbove(String duties, int excess) {
            assertThat(excess(DutyRule.MAX_DUTIES, 2, duties)).isEqualTo(excess);
        }
    }

    @Nested
    class MinMinutes {
        @ParameterizedTest
        @CsvSource({"480, 0", "481, 1", "540, 1", "541, 2", "1000, 9"})
        void countsHoursBelowRoundedUp(int limit, int excess) {
            assertThat(excess(DutyRule.MIN_MINUTES, limit, "MON")).isEqualTo(excess);
        }

        @Test
        void roundsTheSumAndNotEachDuty() {
            // 2 x 480 = 960 minutes, 140 below 1100: 3 hours
            assertThat(excess(DutyRule.MIN_MINUTES, 1100, "MON, TUE")).isEqualTo(3);
        }
    }

    @Nested
    class MaxMinutes {
        @ParameterizedTest
        @CsvSource({"960, 0", "959, 1", "900, 1", "899, 2", "0, 16"})
        void countsHoursAboveRoundedUp(int limit, int excess) {
            assertThat(excess(DutyRule.MAX_MINUTES, limit, "MON, TUE")).isEqualTo(excess);
        }
    }

    @Nested
    class MaxConsecutiveDays {
        @ParameterizedTest
        @CsvSource({
            "'MON, TUE', 0, as many as allowed",
            "'MON, TUE, WED', 1, one more",
            "'MON, MON, TUE', 0, two duties make one day",
            "'MON, TUE, THU, FRI', 0, a day off between",
            "'MON, TUE, WED, FRI, SAT, SUN', 2, over all runs; to the end of the horizon",
            "'SUN, FRI, SAT', 1, in any order"
        })
        void countsDaysBeyondOverAllRuns(String duties, int excess, String why) {
            assertThat(excess(DutyRule.MAX_CONSECUTIVE_DAYS, 2, duties)).as(why).isEqualTo(excess);
        }
    }

    @Nested
    class MinConsecutiveDays {
        @ParameterizedTest
        @CsvSource({
            "'', 0, no run",
            "WED, 2, a day instead of three",
            "'TUE, WED, THU', 0, three days",
            "'TUE, WED, FRI', 3, over all runs",
            "MON, 0, it may have begun before",
            "SUN, 0, it may go on after",
            "SAT, 2, the last day but one ends within"
        })
        void countsDaysShortOfRunsInside(String duties, int excess, String why) {
            assertThat(excess(DutyRule.MIN_CONSECUTIVE_DAYS, 3, duties)).as(why).isEqualTo(excess);
        }
    }

    @Nested
    class MaxConsecutiveDaysOff {
        @ParameterizedTest
        @CsvSource({
            "'', 5, all seven days are off",
            "WED, 2, Thursday to Sunday is two too many",
            "'WED, FRI', 0, never more than two",
            "THU, 2, one before and one after"
        })
        void countsDaysBeyondOverAllRuns(String duties, int excess, String why) {
            assertThat(excess(DutyRule.MAX_CONSECUTIVE_DAYS_OFF, 2, duties))
                    .as(why)
                    .isEqualTo(excess);
        }
    }

    @Nested
    class MinConsecutiveDaysOff {
        @ParameterizedTest
        @CsvSource({
            "'', 0, no work",
            "'TUE, THU', 1, one day instead of two",
            "'TUE, FRI', 0, two days",
            "'TUE, SAT', 0, at the ends of the horizon nothing is short",
            "'MON, WED, FRI', 2, over all runs",
            "'MON, TUE', 0, nothing between"
        })
        void countsDaysShortBetweenWork(String duties, int excess, String why) {
            assertThat(excess(DutyRule.MIN_CONSECUTIVE_DAYS_OFF, 2, duties))
                    .as(why)
                    .isEqualTo(excess);
        }
    }

    @Nested
    class MaxWeekends {
        private static final Horizon SUNDAY_TO_SATURDAY = new Horizon(date("2022-05-01"), date("2022-05-14"));

        @ParameterizedTest
        @CsvSource({
            "'FRI, 2022-05-09', 0, no weekend",
            "'SAT, SUN', 0, one weekend",
            "'SUN, 2022-05-14', 1, two weekends",
            "'2022-05-01, SAT', 1, the Sunday at the start is of another weekend",
            "'2022-05-01, SUN, 2022-05-14', 2, three"
        })
        void countsWeekendsBeyond(String duties, int excess, String why) {
            assertThat(new DutyRuleCount(SUNDAY_TO_SATURDAY, duties(duties))
                            .excess(DutyRule.MAX_WEEKENDS, DutyLimit.of(1)))
                    .as(why)
                    .isEqualTo(excess);
        }
    }

    @Nested
    class MaxPerKind {
        @ParameterizedTest
        @CsvSource({
            "'MON night, TUE late, WED late', 0",
            "'MON night, TUE night, WED night', 2",
            "'MON late, MON late, TUE late, TUE night, WED night', 2",
            "'MON early, TUE early, WED, THU', 0"
        })
        void countsEachKindOnItsOwn(String duties, int excess) {
            assertThat(new DutyRuleCount(WEEK, duties(duties))
                            .excess(DutyRule.MAX_PER_KIND, DutyLimit.perKind(Map.of("night", 1, "late", 2))))
                    .isEqualTo(excess);
        }
    }

    @Nested
    class ForbiddenSuccessions {
        @ParameterizedTest
        @CsvSource({
            "'MON night, TUE early', 1, forbidden",
            "'MON early, TUE night', 0, the other way round",
            "'MON night, WED early', 0, a day between",
            "'MON night, MON early', 0, on one day",
            "'MON night, MON night, TUE early, TUE early', 4, each pair of duties",
            "'MON night, TUE late, WED late', 2, each forbidden pair of kinds",
            "'MON, TUE early', 0, a window without a kind",
            "'SUN night', 0, the end of the horizon"
        })
        void countsPairsOnDaysInARow(String duties, int excess, String why) {
            var forbidden = DutyLimit.successions(List.of(
                    new Succession("night", "early"), new Succession("night", "late"), new Succession("late", "late")));
            assertThat(new DutyRuleCount(WEEK, duties(duties)).excess(DutyRule.FORBIDDEN_SUCCESSIONS, forbidden))
                    .as(why)
                    .isEqualTo(excess);
        }
    }

    @Nested
    class MaxTravel {
        @Test
        void countsDutiesWithALongerWay() {
            var duties = List.of(
                    new Worked(date("MON"), 480, null, 30),
                    new Worked(date("TUE"), 480, null, 31),
                    new Worked(date("WED"), 480, null, 90));
            assertThat(new DutyRuleCount(WEEK, duties).excess(DutyRule.MAX_TRAVEL, DutyLimit.of(30)))
                    .isEqualTo(2);
        }
    }

    @Nested
    class Horizons {
        @Test
        void ofOneDayTouchBothEnds() {
            var day = new Horizon(date("WED"), date("WED"));
            var worked = new DutyRuleCount(day, duties("WED"));
            var off = new DutyRuleCount(day, List.of());
            assertThat(worked.excess(DutyRule.MIN_CONSECUTIVE_DAYS, DutyLimit.of(3)))
                    .isZero();
            assertThat(off.excess(DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyLimit.of(3)))
                    .isZero();
            assertThat(off.excess(DutyRule.MAX_CONSECUTIVE_DAYS_OFF, DutyLimit.of(0)))
                    .isEqualTo(1);
        }
    }
}
