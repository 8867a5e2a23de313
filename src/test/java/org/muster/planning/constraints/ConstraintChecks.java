package org.muster.planning.constraints;

import org.muster.problem.rules.Rule;

/** The check of each rule. A new rule does not compile until it has one. */
public final class ConstraintChecks {

    private ConstraintChecks() {}

    public static ConstraintCheck of(Rule rule) {
        return new ConstraintCheck(
                switch (rule) {
                    case SKILL -> EligibilityConstraints::skill;
                    case AVAILABILITY -> EligibilityConstraints::availability;
                    case SERVICE -> EligibilityConstraints::service;
                    case AGE -> EligibilityConstraints::age;
                    case CARE -> EligibilityConstraints::care;
                    case CONFINEMENT -> EligibilityConstraints::confinement;
                    case OVERLAP_AND_REST -> RestConstraints::overlapAndRest;
                    case DAY_LIMIT -> RestConstraints::dayLimit;
                    case UNIT_CEILING -> UnitConstraints::unitCeiling;
                    case DUTY_RULES -> DutyRuleConstraints::dutyRules;
                    case ONE_SEAT -> RestConstraints::oneSeat;
                    case HEADCOUNT -> CoverConstraints::headcount;
                    case PINNED -> DisruptionConstraints::pinned;
                    case COVER -> CoverConstraints::cover;
                    case IDEAL_COVER -> CoverConstraints::idealCover;
                    case OVER_COVER -> CoverConstraints::overCover;
                    case TRAVEL -> PlaceConstraints::travel;
                    case HOME -> PlaceConstraints::home;
                    case UNIT_PAIRING -> PlaceConstraints::unitPairing;
                    case SAME_SITE -> PlaceConstraints::sameSite;
                    case PREFERENCE -> PreferenceConstraints::preference;
                    case SCARCE_SKILL -> PreferenceConstraints::scarceSkill;
                    case FAIRNESS -> FairnessConstraints::fairness;
                    case TEAM_UNITS -> TeamConstraints::teamUnits;
                    case EXPERIENCE -> TeamConstraints::experience;
                    case DISRUPTION -> DisruptionConstraints::disruption;
                    case LONG_DAY -> FairnessConstraints::longDay;
                    case PREFERRED_DUTY_RULES -> DutyRuleConstraints::preferredDutyRules;
                });
    }
}
