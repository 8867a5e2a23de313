package org.muster.planning.constraints;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;

class FairnessConstraintsTest {

    @Nested
    class Fairness {
        private final ConstraintCheck fairness = new ConstraintCheck(FairnessConstraints::fairness);

        @Test
        void countsTheSquareOfHoursForWhoHasServedLeast() {
            fairness.given(new ProblemFixture()
                            .demand("gate MON 07-15")
                            .cadre("yang", yang -> yang.minutesServed(600))
                            .serves("yang", "gate MON 07-15"))
                    .penalizesBy(8 * 8);
        }

        @Test
        void countsTheGrowthOfTheSquareForWhoHasServedMore() {
            fairness.given(new ProblemFixture()
                            .demand("gate MON 07-15")
                            .cadre("yang", yang -> yang.minutesServed(600 + 61))
                            .cadre("li", li -> li.minutesServed(600))
                            .serves("yang", "gate MON 07-15"))
                    .penalizesBy(10 * 10 - 2 * 2);
        }

        @Test
        void roundsTheHoursOfEachDutyUp() {
            fairness.given(new ProblemFixture()
                            .demand("gate MON 07-08:01")
                            .demand("gate TUE 07-08:01")
                            .cadre("yang")
                            .serves("yang", "gate MON 07-08:01", "gate TUE 07-08:01"))
                    .penalizesBy(4 * 4);
        }

        @Test
        void countsNothingForWhoStaysAtHome() {
            fairness.given(new ProblemFixture()
                            .demand("gate MON 07-15")
                            .cadre("yang", yang -> yang.minutesServed(600))
                            .cadre("li"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class LongDay {
        private final ConstraintCheck longDay = new ConstraintCheck(FairnessConstraints::longDay);

        private ProblemFixture yang(String... demands) {
            var district = new ProblemFixture().cadre("yang");
            for (var demand : demands) {
                district.demand(demand).serves("yang", demand);
            }
            return district;
        }

        @Test
        void squaresTheHoursBeyondEightAndRoundsThemUp() {
            longDay.given(yang("gate MON 07-17:01")).penalizesBy(3 * 3);
        }

        @Test
        void leavesEightHoursAlone() {
            longDay.given(yang("gate MON 07-15")).penalizesBy(0);
        }

        @Test
        void addsDutiesOfADateAndNotThoseOfTwo() {
            longDay.given(yang("gate MON 07-11", "gate MON 12-18", "gate TUE 07-11"))
                    .penalizesBy(2 * 2);
        }

        @Test
        void countsANightForTheDateOnWhichItStarts() {
            longDay.given(yang("gate MON 20-02", "gate TUE 10-16")).penalizesBy(0);
        }
    }
}
