package org.muster.planning.constraints;

import static org.muster.problem.Availability.Kind.UNAVAILABLE;
import static org.muster.problem.Availability.Kind.UNDESIRED;
import static org.muster.problem.ProblemFixture.availability;
import static org.muster.problem.ProblemFixture.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.HeldSkill;
import org.muster.problem.Post;
import org.muster.problem.ProblemFixture;

class EligibilityConstraintsTest {
    private static final String MONDAY_GATE = "gate MON 07-15 sampler";

    private static ProblemFixture gate() {
        return new ProblemFixture().demand(MONDAY_GATE).serves("yang", MONDAY_GATE);
    }

    @Nested
    class Skill {
        private final ConstraintCheck skill = new ConstraintCheck(EligibilityConstraints::skill);

        @Test
        void countsDutyWithoutAnyOfTheSkills() {
            skill.given(gate().postAnyOf("sampler", "nurse", "doctor").cadre("yang"))
                    .penalizesBy(1);
        }

        @Test
        void isContentWithOneOfTheSkills() {
            skill.given(gate().postAnyOf("sampler", "nurse", "doctor")
                            .cadre("yang", yang -> yang.skills(List.of(new HeldSkill("doctor", null, null)))))
                    .penalizesBy(0);
        }

        @Test
        void countsDutyThatLacksOneOfTheSkillsInsistedOn() {
            skill.given(gate().postAllOf("sampler", "nurse", "driver")
                            .cadre("yang", yang -> yang.skills(List.of(new HeldSkill("nurse", null, null)))))
                    .penalizesBy(1);
        }

        @Test
        void takesLastDayOfSkillAsHeld() {
            skill.given(gate().postAnyOf("sampler", "nurse")
                            .cadre("yang", yang -> yang.skills(List.of(new HeldSkill("nurse", null, date("MON"))))))
                    .penalizesBy(0);
        }

        @Test
        void countsDutyAfterTheSkillHasLapsed() {
            skill.given(gate().postAnyOf("sampler", "nurse")
                            .cadre(
                                    "yang",
                                    yang -> yang.skills(List.of(new HeldSkill(
                                            "nurse", null, date("MON").minusDays(1))))))
                    .penalizesBy(1);
        }
    }

    @Nested
    class Availability {
        private final ConstraintCheck availability = new ConstraintCheck(EligibilityConstraints::availability);

        @Test
        void countsDutyOnceHoweverManyIntervalsItOverlaps() {
            availability
                    .given(gate().cadre(
                                    "yang",
                                    yang -> yang.availability(List.of(
                                            availability(UNAVAILABLE, "MON 14-16"),
                                            availability(UNAVAILABLE, "MON 06-08")))))
                    .penalizesBy(1);
        }

        @Test
        void allowsDutyBetweenIntervals() {
            availability
                    .given(gate().cadre(
                                    "yang",
                                    yang -> yang.availability(List.of(
                                            availability(UNAVAILABLE, "MON 15-16"),
                                            availability(UNAVAILABLE, "MON 06-07")))))
                    .penalizesBy(0);
        }

        @Test
        void leavesUndesiredTimeToTheGoal() {
            availability
                    .given(gate().cadre(
                                    "yang", yang -> yang.availability(List.of(availability(UNDESIRED, "MON 07-15")))))
                    .penalizesBy(0);
        }

        @Test
        void leavesWindowsOfOtherKindsAlone() {
            var nights = new org.muster.problem.Availability(
                    date("MON").atStartOfDay(), date("TUE").atStartOfDay(), UNAVAILABLE, Set.of("night"), 1);
            availability
                    .given(gate().window("MON 07-15", "early")
                            .cadre("yang", yang -> yang.availability(List.of(nights))))
                    .penalizesBy(0);
            availability
                    .given(gate().window("MON 07-15", "night")
                            .cadre("yang", yang -> yang.availability(List.of(nights))))
                    .penalizesBy(1);
        }
    }

    @Nested
    class Service {
        private final ConstraintCheck service = new ConstraintCheck(EligibilityConstraints::service);

