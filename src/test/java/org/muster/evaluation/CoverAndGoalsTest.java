package org.muster.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.evaluation.Recount.quantityOf;
import static org.muster.problem.ProblemFixture.availability;
import static org.muster.problem.ProblemFixture.date;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.problem.Availability;
import org.muster.problem.HeldSkill;
import org.muster.problem.Location;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Travel.ByDistance;
import org.muster.problem.Travel.Table;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/** One group for cover and for each goal, with arithmetic that was worked by hand. */
public class CoverAndGoalsTest {
    /** 0.09 degrees north of the centre: 6371.0088 km x 0.09 x pi / 180 = 10.0075 km. */
    private static final Location HILLS = new Location(ProblemFixture.CENTRE.lat() + 0.09, ProblemFixture.CENTRE.lon());

    private final ProblemFixture district = new ProblemFixture();

    /** Cadres c1, c2, ... who all serve on one demand. */
    private ProblemFixture heads(int heads, String demand) {
        for (int i = 1; i <= heads; i++) {
            district.cadre("c" + i).serves("c" + i, demand);
        }
        return district;
    }

    @Nested
    class Cover {
        @ParameterizedTest
        @CsvSource({"0, 21", "2, 7", "3, 0", "4, 0"})
        void countsMissingHeadsByPriority(int heads, int quantity) {
            district.demand("gate MON 07-15", 3, 4, 5, 7, 1, 1).demand("tower MON 07-15", 0, 2, 2);
            assertThat(quantityOf(Rule.COVER, heads(heads, "gate MON 07-15"))).isEqualTo(quantity);
        }

        @Test
        void isTheMediumScore() {
            district.demand("gate MON 07-15", 3, 3, 3, 7, 1, 1).demand("tower MON 07-15", 2, 2, 2, 10, 1, 1);
            assertThat(Recount.of(district).score().medium()).isEqualTo(-(3 * 7 + 2 * 10));
        }
    }

    @Nested
    class IdealCover {
        @ParameterizedTest
        @CsvSource({"0, 6", "2, 6", "3, 3", "4, 0", "5, 0"})
        void countsWhatTheMinimumDoesNot(int heads, int quantity) {
            district.demand("gate MON 07-15", 2, 4, 5, 7, 3, 1);
            assertThat(quantityOf(Rule.IDEAL_COVER, heads(heads, "gate MON 07-15")))
                    .isEqualTo(quantity);
        }
    }

    @Nested
    class OverCover {
        @ParameterizedTest
        @CsvSource({"0, 0", "2, 0", "3, 4", "5, 12"})
        void countsHeadsAboveTheIdealEvenAboveTheMaximum(int heads, int quantity) {
            district.demand("gate MON 07-15", 1, 2, 4, 7, 1, 4);
            assertThat(quantityOf(Rule.OVER_COVER, heads(heads, "gate MON 07-15")))
                    .isEqualTo(quantity);
        }
    }

    @Nested
    class Travel {
        @BeforeEach
        void servesTwiceInTheHills() {
            district.community("hills", HILLS)
                    .site("pass hills")
                    .demand("pass MON 07-15")
                    .demand("pass TUE 07-15")
                    .demand("gate WED 07-15")
                    .cadre("yang")
                    .serves("yang", "pass MON 07-15", "pass TUE 07-15", "gate WED 07-15");
        }

        @Test
        void areRoundedUpForEachDuty() {
            // 10.0075 km x 1.3 x 60 / 15 = 52.04 minutes
            assertThat(quantityOf(Rule.TRAVEL, district)).isEqualTo(53 + 53);
        }

        @Test
        void followSpeedAndDetour() {
            // 10.0075 km x 2 x 60 / 30 = 40.03 minutes
            district.travel(new ByDistance(30, 2));
            assertThat(quantityOf(Rule.TRAVEL, district)).isEqualTo(41 + 41);
        }

        @Test
        void areThoseOfTheTableWhereItKnowsThem() {
            district.travel(new Table(Map.of("yang", Map.of("gate", 7), "li", Map.of("pass", 1))));
            assertThat(quantityOf(Rule.TRAVEL, district)).isEqualTo(53 + 53 + 7);
        }

        @Test
        void areNoneForTheConfined() {
            district.cadre("yang", yang -> yang.confinedTo("pass"));
            assertThat(quantityOf(Rule.TRAVEL, district)).isZero();
        }
    }

    @Nested
    class Home {
        @Test
        void countsDutiesInAnotherSubdistrict() {
            district.site("pass hills")
                    .demand("gate MON 07-15", 2, 2, 2)
                    .demand("pass TUE 07-15", 2, 2, 2)
                    .cadre("yang bureau hills")
                    .cadre("li")
                    .serves("yang", "gate MON 07-15", "pass TUE 07-15")
                    .serves("li", "gate MON 07-15");
            assertThat(quantityOf(Rule.HOME, district)).isEqualTo(1);
        }
    }

