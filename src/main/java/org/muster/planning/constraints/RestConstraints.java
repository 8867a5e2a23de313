package org.muster.planning.constraints;

import static org.muster.planning.RuleWeights.constraintId;
import static org.muster.planning.RuleWeights.weightOf;
import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.problem.Rule.DAY_LIMIT;
import static org.muster.problem.Rule.ONE_SEAT;
import static org.muster.problem.Rule.OVERLAP_AND_REST;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.CadreFact;
import org.muster.planning.Duties;

/** Rules about the duties of one cadre side by side. */
final class RestConstraints {

    private RestConstraints() {}

    /**
     * Any two duties of a cadre are at least {@code minRest} minutes apart, or follow each other closely at one site.
     * Each missing minute counts one, and where duties overlap, each minute of that on top.
     */
    static Constraint overlapAndRest(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((_, duties) -> duties.count() > 1)
                .penalize(weightOf(OVERLAP_AND_REST), RestConstraints::missingRest)
                .asConstraint(constraintId(OVERLAP_AND_REST));
    }

    /** Nobody serves more minutes on windows that start on one date than the day's limit. Each minute above counts. */
    static Constraint dayLimit(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((cadre, _) -> cadre.rules().maxMinutesPerDay() != null)
                .penalize(weightOf(DAY_LIMIT), RestConstraints::minutesAboveDayLimit)
                .asConstraint(constraintId(DAY_LIMIT));
    }

    /** Nobody takes two seats in one window. Each seat beyond the first counts one. */
    static Constraint oneSeat(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((_, duties) -> duties.count() > 1)
                .penalize(weightOf(ONE_SEAT), (_, duties) -> seatsBeyondFirst(duties))
                .asConstraint(constraintId(ONE_SEAT));
    }

    private static long missingRest(CadreFact cadre, Duties duties) {
        long missing = 0;
        for (int later = 1; later < duties.count(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                missing += cadre.missingRest(duties.get(earlier), duties.get(later));
            }
        }
        return missing;
    }

    private static long minutesAboveDayLimit(CadreFact cadre, Duties duties) {
        Integer limit = cadre.rules().maxMinutesPerDay();
        if (limit == null) {
            return 0;
        }
        long above = 0;
        int first = 0;
        while (first < duties.count()) {
            int day = duties.get(first).day();
            int minutes = 0;
            while (first < duties.count() && duties.get(first).day() == day) {
                minutes += duties.get(first++).minutes();
            }
            above += Math.max(0, minutes - limit);
        }
        return above;
    }

    private static long seatsBeyondFirst(Duties duties) {
        long beyond = 0;
        for (int place = 1; place < duties.count(); place++) {
            if (hasEarlierSeatInWindow(duties, place)) {
                beyond++;
            }
        }
        return beyond;
    }

    private static boolean hasEarlierSeatInWindow(Duties duties, int place) {
        var duty = duties.get(place);
        for (int other = place - 1; other >= 0 && duties.get(other).start() == duty.start(); other--) {
            if (duties.get(other).window() == duty.window()) {
                return true;
            }
        }
        return false;
    }
}
