package org.muster.planning.constraints;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.Arrays;
import org.muster.problem.rules.Rule;

/** All rules that a roster is judged by: a table of contents, in the order of {@link Rule}. */
public final class RosterConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return Arrays.stream(Rule.values()).map(rule -> of(rule, factory)).toArray(Constraint[]::new);
    }

    /** The constraint that states a rule. */
    public static Constraint of(Rule rule, ConstraintFactory factory) {
        return switch (rule) {
            case SKILL -> EligibilityConstraints.skill(factory);
            case AVAILABILITY -> EligibilityConstraints.availability(factory);
            case SERVICE -> EligibilityConstraints.service(factory);
            case AGE -> EligibilityConstraints.age(factory);
            case CARE -> EligibilityConstraints.care(factory);
            case CONFINEMENT -> EligibilityConstraints.confinement(factory);
            case OVERLAP_AND_REST -> RestConstraints.overlapAndRest(factory);
            case DAY_LIMIT -> RestConstraints.dayLimit(factory);
            case UNIT_CEILING -> UnitConstraints.unitCeiling(factory);
            case DUTY_RULES -> DutyRuleConstraints.dutyRules(factory);
            case ONE_SEAT -> RestConstraints.oneSeat(factory);
            case HEADCOUNT -> CoverConstraints.headcount(factory);
            case PINNED -> DisruptionConstraints.pinned(factory);
            case COVER -> CoverConstraints.cover(factory);
            case IDEAL_COVER -> CoverConstraints.idealCover(factory);
            case OVER_COVER -> CoverConstraints.overCover(factory);
            case TRAVEL -> PlaceConstraints.travel(factory);
            case HOME -> PlaceConstraints.home(factory);
            case UNIT_PAIRING -> PlaceConstraints.unitPairing(factory);
            case SAME_SITE -> PlaceConstraints.sameSite(factory);
            case PREFERENCE -> PreferenceConstraints.preference(factory);
            case SCARCE_SKILL -> PreferenceConstraints.scarceSkill(factory);
            case FAIRNESS -> FairnessConstraints.fairness(factory);
            case TEAM_UNITS -> TeamConstraints.teamUnits(factory);
            case EXPERIENCE -> TeamConstraints.experience(factory);
            case DISRUPTION -> DisruptionConstraints.disruption(factory);
            case LONG_DAY -> FairnessConstraints.longDay(factory);
            case PREFERRED_DUTY_RULES -> DutyRuleConstraints.preferredDutyRules(factory);
        };
    }
}
