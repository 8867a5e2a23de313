package org.muster.planning.constraints;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;

class DisruptionConstraintsTest {
    private static final String MONDAY = "gate MON 07-15";
    private static final String TUESDAY = "gate TUE 07-15";

    private static ProblemFixture twoDays() {
        return new ProblemFixture()
                .demand(MONDAY, 0, 2, 2)
                .demand(TUESDAY, 0, 2, 2)
                .cadre("yang")
                .cadre("li");
    }

    @Nested
    class Pinned {
        private final ConstraintCheck pinned = new ConstraintCheck(DisruptionConstraints::pinned);

        @Test
        void countsPinsThatDoNotStand() {
            pinned.given(twoDays().pinned("yang", MONDAY, TUESDAY).serves("li", MONDAY))
                    .penalizesBy(2);
        }

        @Test
        void isContentWithPinsThatStand() {
            pinned.given(twoDays().pinned("yang", MONDAY).serves("yang", MONDAY))
                    .penalizesBy(0);
        }

        @Test
        void countsAPinOnceHoweverOftenItIsNamed() {
            pinned.given(twoDays().pinned("yang", MONDAY, MONDAY)).penalizesBy(1);
        }

        @Test
        void leavesWhatIsOnlyPublishedToTheGoal() {
            pinned.given(twoDays().published("yang", MONDAY)).penalizesBy(0);
        }
    }

    @Nested
    class Disruption {
        private final ConstraintCheck disruption = new ConstraintCheck(DisruptionConstraints::disruption);

        @Test
        void countsPublishedAssignmentsThatNoLongerStand() {
            disruption
                    .given(twoDays()
                            .published("yang", MONDAY, TUESDAY)
                            .published("li", MONDAY)
                            .serves("yang", TUESDAY))
                    .penalizesBy(2);
        }

        @Test
        void countsEachByItsWeight() {
            disruption
                    .given(twoDays()
                            .published("yang", 7, MONDAY)
                            .published("yang", 0, TUESDAY)
                            .published("li", MONDAY))
                    .penalizesBy(7 + 1);
        }

        @Test
        void countsWhatWasToldTwiceByTheHeavierWeight() {
            disruption
                    .given(twoDays().published("yang", 2, MONDAY).published("yang", 5, MONDAY))
                    .penalizesBy(5);
        }

        @Test
        void isContentWhenAllStand() {
            disruption
                    .given(twoDays().published("yang", MONDAY).serves("yang", MONDAY))
                    .penalizesBy(0);
        }

        @Test
        void leavesWhatIsOnlyPinnedToTheRule() {
            disruption.given(twoDays().pinned("yang", MONDAY)).penalizesBy(0);
        }
    }
}
