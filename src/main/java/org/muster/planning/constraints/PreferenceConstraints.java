package org.muster.planning.constraints;

import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.PREFERENCE;
import static org.muster.problem.rules.Rule.SCARCE_SKILL;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.Seat;

/** Goals about preferences and skills. */
final class PreferenceConstraints {

    private PreferenceConstraints() {}

    /** People serve when they would rather, not when they would rather not. Met wishes are worth points. */
    static Constraint preference(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .impact(weightOf(PREFERENCE), seat -> -seat.cadre().preference(seat.demand()))
                .asConstraint(constraintId(PREFERENCE));
    }

    /** Scarce skills are kept for the posts that ask for them. Each duty that wastes one counts one. */
    static Constraint scarceSkill(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat -> seat.cadre().wastesScarceSkill(seat.demand()))
                .penalize(weightOf(SCARCE_SKILL))
                .asConstraint(constraintId(SCARCE_SKILL));
    }
}
