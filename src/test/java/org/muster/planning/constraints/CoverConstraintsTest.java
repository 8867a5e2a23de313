package org.muster.planning.constraints;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;

class CoverConstraintsTest {
    private static final String GATE = "gate MON 07-15";

    /** 2 heads required, 4 wanted, 5 allowed; priority 3, 10 points for a wanted head, 7 for one above. */
    private static ProblemFixture gateWith(String... cadres) {
        var district = new ProblemFixture().demand(GATE, 2, 4, 5, 3, 10, 7);
        for (var cadre : cadres) {
            district.cadre(cadre).serves(cadre, GATE);
        }
        return district;
    }

    @Nested
    class Cover {
        private final ConstraintCheck cover = new ConstraintCheck(CoverConstraints::cover);

        @Test
        void countsThePriorityForEachMissingHead() {
            cover.given(gateWith("yang")).penalizesBy(3);
        }

        @Test
        void countsDemandsWithoutAnybody() {
            cover.given(gateWith()).penalizesBy(2 * 3);
        }

        @Test
        void isContentWithTheRequiredHeads() {
            cover.given(gateWith("yang", "li")).penalizesBy(0);
        }
    }

    @Nested
    class IdealCover {
        private final ConstraintCheck idealCover = new ConstraintCheck(CoverConstraints::idealCover);

        @Test
        void countsHeadsMissingFromTheIdeal() {
            idealCover.given(gateWith("yang", "li", "wang")).penalizesBy(10);
        }

        @Test
        void leavesMissingRequiredHeadsToCover() {
            idealCover.given(gateWith()).penalizesBy(2 * 10);
        }

        @Test
        void isContentWithTheIdeal() {
            idealCover.given(gateWith("yang", "li", "wang", "zhao")).penalizesBy(0);
        }
    }

    @Nested
    class OverCover {
        private final ConstraintCheck overCover = new ConstraintCheck(CoverConstraints::overCover);

        @Test
        void countsHeadsAboveTheIdeal() {
            overCover
                    .given(gateWith("yang", "li", "wang", "zhao", "qian", "sun"))
                    .penalizesBy(2 * 7);
        }

        @Test
        void isContentWithTheIdeal() {
            overCover.given(gateWith("yang", "li", "wang", "zhao")).penalizesBy(0);
        }
    }

    @Nested
    class Headcount {
        private final ConstraintCheck headcount = new ConstraintCheck(CoverConstraints::headcount);

        @Test
        void countsHeadsAboveTheMaximum() {
            headcount
                    .given(gateWith("yang", "li", "wang", "zhao", "qian", "sun", "zhou"))
                    .penalizesBy(2);
        }

        @Test
        void allowsTheMaximum() {
            headcount.given(gateWith("yang", "li", "wang", "zhao", "qian")).penalizesBy(0);
        }

        @Test
        void countsWhereNobodyIsAllowed() {
            headcount
                    .given(new ProblemFixture()
                            .demand(GATE, 0, 0, 0)
                            .cadre("yang")
                            .serves("yang", GATE))
                    .penalizesBy(1);
        }
    }
}
