package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.EXPERIENCE;
import static org.muster.problem.rules.Rule.TEAM_UNITS;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.Seat;

/** Goals about who serves together. */
final class TeamConstraints {
    /** How many heads one experienced cadre can guide, one of them the guide. */
    private static final long HEADS_PER_GUIDE = 5;

    private TeamConstraints() {}

    /** People of one unit stay together. Each unit in a team beyond the first counts one. */
    static Constraint teamUnits(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::team, countDistinct(Seat::unitNumber))
                .filter((_, units) -> units > 1)
                .penalize(weightOf(TEAM_UNITS), (_, units) -> units - 1)
                .asConstraint(constraintId(TEAM_UNITS));
    }

    /** Newcomers serve with people who have done it. Each guide that a team of two or more lacks counts one. */
    static Constraint experience(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::team, count(), sum(TeamConstraints::guides))
                .filter((_, heads, guides) -> heads > 1 && missingGuides(heads, guides) > 0)
                .penalize(weightOf(EXPERIENCE), (_, heads, guides) -> missingGuides(heads, guides))
                .asConstraint(constraintId(EXPERIENCE));
    }

    private static long guides(Seat seat) {
        return seat.cadre().cadre().isExperienced() ? 1 : 0;
    }

    private static long missingGuides(long heads, long guides) {
        return Math.max(0, Math.ceilDiv(heads, HEADS_PER_GUIDE) - guides);
    }
}
