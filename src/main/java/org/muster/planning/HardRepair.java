package org.muster.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.Referee;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Takes duties away until no rule is broken. A search hardly ever ends with a broken rule; it may where keeping all
 * of them is hard, and then an empty seat is better than an order that must not be given.
 */
final class HardRepair {
    /** What a required head is worth beside the heads that are only wanted. */
    private static final long REQUIRED = 1_000_000_000L;

    private final RosterFacts facts;
    private final Problem problem;
    private List<Assignment> assignments;

    private HardRepair(RosterFacts facts, Schedule schedule) {
        this.facts = facts;
        problem = facts.index().problem();
        assignments = schedule.assignments();
    }

    /**
     * Takes away the least valuable duty of each broken rule, never a pinned one, until all is well. Rules that only
     * more duties could mend are left as they are.
     */
    static Schedule repaired(RosterFacts facts, Schedule schedule) {
        var repair = new HardRepair(facts, schedule);
        while (repair.takesAway()) {
            // Taking a duty away can show the next one to blame, for instance of three that overlap.
        }
        return new Schedule(repair.assignments);
    }

    /** One pass: whether anything was taken away. */
    private boolean takesAway() {
        var heads = new HashMap<String, Integer>();
        var byCadre = new HashMap<String, List<Assignment>>();
        for (var assignment : assignments) {
            heads.merge(assignment.demand(), 1, Integer::sum);
            byCadre.computeIfAbsent(assignment.cadre(), _ -> new ArrayList<>()).add(assignment);
        }
        var taken = new ArrayList<Assignment>();
        var touched = new HashSet<String>();
        for (var violation :
                Referee.evaluate(problem, new Schedule(assignments)).violations()) {
            if (isMendedByTaking(violation)) {
                var cadre = violation.cadre();
                var concerned = cadre == null ? assignments : byCadre.getOrDefault(cadre, List.of());
                concerned.stream()
                        .filter(assignment -> !assignment.pinned()
                                && !touched.contains(assignment.cadre())
                                && isToBlame(violation, assignment))
                        .min(Comparator.comparingLong(
                                        (Assignment assignment) -> excessWithout(violation, assignment, byCadre))
                                .thenComparingLong(assignment -> worth(assignment, heads)))
                        .ifPresent(assignment -> {
                            taken.add(assignment);
                            touched.add(assignment.cadre());
                            heads.merge(assignment.demand(), -1, Integer::sum);
                        });
            }
        }
        var left = new ArrayList<>(assignments);
        taken.forEach(left::remove);
        assignments = left;
        return !taken.isEmpty();
    }

    private static boolean isMendedByTaking(Violation violation) {
        if (violation.rule().level() != Rule.Level.HARD || violation.rule() == Rule.PINNED) {
            return false;
        }
        var dutyRule = violation.dutyRule();
        return dutyRule == null || !dutyRule.canBeMendedByMoreDuties();
    }

    private boolean isToBlame(Violation violation, Assignment assignment) {
        var demand = facts.demand(assignment.demand());
        var cadre = facts.cadre(assignment.cadre());
        boolean isNamed = violation.demand() == null
                || violation.demand().equals(assignment.demand())
                || assignment.demand().equals(violation.otherDemand());
        boolean isOfUnit =
                violation.unit() == null || violation.unit().equals(cadre.unit().id());
        boolean isOnDate = violation.date() == null || violation.date().equals(demand.date());
        return isNamed && isOfUnit && isOnDate;
    }

    /** The excess of a duty rule that is left when one duty is taken away; 0 for other rules. */
    private long excessWithout(Violation violation, Assignment assignment, Map<String, List<Assignment>> byCadre) {
        if (violation.dutyRule() == null) {
            return 0;
        }
        var others = new ArrayList<>(byCadre.getOrDefault(assignment.cadre(), List.of()));
        others.remove(assignment);
        var duties = others.stream().map(other -> facts.demand(other.demand())).toList();
        return DutyRuleExcess.beyondMending(facts.cadre(assignment.cadre()), Duties.of(duties));
    }

    private long worth(Assignment assignment, Map<String, Integer> headsOfDemands) {
        Demand demand = facts.demand(assignment.demand()).demand();
        int heads = headsOfDemands.getOrDefault(assignment.demand(), 0);
        if (heads <= demand.min()) {
            return REQUIRED * demand.priority();
        }
        return heads <= demand.ideal() ? demand.idealWeight() : -demand.overWeight();
    }
}
