package org.muster.planning.constraints;

import static org.muster.planning.RuleWeights.constraintId;
import static org.muster.planning.RuleWeights.weightOf;
import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.problem.Rule.FAIRNESS;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.CadreFact;
import org.muster.planning.Duties;

/** Goals about how the load is shared. */
final class FairnessConstraints {

    private FairnessConstraints() {}

    /** The load goes to those who have carried least. Counts how much the square of a cadre's hours grows. */
    static Constraint fairness(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .penalize(weightOf(FAIRNESS), FairnessConstraints::growthOfSquare)
                .asConstraint(constraintId(FAIRNESS));
    }

    /** (B + M)^2 - B^2, with B hours before and M hours now. */
    private static long growthOfSquare(CadreFact cadre, Duties duties) {
        long hours = duties.hours();
        return hours * (2L * cadre.baseHours() + hours);
    }
}
