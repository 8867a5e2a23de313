package org.muster.planning.constraints;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** All rules that a roster is judged by, in the order of {@link org.muster.problem.rules.Rule}. */
public final class RosterConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            EligibilityConstraints.skill(factory),
            EligibilityConstraints.availability(factory),
            EligibilityConstraints.service(factory),
            EligibilityConstraints.age(factory),
            EligibilityConstraints.care(factory),
            EligibilityConstraints.confinement(factory),
            RestConstraints.overlapAndRest(factory),
            RestConstraints.dayLimit(factory),
            UnitConstraints.unitCeiling(factory),
            DutyRuleConstraints.dutyRules(factory),
            RestConstraints.oneSeat(factory),
            CoverConstraints.headcount(factory),
            DisruptionConstraints.pinned(factory),
            CoverConstraints.cover(factory),
            CoverConstraints.idealCover(factory),
            CoverConstraints.overCover(factory),
            PlaceConstraints.travel(factory),
            PlaceConstraints.home(factory),
            PlaceConstraints.unitPairing(factory),
            PlaceConstraints.sameSite(factory),
            PreferenceConstraints.preference(factory),
            PreferenceConstraints.scarceSkill(factory),
            FairnessConstraints.fairness(factory),
            TeamConstraints.teamUnits(factory),
            TeamConstraints.experience(factory),
            DisruptionConstraints.disruption(factory),
            FairnessConstraints.longDay(factory),
            DutyRuleConstraints.preferredDutyRules(factory)
        };
    }
}
