package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.COVER;
import static org.muster.problem.rules.Rule.HEADCOUNT;
import static org.muster.problem.rules.Rule.IDEAL_COVER;
import static org.muster.problem.rules.Rule.OVER_COVER;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import org.muster.planning.model.Seat;
import org.muster.problem.Demand;

/** Rules about how many heads a demand gets. */
final class CoverConstraints {

    private CoverConstraints() {}

    /** No demand gets more heads than its maximum. Each head above counts one. */
    static Constraint headcount(ConstraintFactory factory) {
        return headsOfDemands(factory)
                .filter((demand, heads) -> heads > demand.max())
                .penalize(weightOf(HEADCOUNT), (demand, heads) -> heads - demand.max())
                .asConstraint(constraintId(HEADCOUNT));
    }

    /** Every demand gets its required heads. Each one missing counts its priority. */
    static Constraint cover(ConstraintFactory factory) {
        return headsOfDemands(factory)
                .filter((demand, heads) -> heads < demand.min())
                .penalize(weightOf(COVER), (demand, heads) -> demand.priority() * (demand.min() - heads))
                .asConstraint(constraintId(COVER));
    }

    /** Every demand gets the heads that are wanted. Those missing from the required ones are counted as cover. */
    static Constraint idealCover(ConstraintFactory factory) {
        return headsOfDemands(factory)
                .filter((demand, heads) -> heads < demand.ideal())
                .penalize(
                        weightOf(IDEAL_COVER),
                        (demand, heads) -> demand.idealWeight() * (demand.ideal() - Math.max(heads, demand.min())))
                .asConstraint(constraintId(IDEAL_COVER));
    }

    /** No demand gets more heads than are wanted. Each one above counts {@code overWeight}. */
    static Constraint overCover(ConstraintFactory factory) {
        return headsOfDemands(factory)
                .filter((demand, heads) -> heads > demand.ideal())
                .penalize(weightOf(OVER_COVER), (demand, heads) -> demand.overWeight() * (heads - demand.ideal()))
                .asConstraint(constraintId(OVER_COVER));
    }

    /** Each demand that has seats, taken or not, with the number of those taken. */
    private static BiConstraintStream<Demand, Long> headsOfDemands(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Seat.class)
                .groupBy(CoverConstraints::demandOf, sum(CoverConstraints::heads));
    }

    private static Demand demandOf(Seat seat) {
        return seat.demand().demand();
    }

    private static long heads(Seat seat) {
        return seat.isTaken() ? 1 : 0;
    }
}
