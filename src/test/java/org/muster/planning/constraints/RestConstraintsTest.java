package org.muster.planning.constraints;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;
import org.muster.problem.rules.DutyRules;

class RestConstraintsTest {

    /** Yang, with 11 hours of rest and 10 hours a day, on some demands. */
    private static ProblemFixture yang(String... demands) {
        var district = new ProblemFixture()
                .dutyRules(new DutyRules("civil", 11 * 60, 10 * 60, Map.of()))
                .cadre("yang", yang -> yang.dutyRules("civil"));
        for (var demand : demands) {
            district.demand(demand).serves("yang", demand);
        }
        return district;
    }

    /** Li, without duty rules. */
    private static ProblemFixture li(String... demands) {
        var district = new ProblemFixture().cadre("li");
        for (var demand : demands) {
            district.demand(demand).serves("li", demand);
        }
        return district;
    }

    @Nested
    class OverlapAndRest {
        private final ConstraintCheck overlapAndRest = new ConstraintCheck(RestConstraints::overlapAndRest);

        @Test
        void countsEveryMissingMinute() {
            overlapAndRest.given(yang("gate MON 15-23", "gate TUE 07-15")).penalizesBy(3 * 60);
        }

        @Test
        void allowsExactlyElevenHours() {
            overlapAndRest.given(yang("gate MON 12-20", "gate TUE 07-15")).penalizesBy(0);
        }

        @Test
        void countsTheOverlapOnTopOfTheRest() {
            overlapAndRest.given(yang("gate MON 07-15", "gate MON 13-20")).penalizesBy((11 + 2) * 60);
        }

        @Test
        void countsTheInnerDutyOfTwoThatContainEachOther() {
            overlapAndRest.given(li("gate MON 07-20", "gate MON 09-10")).penalizesBy(60);
        }

        @Test
        void countsEachPairOfThree() {
            overlapAndRest
                    .given(li("gate MON 07-10", "gate MON 08-11", "gate MON 09-12"))
                    .penalizesBy((2 + 1 + 2) * 60);
        }

        @Test
        void countsTheSameDemandTwiceAsFullOverlap() {
            overlapAndRest
                    .given(li("gate MON 07-10").serves("li", "gate MON 07-10"))
                    .penalizesBy(3 * 60);
        }

        @Test
        void allowsBackToBackAtOneSiteUpToAnHour() {
            overlapAndRest.given(yang("gate MON 07-11", "gate MON 12-15")).penalizesBy(0);
        }

        @Test
        void countsFullRestOnceMoreThanAnHourLiesBetween() {
            overlapAndRest.given(yang("gate MON 07-11", "gate MON 12:01-15")).penalizesBy(11 * 60 - 61);
        }

        @Test
        void takesARowAtOneSiteForOneService() {
            overlapAndRest
                    .given(yang("gate MON 06-09", "gate MON 09-12", "gate MON 13-16"))
                    .penalizesBy(0);
        }

        @Test
        void countsRestBetweenServicesOnce() {
            overlapAndRest
                    .given(yang("gate MON 06-09", "gate MON 09-12", "gate MON 18-20", "gate MON 20-22"))
                    .penalizesBy((11 - 6) * 60);
        }

        @Test
        void breaksARowWhereADutyElsewhereComesBetween() {
            overlapAndRest
                    .given(yang("gate MON 06-09", "tower MON 09:10-09:20", "gate MON 09:30-12"))
                    .penalizesBy(3 * 11 * 60 - 10 - 10 - 30);
        }

        @Test
        void takesTheEndOfTheWholeServiceForItsEnd() {
            overlapAndRest
                    .given(yang("gate MON 06-09", "gate MON 09-12", "tower MON 20-22"))
                    .penalizesBy((11 - 8) * 60);
        }

        @Test
        void countsNoMoreRestThanThereShouldBeWhereServicesOverlap() {
            overlapAndRest
                    .given(yang("gate MON 06-14", "tower MON 07-08", "tower MON 08-09"))
                    .penalizesBy(11 * 60 + 60 + 60);
        }

        @Test
        void countsEachServiceOfThree() {
            overlapAndRest
                    .given(yang("gate MON 06-08", "tower MON 10-12", "gate MON 14-16"))
                    .penalizesBy(3 * 11 * 60 - (2 + 2 + 6) * 60);
        }

        @Test
        void countsBackToBackAtTwoSites() {
            overlapAndRest.given(yang("gate MON 07-11", "tower MON 11-15")).penalizesBy(11 * 60);
        }

        @Test
        void asksForNoRestWithoutDutyRules() {
            overlapAndRest.given(li("gate MON 07-11", "tower MON 11-15")).penalizesBy(0);
        }

        @Test
        void leavesDutiesOfTwoCadresAlone() {
            overlapAndRest
                    .given(li("gate MON 07-11").cadre("wang").serves("wang", "gate MON 07-11"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class DayLimit {
        private final ConstraintCheck dayLimit = new ConstraintCheck(RestConstraints::dayLimit);

        @Test
        void countsEveryMinuteAbove() {
            dayLimit.given(yang("gate MON 07-15", "gate MON 16-19")).penalizesBy(60);
        }

        @Test
        void allowsExactlyTheLimit() {
            dayLimit.given(yang("gate MON 07-15", "gate MON 16-18")).penalizesBy(0);
        }

        @Test
        void countsNightForTheDateOnWhichItStarts() {
            dayLimit.given(yang("gate MON 20-06", "tower TUE 06-16")).penalizesBy(0);
        }

        @Test
        void countsAServiceThatSpansDatesAsAWhole() {
            dayLimit.given(yang("gate MON 20-06", "gate TUE 06-16")).penalizesBy(10 * 60);
        }

        @Test
        void allowsAServiceOfExactlyTheLimitOverMidnight() {
            dayLimit.given(yang("gate MON 20-00", "gate TUE 01-07")).penalizesBy(0);
        }

        @Test
        void countsDutiesOfOneDateOnceThoughTheyEndOnTheNext() {
            dayLimit.given(yang("gate MON 16-22", "gate MON 22-04")).penalizesBy(2 * 60);
        }

        @Test
        void addsDatesAndServices() {
            dayLimit.given(yang("gate MON 12-18", "gate MON 18-00", "gate TUE 00-04"))
                    .penalizesBy(2 * 60 + 6 * 60);
        }

        @Test
        void endsAServiceMoreThanAnHourBeforeTheNextDuty() {
            dayLimit.given(yang("gate MON 14-23", "gate TUE 00:01-09")).penalizesBy(0);
        }

        @Test
        void countsEachDateByItself() {
            dayLimit.given(yang("gate MON 06-17", "gate TUE 06-18")).penalizesBy(60 + 120);
        }

        @Test
        void limitsNobodyWithoutDutyRules() {
            dayLimit.given(li("gate MON 06-23")).penalizesBy(0);
        }
    }

    @Nested
    class OneSeat {
        private final ConstraintCheck oneSeat = new ConstraintCheck(RestConstraints::oneSeat);

        @Test
        void countsSeatsBeyondTheFirst() {
            oneSeat.given(li("gate MON 07-15", "tower MON 07-15", "gate MON 07-15 sampler"))
                    .penalizesBy(2);
        }

        @Test
        void countsTheSameDemandTwice() {
            oneSeat.given(li("gate MON 07-15").serves("li", "gate MON 07-15")).penalizesBy(1);
        }

        @Test
        void leavesOverlappingWindowsToTheRest() {
            oneSeat.given(li("gate MON 07-15", "tower MON 07-16")).penalizesBy(0);
        }
    }
}