        @Test
        void countsDutyOnTheDayAfterTheLast() {
            service.given(gate().cadre(
                                    "yang",
                                    yang -> yang.lastServiceDay(date("MON").minusDays(1))))
                    .penalizesBy(1);
        }

        @Test
        void allowsDutyThatStartsOnTheLastDay() {
            service.given(gate().cadre("yang", yang -> yang.lastServiceDay(date("MON"))))
                    .penalizesBy(0);
        }
    }

    @Nested
    class Age {
        private final ConstraintCheck age = new ConstraintCheck(EligibilityConstraints::age);

        private ProblemFixture between18And59(LocalDate birthDate) {
            return gate().post(new Post("sampler", "sampler", Set.of(), Set.of(), Set.of(), 18, 59))
                    .cadre("yang", yang -> yang.birthDate(birthDate));
        }

        @Test
        void countsWhoTurnsOldEnoughTheDayAfter() {
            age.given(between18And59(date("TUE").minusYears(18))).penalizesBy(1);
        }

        @Test
        void allowsWhoTurnsOldEnoughThatDay() {
            age.given(between18And59(date("MON").minusYears(18))).penalizesBy(0);
        }

        @Test
        void allowsWhoTurnsTooOldTheDayAfter() {
            age.given(between18And59(date("TUE").minusYears(60))).penalizesBy(0);
        }

        @Test
        void countsWhoTurnsTooOldThatDay() {
            age.given(between18And59(date("MON").minusYears(60))).penalizesBy(1);
        }

        @Test
        void lookAtTheDateOfTheRoundRatherThanOfTheWindow() {
            age.given(between18And59(date("TUE").minusYears(18)).window("MON 07-15", null, "TUE"))
                    .penalizesBy(0);
        }

        @Test
        void letsPassWhoseBirthDateIsUnknown() {
            age.given(gate().post(new Post("sampler", "sampler", Set.of(), Set.of(), Set.of(), 18, 59))
                            .cadre("yang"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class Care {
        private final ConstraintCheck care = new ConstraintCheck(EligibilityConstraints::care);

        private ProblemFixture heatAndLifting(Set<String> avoided) {
            return gate().post(
                            new Post("sampler", "sampler", Set.of(), Set.of(), Set.of("heat", "lifting"), null, null))
                    .cadre("yang", yang -> yang.avoidTags(avoided));
        }

        @Test
        void countsDutyOnceHoweverMuchIsToBeAvoided() {
            care.given(heatAndLifting(Set.of("heat", "lifting"))).penalizesBy(1);
        }

        @Test
        void ignoresWhatThePostDoesNotHave() {
            care.given(heatAndLifting(Set.of("night"))).penalizesBy(0);
        }
    }

    @Nested
    class Confinement {
        private final ConstraintCheck confinement = new ConstraintCheck(EligibilityConstraints::confinement);

        @Test
        void countsConfinedCadreElsewhere() {
            confinement
                    .given(gate().site("tower").cadre("yang", yang -> yang.confinedTo("tower")))
                    .penalizesBy(1);
        }

        @Test
        void countsOutsiderWhereResidentsOnlyAreAdmitted() {
            confinement.given(gate().sealedSite("gate").cadre("yang")).penalizesBy(1);
        }

        @Test
        void countsResidentOfAnotherSealedSiteOnce() {
            confinement
                    .given(gate().sealedSite("gate")
                            .sealedSite("tower")
                            .cadre("yang", yang -> yang.confinedTo("tower")))
                    .penalizesBy(1);
        }

        @Test
        void allowsResidentAtHome() {
            confinement
                    .given(gate().sealedSite("gate").cadre("yang", yang -> yang.confinedTo("gate")))
                    .penalizesBy(0);
        }

        @Test
        void allowsConfinedCadreAtTheirOpenSite() {
            confinement
                    .given(gate().cadre("yang", yang -> yang.confinedTo("gate")))
                    .penalizesBy(0);
        }
    }
}
