package org.muster.planning.constraints;

import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.FAIRNESS;
import static org.muster.problem.rules.Rule.LONG_DAY;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Duties;

/** Goals about how the load is shared: among people, and among their days. */
final class FairnessConstraints {

    /** Minutes of a day that is not long. */
    private static final int USUAL_DAY = 8 * 60;

    private FairnessConstraints() {}

    /** The load goes to those who have carried least. Counts how much the square of a cadre's hours grows. */
    static Constraint fairness(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .penalize(weightOf(FAIRNESS), FairnessConstraints::growthOfSquare)
                .asConstraint(constraintId(FAIRNESS));
    }

    /** No cadre has long days. Counts the whole hours beyond eight of each date, squared. */
    static Constraint longDay(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .penalize(weightOf(LONG_DAY), (_, duties) -> squaresOfLongDays(duties))
                .asConstraint(constraintId(LONG_DAY));
    }

    private static long squaresOfLongDays(Duties duties) {
        long squares = 0;
        for (int minutes : duties.minutesByDay().values()) {
            long hours = minutes <= USUAL_DAY ? 0 : Math.ceilDiv(minutes - USUAL_DAY, 60);
            squares += hours * hours;
        }
        return squares;
    }

    /** (B + M)^2 - B^2, with B hours before and M hours now. */
    private static long growthOfSquare(CadreFact cadre, Duties duties) {
        long hours = duties.hours();
        return hours * (2L * cadre.baseHours() + hours);
    }
}
