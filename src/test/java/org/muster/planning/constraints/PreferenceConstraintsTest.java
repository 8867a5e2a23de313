package org.muster.planning.constraints;

import static org.muster.problem.Availability.Kind.DESIRED;
import static org.muster.problem.Availability.Kind.UNAVAILABLE;
import static org.muster.problem.Availability.Kind.UNDESIRED;
import static org.muster.problem.ProblemFixture.availability;
import static org.muster.problem.ProblemFixture.date;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.Availability;
import org.muster.problem.HeldSkill;
import org.muster.problem.ProblemFixture;

class PreferenceConstraintsTest {
    private static final String GATE = "gate MON 07-15";

    @Nested
    class Preference {
        private final ConstraintCheck preference = new ConstraintCheck(PreferenceConstraints::preference);

        private ProblemFixture yangWith(Availability... intervals) {
            return new ProblemFixture()
                    .demand(GATE)
                    .cadre("yang", yang -> yang.availability(List.of(intervals)))
                    .serves("yang", GATE);
        }

        private Availability weighing(Availability.Kind kind, int weight) {
            return new Availability(date("MON").atTime(8, 0), date("MON").atTime(9, 0), kind, Set.of(), weight);
        }

        @Test
        void addsWeightsOfUndesiredIntervals() {
            preference
                    .given(yangWith(weighing(UNDESIRED, 2), weighing(UNDESIRED, 3)))
                    .penalizesBy(5);
        }

        @Test
        void rewardsDesiredTime() {
            preference
                    .given(yangWith(weighing(UNDESIRED, 2), weighing(DESIRED, 3)))
                    .rewardsWith(1);
        }

        @Test
        void ignoresIntervalsThatOnlyTouch() {
            preference
                    .given(yangWith(availability(UNDESIRED, "MON 15-16"), availability(DESIRED, "MON 06-07")))
                    .penalizesBy(0);
        }

        @Test
        void leavesUnavailableTimeToTheRule() {
            preference.given(yangWith(availability(UNAVAILABLE, "MON 07-15"))).penalizesBy(0);
        }

        @Test
        void ignoresWindowsOfOtherKinds() {
            var nights = new Availability(
                    date("MON").atStartOfDay(), date("TUE").atStartOfDay(), UNDESIRED, Set.of("night"), 4);
            preference.given(yangWith(nights)).penalizesBy(0);
            preference.given(yangWith(nights).window("MON 07-15", "night")).penalizesBy(4);
        }
    }

    @Nested
    class ScarceSkill {
        private final ConstraintCheck scarceSkill = new ConstraintCheck(PreferenceConstraints::scarceSkill);

        private ProblemFixture nurse() {
            return new ProblemFixture()
                    .scarceSkill("nurse")
                    .skill("driver")
                    .cadre(
                            "yang",
                            yang -> yang.skills(List.of(
                                    new HeldSkill("nurse", null, date("MON")), new HeldSkill("driver", null, null))));
        }

        @Test
        void countsDutyThatNeedsNoneOfTheScarceSkills() {
            scarceSkill
                    .given(nurse().postAnyOf("courier", "driver")
                            .demand("gate MON 07-15 courier")
                            .serves("yang", "gate MON 07-15 courier"))
                    .penalizesBy(1);
        }

        @Test
        void isContentWithPostsThatAskForOne() {
            scarceSkill
                    .given(nurse().postAnyOf("sampler", "nurse", "doctor")
                            .demand("gate MON 07-15 sampler")
                            .serves("yang", "gate MON 07-15 sampler"))
                    .penalizesBy(0);
        }

        @Test
        void forgetsSkillsThatHaveLapsed() {
            scarceSkill
                    .given(nurse().demand("gate TUE 07-15").serves("yang", "gate TUE 07-15"))
                    .penalizesBy(0);
        }

        @Test
        void ignoresSkillsThatAreNotScarce() {
            scarceSkill
                    .given(new ProblemFixture()
                            .skill("driver")
                            .cadre("yang", yang -> yang.skills(List.of(new HeldSkill("driver", null, null))))
                            .demand(GATE)
                            .serves("yang", GATE))
                    .penalizesBy(0);
        }
    }
}
