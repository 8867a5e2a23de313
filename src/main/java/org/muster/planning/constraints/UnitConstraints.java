package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.UNIT_CEILING;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.Seat;

/** Rules about how many people a unit can spare. */
final class UnitConstraints {

    private UnitConstraints() {}

    /** A unit and a day, with the most of its people who may be away then. */
    private record UnitDay(int unit, int day, int ceiling) {
        static UnitDay of(Seat seat) {
            return new UnitDay(seat.unitNumber(), seat.day(), seat.cadre().ceiling());
        }
    }

    /** On no date more cadres of a unit are on duty than its ceiling. Each cadre above counts one. */
    static Constraint unitCeiling(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat -> seat.cadre().hasCeiling())
                .groupBy(UnitDay::of, countDistinct(Seat::cadre))
                .filter((unitDay, away) -> away > unitDay.ceiling())
                .penalize(weightOf(UNIT_CEILING), (unitDay, away) -> away - unitDay.ceiling())
                .asConstraint(constraintId(UNIT_CEILING));
    }
}
