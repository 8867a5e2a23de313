package org.muster.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.evaluation.Recount.quantityOf;
import static org.muster.evaluation.Recount.violationsOf;
import static org.muster.problem.Availability.Kind.UNAVAILABLE;
import static org.muster.problem.Availability.Kind.UNDESIRED;
import static org.muster.problem.ProblemFixture.availability;
import static org.muster.problem.ProblemFixture.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.Violations;
import org.muster.problem.HeldSkill;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.ProblemFixture;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;

/** One group for each hard rule: something broken, the edge just kept, the neighbour ignored. */
public class HardRulesTest {
    private final ProblemFixture district = new ProblemFixture();

    @Nested
    class Skill {
        private static HeldSkill held(String skill) {
            return new HeldSkill(skill, null, null);
        }

        private ProblemFixture nurseOnMonday(HeldSkill... skills) {
            return district.postAnyOf("sampler", "nurse", "ex-nurse")
                    .demand("gate MON 22-06 sampler")
                    .cadre("yang", yang -> yang.skills(List.of(skills)))
                    .serves("yang", "gate MON 22-06 sampler");
        }

        @Test
        void countsTheDutyOfSomebodyUnskilled() {
            assertThat(violationsOf(Rule.SKILL, nurseOnMonday(held("driver"))))
                    .containsExactly(Violations.ofAssignment(Rule.SKILL, 1, "yang", "gate-MON-22-06-sampler"));
        }

        @Test
        void isContentWithOneOfAny() {
            assertThat(quantityOf(Rule.SKILL, nurseOnMonday(held("ex-nurse")))).isZero();
        }

        @Test
        void asksForAllOfAll() {
            district.postAllOf("driving-nurse", "nurse", "driver")
                    .demand("gate MON 07-15 driving-nurse", 2, 2, 2)
                    .cadre("yang", yang -> yang.skills(List.of(held("nurse"), held("driver"))))
                    .cadre("li", li -> li.skills(List.of(held("nurse"))))
                    .serves("yang", "gate MON 07-15 driving-nurse")
                    .serves("li", "gate MON 07-15 driving-nurse");
            assertThat(violationsOf(Rule.SKILL, district))
                    .extracting(Violation::cadre)
                    .containsExactly("li");
        }

        @ParameterizedTest
        @CsvSource({"MON, MON, 0", "SUN, , 1", "TUE, , 1", ", 2022-05-01, 1", "2022-05-01, TUE, 0"})
        void looksAtTheDayOnWhichTheWindowStarts(@Nullable String from, @Nullable String until, int broken) {
            var held = new HeldSkill("nurse", from == null ? null : date(from), until == null ? null : date(until));
            assertThat(quantityOf(Rule.SKILL, nurseOnMonday(held))).isEqualTo(broken);
        }
    }

    @Nested
    class Availability {
        private ProblemFixture yangOnLateMonday(org.muster.problem.Availability... intervals) {
            return district.window("MON 15-23", "late")
                    .demand("gate MON 15-23")
                    .cadre("yang", yang -> yang.availability(List.of(intervals)))
                    .cadre("li", li -> li.availability(List.of(availability(UNAVAILABLE, "MON 00-23"))))
                    .serves("yang", "gate MON 15-23");
        }

        @ParameterizedTest
        @ValueSource(strings = {"MON 22:59-23:30", "MON 14-15:01", "MON 18-19", "MON 07-07"})
        void countsADutyThatAnIntervalOverlaps(String interval) {
            assertThat(quantityOf(Rule.AVAILABILITY, yangOnLateMonday(availability(UNAVAILABLE, interval))))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"MON 14-15", "MON 23-23:30"})
        void letsIntervalsTouch(String interval) {
            assertThat(quantityOf(Rule.AVAILABILITY, yangOnLateMonday(availability(UNAVAILABLE, interval))))
                    .isZero();
        }

