package org.muster.planning.constraints;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.Location;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Travel;

class PlaceConstraintsTest {
    private static final Location NORTH = new Location(39.97, 116.42);

    @Nested
    class TravelMinutes {
        private final ConstraintCheck travel = new ConstraintCheck(PlaceConstraints::travel);

        private ProblemFixture twoDuties() {
            return new ProblemFixture()
                    .demand("gate MON 07-15")
                    .demand("tower TUE 07-15")
                    .travel(new Travel.Table(Map.of("yang", Map.of("gate", 12, "tower", 30))))
                    .serves("yang", "gate MON 07-15", "tower TUE 07-15");
        }

        @Test
        void addsMinutesOfAllDuties() {
            travel.given(twoDuties().cadre("yang")).penalizesBy(12 + 30);
        }

        @Test
        void goesByDistanceWhereNothingElseIsKnown() {
            // 4.45 km x 1.3 at 15 km/h
            travel.given(new ProblemFixture()
                            .community("north", NORTH)
                            .site("gate north")
                            .demand("gate MON 07-15")
                            .cadre("yang")
                            .serves("yang", "gate MON 07-15"))
                    .penalizesBy(24);
        }

        @Test
        void countsNothingForConfinedCadres() {
            travel.given(twoDuties().cadre("yang", yang -> yang.confinedTo("gate")))
                    .penalizesBy(0);
        }
    }

    @Nested
    class Home {
        private final ConstraintCheck home = new ConstraintCheck(PlaceConstraints::home);

        @Test
        void countsDutiesOutsideTheHomeSubdistrict() {
            home.given(new ProblemFixture()
                            .site("gate south")
                            .demand("gate MON 07-15")
                            .demand("gate TUE 07-15")
                            .cadre("yang bank north")
                            .serves("yang", "gate MON 07-15", "gate TUE 07-15"))
                    .penalizesBy(2);
        }

        @Test
        void isContentAtHome() {
            home.given(new ProblemFixture()
                            .site("gate north")
                            .demand("gate MON 07-15")
                            .cadre("yang bank north")
                            .serves("yang", "gate MON 07-15"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class UnitPairing {
        private final ConstraintCheck unitPairing = new ConstraintCheck(PlaceConstraints::unitPairing);

        private ProblemFixture gateInTheSouth() {
            return new ProblemFixture()
                    .community("north", NORTH)
                    .site("gate south")
                    .demand("gate MON 07-15")
                    .cadre("yang bank")
                    .serves("yang", "gate MON 07-15");
        }

        @Test
        void countsDutyWhereTheUnitIsNotPaired() {
            unitPairing.given(gateInTheSouth().pairedUnit("bank", "north")).penalizesBy(1);
        }

        @Test
        void allowsDutyWhereTheUnitIsPaired() {
            unitPairing
                    .given(gateInTheSouth().pairedUnit("bank", "north", "south"))
                    .penalizesBy(0);
        }

        @Test
        void takesUnitWithoutPairingAnywhere() {
            unitPairing.given(gateInTheSouth()).penalizesBy(0);
        }
    }

    @Nested
    class SameSite {
        private final ConstraintCheck sameSite = new ConstraintCheck(PlaceConstraints::sameSite);

        private ProblemFixture threeDays() {
            return new ProblemFixture()
                    .demand("tower TUE 07-15")
                    .demand("gate MON 07-15")
                    .demand("gate WED 07-15");
        }

        @Test
        void countsEveryChangeInTheOrderOfTime() {
            sameSite.given(threeDays()
                            .cadre("yang")
                            .serves("yang", "gate WED 07-15", "tower TUE 07-15", "gate MON 07-15"))
                    .penalizesBy(2);
        }

        @Test
        void countsNothingForTheFirstDutyEver() {
            sameSite.given(threeDays().cadre("yang").serves("yang", "gate MON 07-15"))
                    .penalizesBy(0);
        }

        @Test
        void comparesTheFirstDutyWithTheLastSite() {
            sameSite.given(threeDays()
                            .cadre("yang", yang -> yang.lastSite("tower"))
                            .serves("yang", "gate MON 07-15", "gate WED 07-15"))
                    .penalizesBy(1);
        }

        @Test
        void isContentWithTheLastSite() {
            sameSite.given(threeDays()
                            .cadre("yang", yang -> yang.lastSite("gate"))
                            .serves("yang", "gate MON 07-15"))
                    .penalizesBy(0);
        }
    }
}
