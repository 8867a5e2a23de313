package org.muster.planning.constraints;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.ProblemFixture;

class TeamConstraintsTest {

    @Nested
    class TeamUnits {
        private final ConstraintCheck teamUnits = new ConstraintCheck(TeamConstraints::teamUnits);

        private ProblemFixture threeUnits() {
            return new ProblemFixture()
                    .demand("gate MON 07-15", 0, 3, 3)
                    .demand("gate MON 07-15 sampler", 0, 3, 3)
                    .demand("tower MON 07-15", 0, 3, 3)
                    .cadre("yang bank")
                    .cadre("li bank")
                    .cadre("wang school")
                    .cadre("zhao library");
        }

        @Test
        void countsUnitsBeyondTheFirstOverAllPostsOfASite() {
            teamUnits
                    .given(threeUnits()
                            .serves("yang", "gate MON 07-15")
                            .serves("wang", "gate MON 07-15 sampler")
                            .serves("zhao", "gate MON 07-15"))
                    .penalizesBy(2);
        }

        @Test
        void isContentWithOneUnit() {
            teamUnits
                    .given(threeUnits().serves("yang", "gate MON 07-15").serves("li", "gate MON 07-15"))
                    .penalizesBy(0);
        }

        @Test
        void leavesOtherSitesAlone() {
            teamUnits
                    .given(threeUnits().serves("yang", "gate MON 07-15").serves("wang", "tower MON 07-15"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class Experience {
        private final ConstraintCheck experience = new ConstraintCheck(TeamConstraints::experience);

        /** A team of some heads, of whom the first few have served in two rounds and the rest in one. */
        private ProblemFixture team(int heads, int experienced) {
            var district = new ProblemFixture().demand("gate MON 07-15", 0, heads, heads);
            for (int head = 0; head < heads; head++) {
                int rounds = head < experienced ? 2 : 1;
                district.cadre("cadre" + head, cadre -> cadre.roundsServed(rounds))
                        .serves("cadre" + head, "gate MON 07-15");
            }
            return district;
        }

        @Test
        void countsTeamOfNewcomers() {
            experience.given(team(5, 0)).penalizesBy(1);
        }

        @Test
        void asksForAnotherGuideFromTheSixthHead() {
            experience.given(team(6, 0)).penalizesBy(2);
            experience.given(team(6, 1)).penalizesBy(1);
        }

        @Test
        void isContentWithOneInFive() {
            experience.given(team(5, 1)).penalizesBy(0);
        }

        @Test
        void leavesWhoServesAloneAlone() {
            experience.given(team(1, 0)).penalizesBy(0);
        }

        @Test
        void takesGuidesOnTopForGranted() {
            experience.given(team(4, 3)).penalizesBy(0);
        }
    }
}