    @Nested
    class UnitPairing {
        @ParameterizedTest
        @CsvSource({"centre, 1", "hills, 2", "valley, 3"})
        void countsDutiesWhereTheUnitIsNotPaired(String paired, int quantity) {
            district.pairedUnit("bureau", paired)
                    .site("pass hills")
                    .demand("gate MON 07-15")
                    .demand("gate TUE 07-15")
                    .demand("pass WED 07-15")
                    .cadre("yang bureau hills")
                    .cadre("li bank")
                    .serves("yang", "gate MON 07-15", "gate TUE 07-15", "pass WED 07-15")
                    .serves("li", "pass WED 07-15");
            assertThat(quantityOf(Rule.UNIT_PAIRING, district)).isEqualTo(quantity);
        }
    }

    @Nested
    class SameSite {
        private ProblemFixture yangFrom(@Nullable String lastSite, String... demands) {
            district.site("gate").site("tower");
            for (var demand : demands) {
                district.demand(demand);
            }
            return district.cadre("yang", yang -> yang.lastSite(lastSite)).serves("yang", demands);
        }

        @Test
        void countsChangesInTimeNotInTheOrderOfTheSchedule() {
            assertThat(quantityOf(
                            Rule.SAME_SITE, yangFrom(null, "tower WED 07-15", "gate MON 07-15", "gate TUE 07-15")))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"tower, 1", "gate, 0", ", 0"})
        void comparesTheFirstDutyWithTheLastSite(@Nullable String lastSite, int quantity) {
            assertThat(quantityOf(Rule.SAME_SITE, yangFrom(lastSite, "gate MON 07-15", "gate TUE 07-15")))
                    .isEqualTo(quantity);
        }

        @Test
        void ordersWindowsThatStartTogetherByTheirEnd() {
            // gate until 14, tower until 15, then tower: one change. The other way round there were two.
            assertThat(quantityOf(
                            Rule.SAME_SITE, yangFrom("gate", "tower MON 07-15", "gate MON 07-14", "tower TUE 07-15")))
                    .isEqualTo(1);
        }

        @Test
        void ordersTheSeatsOfOneWindowByTheirPlaceInTheProblem() {
            // tower stands first: a change from gate to tower, and one back to gate.
            assertThat(quantityOf(Rule.SAME_SITE, yangFrom("gate", "tower MON 07-15", "gate MON 07-15")))
                    .isEqualTo(2);
        }

