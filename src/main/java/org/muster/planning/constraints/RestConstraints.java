package org.muster.planning.constraints;

import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.DAY_LIMIT;
import static org.muster.problem.rules.Rule.ONE_SEAT;
import static org.muster.problem.rules.Rule.OVERLAP_AND_REST;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Duties;

/** Rules about the duties of one cadre side by side. */
final class RestConstraints {

    private RestConstraints() {}

    /**
     * Any two services of a cadre are at least {@code minRest} minutes apart, and no two duties overlap. Each missing
     * minute counts one, and each minute of an overlap.
     */
    static Constraint overlapAndRest(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((_, duties) -> duties.count() > 1)
                .penalize(weightOf(OVERLAP_AND_REST), RestConstraints::missingRestAndOverlaps)
                .asConstraint(constraintId(OVERLAP_AND_REST));
    }

    /**
     * No cadre serves more minutes on windows that start on one date than the day's limit, nor in a service that spans
     * several dates. Each minute above counts.
     */
    static Constraint dayLimit(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((cadre, _) -> cadre.rules().maxMinutesPerDay() != null)
                .penalize(weightOf(DAY_LIMIT), RestConstraints::minutesAboveLimit)
                .asConstraint(constraintId(DAY_LIMIT));
    }

    /** No cadre takes two seats in one window. Each seat beyond the first counts one. */
    static Constraint oneSeat(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .filter((_, duties) -> duties.count() > 1)
                .penalize(weightOf(ONE_SEAT), (_, duties) -> seatsBeyondFirst(duties))
                .asConstraint(constraintId(ONE_SEAT));
    }

    private static long missingRestAndOverlaps(CadreFact cadre, Duties duties) {
        return missingRest(cadre.rules().minRest(), duties) + overlaps(duties);
    }

    private static long missingRest(int minRest, Duties duties) {
        long missing = 0;
        for (int first = duties.serviceAfter(0); first < duties.count(); first = duties.serviceAfter(first)) {
            for (int last = 0; last < first; last++) {
                if (duties.endsService(last)) {
                    long rest = duties.get(first).start() - duties.get(last).end();
                    missing += Math.clamp(minRest - rest, 0, minRest);
                }
            }
        }
        return missing;
    }

    private static long overlaps(Duties duties) {
        long minutes = 0;
        for (int later = 1; later < duties.count(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                minutes += Math.max(0, -duties.get(earlier).gapTo(duties.get(later)));
            }
        }
        return minutes;
    }

    private static long minutesAboveLimit(CadreFact cadre, Duties duties) {
        Integer limit = cadre.rules().maxMinutesPerDay();
        return limit == null ? 0 : minutesAboveOfDates(limit, duties) + minutesAboveOfServices(limit, duties);
    }

    private static long minutesAboveOfDates(int limit, Duties duties) {
        long above = 0;
        for (int minutes : duties.minutesByDay().values()) {
            above += Math.max(0, minutes - limit);
        }
        return above;
    }

    private static long minutesAboveOfServices(int limit, Duties duties) {
        long above = 0;
        int first = 0;
        while (first < duties.count()) {
            int next = duties.serviceAfter(first);
            if (duties.get(first).day() != duties.get(next - 1).day()) {
                above += Math.max(0, duties.minutes(first, next) - limit);
            }
            first = next;
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
