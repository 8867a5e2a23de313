package org.muster.planning.constraints;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;

class UnitConstraintsTest {

    @Nested
    class UnitCeiling {
        private final ConstraintCheck unitCeiling = new ConstraintCheck(UnitConstraints::unitCeiling);

        private ProblemFixture bankOfThree() {
            return new ProblemFixture()
                    .demand("gate MON 07-15", 0, 3, 3)
                    .demand("gate MON 16-22", 0, 3, 3)
                    .demand("gate TUE 07-15", 0, 3, 3)
                    .cadre("yang bank")
                    .cadre("li bank")
                    .cadre("wang bank");
        }

        @Test
        void countsCadresAboveTheCeiling() {
            unitCeiling
                    .given(bankOfThree()
                            .unit("bank", 1)
                            .serves("yang", "gate MON 07-15")
                            .serves("li", "gate MON 07-15")
                            .serves("wang", "gate MON 16-22"))
                    .penalizesBy(2);
        }

        @Test
        void allowsAsManyAsTheCeiling() {
            unitCeiling
                    .given(bankOfThree()
                            .unit("bank", 2)
                            .serves("yang", "gate MON 07-15")
                            .serves("li", "gate MON 07-15"))
                    .penalizesBy(0);
        }

        @Test
        void countsACadreOnceADay() {
            unitCeiling
                    .given(bankOfThree().unit("bank", 1).serves("yang", "gate MON 07-15", "gate MON 16-22"))
                    .penalizesBy(0);
        }

        @Test
        void countsEachDate() {
            unitCeiling
                    .given(bankOfThree()
                            .unit("bank", 0)
                            .serves("yang", "gate MON 07-15", "gate TUE 07-15")
                            .serves("li", "gate TUE 07-15"))
                    .penalizesBy(3);
        }

        @Test
        void roundsShareDown() {
            unitCeiling
                    .given(bankOfThree()
                            .unit("bank", 3, "0.5")
                            .serves("yang", "gate MON 07-15")
                            .serves("li", "gate MON 07-15"))
                    .penalizesBy(1);
        }

        @Test
        void leavesOtherUnitsAlone() {
            unitCeiling
                    .given(new ProblemFixture()
                            .demand("gate MON 07-15", 0, 2, 2)
                            .unit("bank", 1)
                            .cadre("yang bank")
                            .cadre("li school")
                            .serves("yang", "gate MON 07-15")
                            .serves("li", "gate MON 07-15"))
                    .penalizesBy(0);
        }
    }
}
