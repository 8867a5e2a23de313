package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.DISRUPTION;
import static org.muster.problem.rules.Rule.PINNED;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import org.muster.planning.model.Seat;
import org.muster.planning.model.StandingDuty;

/** Rules about what was fixed or announced before. */
final class DisruptionConstraints {

    private DisruptionConstraints() {}

    /** Every pinned assignment is kept. Each one that is missing counts one. */
    static Constraint pinned(ConstraintFactory factory) {
        return missing(factory.forEach(StandingDuty.class).filter(StandingDuty::pinned))
                .penalize(weightOf(PINNED))
                .asConstraint(constraintId(PINNED));
    }

    /** Published assignments are kept. Each one that is missing counts its weight. */
    static Constraint disruption(ConstraintFactory factory) {
        return missing(factory.forEach(StandingDuty.class).filter(StandingDuty::published))
                .penalize(weightOf(DISRUPTION), StandingDuty::disruption)
                .asConstraint(constraintId(DISRUPTION));
    }

    private static UniConstraintStream<StandingDuty> missing(UniConstraintStream<StandingDuty> standing) {
        return standing.ifNotExists(
                Seat.class, equal(StandingDuty::cadre, Seat::cadre), equal(StandingDuty::demand, Seat::demand));
    }
}