        @Test
        void ignoresWhereOthersServe() {
            yangFrom("gate", "gate MON 07-15")
                    .cadre("li")
                    .demand("tower SUN 07-15")
                    .serves("li", "tower SUN 07-15");
            assertThat(quantityOf(Rule.SAME_SITE, district)).isZero();
        }
    }

    @Nested
    class Preference {
        private ProblemFixture yangWishes(Availability... wishes) {
            return district.window("MON 07-15", "early")
                    .demand("gate MON 07-15")
                    .demand("gate MON 15-23")
                    .cadre("yang", yang -> yang.availability(List.of(wishes)))
                    .serves("yang", "gate MON 07-15", "gate MON 15-23");
        }

        private static Availability wish(Availability.Kind kind, String hours, int weight, String... windowKinds) {
            var plain = availability(kind, hours);
            return new Availability(plain.start(), plain.end(), kind, Set.of(windowKinds), weight);
        }

        @Test
        void countsEachPairOfDutyAndIntervalOnce() {
            // 14-16 overlaps both duties: 3 + 3. 07-08 overlaps one: 5.
            assertThat(quantityOf(
                            Rule.PREFERENCE,
                            yangWishes(
                                    wish(Availability.Kind.UNDESIRED, "MON 14-16", 3),
                                    wish(Availability.Kind.UNDESIRED, "MON 07-08", 5))))
                    .isEqualTo(11);
        }

        @Test
        void becomesNegativeWhenWishesAreMet() {
            yangWishes(
                    wish(Availability.Kind.DESIRED, "MON 07-15", 4), wish(Availability.Kind.UNDESIRED, "MON 22-23", 1));
            assertThat(quantityOf(Rule.PREFERENCE, district)).isEqualTo(-3);
            assertThat(Recount.of(district).tally(Rule.PREFERENCE).points()).isEqualTo(90);
        }

        @Test
        void ignoresIntervalsThatTouchAndThoseOfOtherKindsOfWindow() {
            assertThat(quantityOf(
                            Rule.PREFERENCE,
                            yangWishes(
                                    wish(Availability.Kind.UNDESIRED, "MON 23-23:30", 3),
                                    wish(Availability.Kind.DESIRED, "MON 06-07", 3),
                                    wish(Availability.Kind.UNDESIRED, "MON 07-23", 3, "night"),
                                    wish(Availability.Kind.UNAVAILABLE, "MON 07-23", 3))))
                    .isZero();
        }

        @Test
        void takesAWindowWithoutAKindForNoneOfThem() {
            assertThat(quantityOf(
                            Rule.PREFERENCE, yangWishes(wish(Availability.Kind.UNDESIRED, "MON 07-23", 3, "early"))))
                    .isEqualTo(3);
        }
    }

    @Nested
    class ScarceSkill {
        private ProblemFixture serveAs(String post, HeldSkill... skills) {
            return district.scarceSkill("nurse")
                    .scarceSkill("doctor")
                    .skill("driver")
                    .postAnyOf("sampler", "nurse", "driver")
                    .postAllOf("physician", "doctor")
                    .demand("gate MON 07-15 " + post)
                    .cadre("yang", yang -> yang.skills(List.of(skills)))
                    .serves("yang", "gate MON 07-15 " + post);
        }

        private static HeldSkill held(String skill) {
            return new HeldSkill(skill, null, null);
        }

        @Test
        void countsItsHoldersOnOtherPosts() {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("guide", held("nurse"), held("doctor"))))
                    .isEqualTo(1);
        }

        @Test
        void isWellUsedWhereThePostAsksForOneOfThem() {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("sampler", held("nurse"), held("doctor"))))
                    .isZero();
        }

        @Test
        void isWellUsedWhereThePostAsksForIt() {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("physician", held("doctor"))))
                    .isZero();
        }

        @Test
        void isWastedWhereThePostAsksForAnotherScarceSkill() {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("physician", held("nurse"))))
                    .isEqualTo(1);
        }

        @Test
        void isNothingThatEverybodyHolds() {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("guide", held("driver"))))
                    .isZero();
        }

        @ParameterizedTest
        @CsvSource({"TUE, 0", "MON, 1"})
        void countsOnDaysOnWhichItIsHeld(String from, int quantity) {
            assertThat(quantityOf(Rule.SCARCE_SKILL, serveAs("guide", new HeldSkill("nurse", date(from), null))))
                    .isEqualTo(quantity);
        }
    }

    @Nested
    class Fairness {
        @Test
        void squaresHoursAboveTheLeastLoaded() {
            // yang: B = ceil((480 - 100) / 60) = 7, M = ceil(450 / 60) = 8: 15 x 15 - 7 x 7 = 176.
            // wu: B = 0, M = ceil(61 / 60) + ceil(60 / 60) = 3: 9.
            district.demand("gate MON 07:30-15")
                    .demand("gate TUE 07-08:01")
                    .demand("gate WED 07-08")
                    .cadre("yang", yang -> yang.minutesServed(480))
                    .cadre("li", li -> li.minutesServed(100))
                    .cadre("wu", wu -> wu.minutesServed(100))
                    .serves("yang", "gate MON 07:30-15")
                    .serves("wu", "gate TUE 07-08:01", "gate WED 07-08");
            assertThat(quantityOf(Rule.FAIRNESS, district)).isEqualTo(176 + 9);
        }

        @Test
        void isNothingForThoseWithoutADuty() {
            district.demand("gate MON 07-15")
                    .cadre("yang", yang -> yang.minutesServed(6000))
                    .cadre("li");
            assertThat(quantityOf(Rule.FAIRNESS, district)).isZero();
        }

        @Test
        void countsHoursAsTheyPass() {
            district.timeZone("Europe/Berlin")
                    .demand("gate 2022-10-30 00-08")
                    .cadre("yang")
                    .serves("yang", "gate 2022-10-30 00-08");
            assertThat(quantityOf(Rule.FAIRNESS, district)).isEqualTo(81);
        }
    }

    @Nested
    class TeamUnits {
        @Test
        void countsUnitsBeyondTheFirstOfASiteAndWindow() {
            // gate MON: bureau, bank and bureau on two posts: 1. gate TUE: one person: 0. tower MON: one person: 0.
            district.demand("gate MON 07-15", 2, 2, 2)
                    .demand("gate MON 07-15 sampler")
                    .demand("gate TUE 07-15")
                    .demand("tower MON 07-15")
                    .cadre("yang bureau")
                    .cadre("li bank")
                    .cadre("wu bureau")
                    .cadre("zhao school")
                    .serves("yang", "gate MON 07-15")
                    .serves("li", "gate MON 07-15", "gate TUE 07-15")
                    .serves("wu", "gate MON 07-15 sampler")
                    .serves("zhao", "tower MON 07-15");
            assertThat(quantityOf(Rule.TEAM_UNITS, district)).isEqualTo(1);
        }
    }

    @Nested
    class Experience {
        @ParameterizedTest
        @CsvSource({"1, 0, 0", "2, 0, 1", "5, 0, 1", "5, 1, 0", "6, 0, 2", "6, 1, 1", "6, 3, 0"})
        void asksForOneInEveryFive(int heads, int experienced, int quantity) {
            district.demand("gate MON 07-15", 0, 0, 10);
            for (int i = 1; i <= heads; i++) {
                int rounds = i <= experienced ? 2 : 1;
                district.cadre("c" + i, cadre -> cadre.roundsServed(rounds)).serves("c" + i, "gate MON 07-15");
            }
            assertThat(quantityOf(Rule.EXPERIENCE, district)).isEqualTo(quantity);
        }

        @Test
        void takesAllPostsOfASiteForOneTeam() {
            district.demand("gate MON 07-15")
                    .demand("gate MON 07-15 sampler")
                    .cadre("yang", yang -> yang.roundsServed(2))
                    .cadre("li")
                    .serves("yang", "gate MON 07-15")
                    .serves("li", "gate MON 07-15 sampler");
            assertThat(quantityOf(Rule.EXPERIENCE, district)).isZero();
        }
    }

    @Nested
    class Disruption {
        @Test
        void countsPublishedAssignmentsThatDoNotStand() {
            district.demand("gate MON 07-15")
                    .demand("tower TUE 07-15")
                    .demand("mill WED 07-15")
                    .cadre("yang")
                    .published("yang", "gate MON 07-15", "tower TUE 07-15", "tower TUE 07-15")
                    .pinned("yang", "mill WED 07-15")
                    .serves("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.DISRUPTION, district)).isEqualTo(1);
        }

        @Test
        void countsEachByItsWeightAndTheHeaviestOfOneTwice() {
            district.demand("gate MON 07-15")
                    .demand("tower TUE 07-15")
                    .demand("mill WED 07-15")
                    .demand("yard THU 07-15")
                    .cadre("yang")
                    .published("yang", 7, "gate MON 07-15")
                    .published("yang", 5, "tower TUE 07-15")
                    .published("yang", 3, "tower TUE 07-15")
                    .published("yang", 0, "mill WED 07-15")
                    .published("yang", "yard THU 07-15")
                    .serves("yang", "gate MON 07-15");
            assertThat(quantityOf(Rule.DISRUPTION, district)).isEqualTo(5 + 1);
        }
    }

    @Nested
    class LongDay {
        @Test
        void squaresTheHoursBeyondEightOfEachDate() {
            district.demand("gate MON 07-11", 2, 2, 2)
                    .demand("gate MON 13-18:01", 2, 2, 2)
                    .demand("gate TUE 07-17")
                    .cadre("yang")
                    .cadre("li")
                    .serves("yang", "gate MON 07-11", "gate MON 13-18:01", "gate TUE 07-17")
                    .serves("li", "gate MON 07-11");
            assertThat(quantityOf(Rule.LONG_DAY, district)).isEqualTo(2 * 2 + 2 * 2);
        }

        @Test
        void leavesEightHoursAlone() {
            district.demand("gate MON 16-00")
                    .demand("gate TUE 00-08")
                    .cadre("yang")
                    .serves("yang", "gate MON 16-00", "gate TUE 00-08");
            assertThat(quantityOf(Rule.LONG_DAY, district)).isZero();
        }
    }

    @Nested
    class PreferredDutyRules {
        @Test
        void countsTheExcessByTheWeightOfTheRule() {
            // yang: one duty above 1, times 5. li: one duty below 2, times 3; her required rule counts elsewhere.
            district.dutyRules("calm", DutyRule.MAX_DUTIES, DutyLimit.of(1).preferred(5))
                    .dutyRules(new DutyRules(
                            "busy",
                            0,
                            null,
                            Map.of(
                                    DutyRule.MIN_DUTIES, DutyLimit.of(2).preferred(3),
                                    DutyRule.MIN_MINUTES, DutyLimit.of(6000))))
                    .demand("gate MON 07-15", 2, 2, 2)
                    .demand("gate TUE 07-15")
                    .cadre("yang", yang -> yang.dutyRules("calm"))
                    .cadre("li", li -> li.dutyRules("busy"))
                    .weight(Rule.PREFERRED_DUTY_RULES, 10)
                    .serves("yang", "gate MON 07-15", "gate TUE 07-15")
                    .serves("li", "gate MON 07-15");
            assertThat(quantityOf(Rule.PREFERRED_DUTY_RULES, district)).isEqualTo(5 + 3);
            assertThat(Recount.of(district).tally(Rule.PREFERRED_DUTY_RULES).points())
                    .isEqualTo(-80);
        }
    }
}