        @Test
        void countsADutyOnceHoweverManyIntervalsOverlapIt() {
            var morning = availability(UNAVAILABLE, "MON 15-16");
            var evening = availability(UNAVAILABLE, "MON 17-18");
            assertThat(quantityOf(Rule.AVAILABILITY, yangOnLateMonday(morning, evening)))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"late, 1", "night, 0"})
        void speaksOnlyOfItsKindsOfWindow(String kind, int broken) {
            var all = availability(UNAVAILABLE, "MON 15-23");
            var some = new org.muster.problem.Availability(all.start(), all.end(), all.kind(), Set.of(kind), 1);
            assertThat(quantityOf(Rule.AVAILABILITY, yangOnLateMonday(some))).isEqualTo(broken);
        }

        @Test
        void leavesWishesToTheGoals() {
            assertThat(quantityOf(Rule.AVAILABILITY, yangOnLateMonday(availability(UNDESIRED, "MON 15-23"))))
                    .isZero();
        }
    }

    @Nested
    class Service {
        @ParameterizedTest
        @CsvSource({"MON, 0", "2022-05-01, 1"})
        void endsAfterTheLastDay(String lastDay, int broken) {
            district.demand("gate MON 22-06")
                    .cadre("yang", yang -> yang.lastServiceDay(date(lastDay)))
                    .serves("yang", "gate MON 22-06");
            assertThat(quantityOf(Rule.SERVICE, district)).isEqualTo(broken);
        }
    }

    @Nested
    class Age {
        private ProblemFixture bornOn(String birthDate) {
            return district.post(new Post("guide", "guide", Set.of(), Set.of(), Set.of(), 18, 59))
                    .window("TUE 00-08", null, "MON")
                    .demand("gate TUE 00-08")
                    .cadre("yang", yang -> yang.birthDate(LocalDate.parse(birthDate)))
                    .serves("yang", "gate TUE 00-08");
        }

        @ParameterizedTest
        @CsvSource({"2004-05-02, 0", "2004-05-03, 1", "1962-05-03, 0", "1962-05-02, 1"})
        void isTakenOnTheDateOfTheRound(String birthDate, int broken) {
            assertThat(quantityOf(Rule.AGE, bornOn(birthDate))).isEqualTo(broken);
        }

        @Test
        void passesWhenUnknown() {
            bornOn("2010-01-01").cadre("yang");
            assertThat(quantityOf(Rule.AGE, district)).isZero();
        }
    }

    @Nested
    class Care {
        @ParameterizedTest
        @CsvSource({"heat, 1", "night, 0"})
        void sparesFromTagsOfThePost(String avoided, int broken) {
            district.post(new Post("guide", "guide", Set.of(), Set.of(), Set.of("heat", "lifting"), null, null))
                    .demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.avoidTags(Set.of(avoided)))
                    .serves("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.CARE, district)).isEqualTo(broken);
        }

        @Test
        void countsADutyOnceHoweverManyTagsMeet() {
            district.post(new Post("guide", "guide", Set.of(), Set.of(), Set.of("heat", "lifting"), null, null))
                    .demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.avoidTags(Set.of("heat", "lifting")))
                    .serves("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.CARE, district)).isEqualTo(1);
        }
    }

    @Nested
    class Confinement {
        @ParameterizedTest
        @CsvSource({
            "compound, 0, its residents serve in the sealed compound",
            "tower, 1, residents of another site do not",
            ", 1, and outsiders do not"
        })
        void admitsResidentsOnly(@Nullable String confinedTo, int broken, String why) {
            district.sealedSite("compound")
                    .site("tower")
                    .demand("compound MON 07-15")
                    .cadre("yang", yang -> yang.confinedTo(confinedTo))
                    .serves("yang", "compound MON 07-15");
            assertThat(quantityOf(Rule.CONFINEMENT, district)).as(why).isEqualTo(broken);
        }

        @ParameterizedTest
        @CsvSource({"gate, 0", "tower, 1", ", 0"})
        void keepsTheConfinedWhereTheyAre(@Nullable String confinedTo, int broken) {
            district.site("tower")
                    .demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.confinedTo(confinedTo))
                    .serves("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.CONFINEMENT, district)).isEqualTo(broken);
        }
    }

    @Nested
    class OverlapAndRest {
        private ProblemFixture yangServes(String... demands) {
            for (var demand : demands) {
                district.demand(demand);
            }
            return district.dutyRules("eleven-hours", 11 * 60)
                    .cadre("yang", yang -> yang.dutyRules("eleven-hours"))
                    .serves("yang", demands);
        }

        @Test
        void countsEveryMissingMinute() {
            assertThat(violationsOf(Rule.OVERLAP_AND_REST, yangServes("gate MON 15-23", "tower TUE 07-15")))
                    .containsExactly(new Violation(
                            Rule.OVERLAP_AND_REST,
                            3 * 60,
                            "yang",
                            "gate-MON-15-23",
                            "tower-TUE-07-15",
                            null,
                            null,
                            null));
        }

        @Test
        void allowsExactlyElevenHours() {
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, yangServes("gate MON 12-20", "tower TUE 07-15")))
                    .isZero();
        }

        @Test
        void countsAnOverlapOnTopOfTheRest() {
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, yangServes("gate MON 07-15", "tower MON 13-21")))
                    .isEqualTo(11 * 60 + 2 * 60);
        }

        @Test
        void countsTheWholeOfADutyInsideAnother() {
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, yangServes("gate MON 07-15", "tower MON 09-10")))
                    .isEqualTo(11 * 60 + 60);
        }

        @Test
        void looksAtEveryPairAndNotOnlyAtNeighbours() {
            // 07-15 and 13-14: 660 + 60. 07-15 and 16-17: 660 - 60. 13-14 and 16-17: 660 - 120.
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST, yangServes("gate MON 07-15", "tower MON 13-14", "mill MON 16-17")))
                    .isEqualTo(720 + 600 + 540);
        }

        @ParameterizedTest
        @CsvSource({
            "gate MON 15-17, 0, back to back at one site",
            "gate MON 16-17, 0, an hour between at one site",
            "gate MON 16:01-17, 599, a minute more",
            "tower MON 15-17, 660, back to back elsewhere",
            "gate MON 14:59-17, 661, an overlap at one site"
        })
        void takesTwoDutiesInARowAtOneSiteForOne(String next, int missing, String why) {
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, yangServes("gate MON 07-15", next)))
                    .as(why)
                    .isEqualTo(missing);
        }

        @Test
        void takesThreeInARowForOneService() {
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST, yangServes("gate MON 06-10", "gate MON 10-14", "gate MON 14-18")))
                    .isZero();
        }

        @Test
        void namesTheDutiesNextToTheRestThatIsMissing() {
            assertThat(violationsOf(
                            Rule.OVERLAP_AND_REST,
                            yangServes("gate MON 06-08", "gate MON 08-10", "tower MON 18-20", "tower MON 20-22")))
                    .containsExactly(new Violation(
                            Rule.OVERLAP_AND_REST,
                            3 * 60,
                            "yang",
                            "gate-MON-08-10",
                            "tower-MON-18-20",
                            null,
                            null,
                            null));
        }

        @Test
        void breaksAServiceWhereADutyElsewhereComesBetween() {
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST,
                            yangServes("gate MON 06-09", "tower MON 09:10-09:20", "gate MON 09:30-12")))
                    .isEqualTo(3 * 11 * 60 - 10 - 10 - 30);
        }

        @Test
        void breaksAServiceWhereDutiesOverlap() {
            // 06-09 is a service, 08-12 is one, and they overlap for an hour.
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST, yangServes("gate MON 06-09", "gate MON 08-10", "gate MON 10-12")))
                    .isEqualTo(11 * 60 + 60);
        }

        @Test
        void ordersDutiesThatStartTogetherByTheirEnd() {
            // 06-08 is a service, 06-12 is one, and they overlap for two hours.
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST, yangServes("gate MON 06-10", "gate MON 06-08", "gate MON 10-12")))
                    .isEqualTo(11 * 60 + 2 * 60);
        }

        @Test
        void letsCadresWithoutDutyRulesGoOnButNotOverlap() {
            district.demand("gate MON 07-15")
                    .demand("tower MON 15-17")
                    .demand("mill MON 16-18")
                    .cadre("li")
                    .serves("li", "gate MON 07-15", "tower MON 15-17", "mill MON 16-18");
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, district)).isEqualTo(60);
        }

        @Test
        void ignoresTheDutiesOfOthers() {
            yangServes("gate MON 07-15").cadre("li").demand("tower MON 07-15").serves("li", "tower MON 07-15");
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, district)).isZero();
        }

        @Test
        void countsTheSameSeatTwiceAsAnOverlap() {
            assertThat(quantityOf(
                            Rule.OVERLAP_AND_REST, yangServes("gate MON 07-15").serves("yang", "gate MON 07-15")))
                    .isEqualTo(11 * 60 + 8 * 60);
        }

        @ParameterizedTest
        @CsvSource({
            "2022-03-26 14-22, 2022-03-27 08-16, 120, an hour is lost in spring",
            "2022-10-29 14-22, 2022-10-30 08-16, 0, and won in autumn",
            "2022-10-22 14-22, 2022-10-23 08-16, 60, on other weekends the clock is right"
        })
        void countsMinutesAsTheyPass(String evening, String morning, int missing, String why) {
            district.timeZone("Europe/Berlin");
            assertThat(quantityOf(Rule.OVERLAP_AND_REST, yangServes("gate " + evening, "tower " + morning)))
                    .as(why)
                    .isEqualTo(missing);
        }
    }

    @Nested
    class DayLimit {
        private ProblemFixture eightHoursADay(String... demands) {
            for (var demand : demands) {
                district.demand(demand);
            }
            return district.dayLimit("eight-hours", 8 * 60)
                    .cadre("yang", yang -> yang.dutyRules("eight-hours"))
                    .serves("yang", demands);
        }

        @Test
        void countsMinutesAboveTheLimit() {
            assertThat(violationsOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 06-12", "gate MON 20-22:30")))
                    .containsExactly(new Violation(Rule.DAY_LIMIT, 30, "yang", null, null, null, date("MON"), null));
        }

        @Test
        void allowsExactlyTheLimit() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 06-12", "gate MON 20-22")))
                    .isZero();
        }

        @Test
        void countsANightForTheDayOnWhichItStarts() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 22-06", "gate TUE 08-16")))
                    .isZero();
        }

        @Test
        void countsAServiceThatSpansDatesAndNamesItsFirstAndLastDuty() {
            assertThat(violationsOf(
                            Rule.DAY_LIMIT, eightHoursADay("gate MON 20-00", "gate TUE 00-03", "gate TUE 03:30-06")))
                    .containsExactly(new Violation(
                            Rule.DAY_LIMIT, 90, "yang", "gate-MON-20-00", "gate-TUE-03.30-06", null, null, null));
        }

        @Test
        void countsNightAndDayAtOneSiteAsOneService() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 22-06", "gate TUE 07-15")))
                    .isEqualTo(8 * 60);
        }

        @Test
        void countsNightAndDayAtTwoSitesApart() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 22-06", "tower TUE 07-15")))
                    .isZero();
        }

        @Test
        void countsAServiceOfOneDateOnceThoughItEndsOnTheNext() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 18-22", "gate MON 22-04")))
                    .isEqualTo(2 * 60);
        }

        @Test
        void looksAtEveryDayOnItsOwn() {
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate MON 06-16", "gate TUE 06-15")))
                    .isEqualTo(120 + 60);
        }

        @Test
        void knowsThatADayInSpringIsShorter() {
            district.timeZone("Europe/Berlin");
            assertThat(quantityOf(Rule.DAY_LIMIT, eightHoursADay("gate 2022-03-27 00-09")))
                    .isZero();
        }

        @Test
        void ignoresCadresWithoutALimit() {
            district.demand("gate MON 00-23").cadre("li").serves("li", "gate MON 00-23");
            assertThat(quantityOf(Rule.DAY_LIMIT, district)).isZero();
        }
    }

    @Nested
    class UnitCeiling {
        private ProblemFixture threeOfTheBureau() {
            return district.demand("gate MON 07-15", 3, 3, 3)
                    .demand("gate MON 22-06")
                    .demand("gate TUE 08-16")
                    .cadre("yang")
                    .cadre("li")
                    .cadre("wu")
                    .serves("yang", "gate MON 07-15")
                    .serves("li", "gate MON 07-15")
                    .serves("wu", "gate MON 07-15");
        }

        @Test
        void countsCadresAboveIt() {
            threeOfTheBureau().unit("bureau", 1);
            assertThat(violationsOf(Rule.UNIT_CEILING, district))
                    .containsExactly(Violations.ofUnit(Rule.UNIT_CEILING, 2, "bureau", date("MON")));
        }

        @Test
        void allowsAsManyAsItSays() {
            threeOfTheBureau().unit("bureau", 3);
            assertThat(quantityOf(Rule.UNIT_CEILING, district)).isZero();
        }

        @Test
        void countsDifferentCadresOnly() {
            threeOfTheBureau().unit("bureau", 3).serves("yang", "gate MON 22-06");
            assertThat(quantityOf(Rule.UNIT_CEILING, district)).isZero();
        }

        @Test
        void looksAtEveryDateOnItsOwn() {
            threeOfTheBureau().unit("bureau", 2).serves("yang", "gate TUE 08-16");
            assertThat(quantityOf(Rule.UNIT_CEILING, district)).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"10, 0.29, 1", "10, 0.3, 0", "100, 0.03, 0", "0, 1, 3"})
        void roundsAShareOfTheStaffDown(int staff, String share, int above) {
            threeOfTheBureau().unit("bureau", staff, share);
            assertThat(quantityOf(Rule.UNIT_CEILING, district)).isEqualTo(above);
        }

        @Test
        void ignoresOtherUnits() {
            threeOfTheBureau().unit("bureau", 3).cadre("zhao bank").serves("zhao", "gate TUE 08-16");
            assertThat(quantityOf(Rule.UNIT_CEILING, district)).isZero();
        }
    }

    @Nested
    class DutyRules {
        @Test
        void countsTheExcessOfThoseWhoServeAndOfThoseWhoDoNot() {
            district.dutyRules("busy", DutyRule.MIN_DUTIES, DutyLimit.of(2))
                    .demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.dutyRules("busy"))
                    .cadre("li", li -> li.dutyRules("busy"))
                    .cadre("wu")
                    .serves("yang", "gate MON 07-15");
            assertThat(violationsOf(Rule.DUTY_RULES, district))
                    .containsExactly(
                            new Violation(Rule.DUTY_RULES, 1, "yang", null, null, null, null, DutyRule.MIN_DUTIES),
                            new Violation(Rule.DUTY_RULES, 2, "li", null, null, null, null, DutyRule.MIN_DUTIES));
        }

        @Test
        void leavesPreferredRulesToTheGoals() {
            district.dutyRules("busy", DutyRule.MIN_DUTIES, DutyLimit.of(2).preferred(5))
                    .cadre("yang", yang -> yang.dutyRules("busy"));
            assertThat(quantityOf(Rule.DUTY_RULES, district)).isZero();
        }

        @Test
        void takesOneWayTravelForALongOne() {
            district.community("hills", new Location(40.02, 116.42))
                    .site("pass hills")
                    .dutyRules("near", DutyRule.MAX_TRAVEL, DutyLimit.of(52))
                    .demand("pass MON 07-15")
                    .demand("gate TUE 07-15")
                    .cadre("yang", yang -> yang.dutyRules("near"))
                    .serves("yang", "pass MON 07-15", "gate TUE 07-15");
            assertThat(quantityOf(Rule.DUTY_RULES, district)).isEqualTo(1);
        }
    }

    @Nested
    class OneSeat {
        @Test
        void countsSeatsBeyondTheFirstInAWindow() {
            district.demand("gate MON 07-15")
                    .demand("tower MON 07-15")
                    .demand("mill MON 07-15")
                    .cadre("yang")
                    .serves("yang", "gate MON 07-15", "tower MON 07-15", "mill MON 07-15");
            assertThat(quantityOf(Rule.ONE_SEAT, district)).isEqualTo(2);
        }

        @Test
        void countsTheSameSeatTwice() {
            district.demand("gate MON 07-15", 1, 1, 2).cadre("yang").serves("yang", "gate MON 07-15", "gate MON 07-15");
            assertThat(quantityOf(Rule.ONE_SEAT, district)).isEqualTo(1);
        }

        @Test
        void leavesOverlapsOfTwoWindowsToTheRest() {
            district.demand("gate MON 07-15")
                    .demand("tower MON 08-15")
                    .cadre("yang")
                    .cadre("li")
                    .serves("yang", "gate MON 07-15", "tower MON 08-15")
                    .serves("li", "gate MON 07-15");
            assertThat(quantityOf(Rule.ONE_SEAT, district)).isZero();
        }
    }

    @Nested
    class Headcount {
        private ProblemFixture threeWhere(int max) {
            return district.demand("gate MON 07-15", 0, 0, max)
                    .demand("tower MON 07-15", 0, 0, 0)
                    .cadre("yang")
                    .cadre("li")
                    .cadre("wu")
                    .serves("yang", "gate MON 07-15")
                    .serves("li", "gate MON 07-15")
                    .serves("wu", "gate MON 07-15");
        }

        @Test
        void countsHeadsAboveTheMaximum() {
            assertThat(violationsOf(Rule.HEADCOUNT, threeWhere(1)))
                    .containsExactly(Violations.ofDemand(Rule.HEADCOUNT, 2, "gate-MON-07-15"));
        }

        @Test
        void allowsTheMaximum() {
            assertThat(quantityOf(Rule.HEADCOUNT, threeWhere(3))).isZero();
        }
    }

    @Nested
    class Pinned {
        private ProblemFixture yangIsPinned() {
            return district.demand("gate MON 07-15")
                    .demand("tower MON 07-15")
                    .cadre("yang")
                    .cadre("li")
                    .pinned("yang", "gate MON 07-15")
                    .published("li", "tower MON 07-15");
        }

        @Test
        void countsThoseThatDoNotStand() {
            yangIsPinned().serves("li", "gate MON 07-15").serves("yang", "tower MON 07-15");
            assertThat(violationsOf(Rule.PINNED, district))
                    .containsExactly(Violations.ofAssignment(Rule.PINNED, 1, "yang", "gate-MON-07-15"));
        }

        @Test
        void ignoresPublishedOnesAndHowManySeatsAreTaken() {
            yangIsPinned().serves("yang", "gate MON 07-15", "gate MON 07-15");
            assertThat(quantityOf(Rule.PINNED, district)).isZero();
        }

        @Test
        void countsTheSamePinOnce() {
            yangIsPinned().pinned("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.PINNED, district)).isEqualTo(1);
        }
    }
}
