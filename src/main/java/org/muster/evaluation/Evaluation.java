package org.muster.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Score;

/**
 * The full evaluation of a schedule.
 *
 * @param tallies one for each {@link Rule}, in the order of the enum
 * @param demands one for each demand, in the problem's order
 * @param loads one for each cadre with a duty, in the problem's order
 * @param violations where rules are broken; empty exactly when the schedule is feasible
 */
public record Evaluation(
        Score score, List<Tally> tallies, List<Cover> demands, List<Load> loads, List<Violation> violations) {

    public Evaluation {
        tallies = List.copyOf(tallies);
        demands = List.copyOf(demands);
        loads = List.copyOf(loads);
        violations = List.copyOf(violations);
    }

    /**
     * The count of one rule.
     *
     * @param quantity what {@link Rule} says beside the rule
     * @param weight points a unit
     */
    public record Tally(Rule rule, long quantity, long weight) {

        /** What the rule adds to the score of its level: minus weight x quantity. */
        public long points() {
            return -weight * quantity;
        }
    }

    /**
     * How well a demand is staffed.
     *
     * @param heads people assigned
     * @param missing required heads that are not there
     */
    public record Cover(String demand, int heads, int missing) {}

    /**
     * The load of a cadre.
     *
     * @param minutes duty minutes in this schedule
     */
    public record Load(String cadre, int duties, int minutes) {}

    /**
     * A place where a rule is broken.
     *
     * @param amount its share of the rule's quantity, above 0
     * @param cadre who is concerned; null for headcount and unit ceiling
     * @param demand the demand, or the first of two; null where no single duty is to blame
     * @param otherDemand the second of two duties that come too close or share a window, or the last duty of a service
     *     that is too long; null otherwise
     * @param unit the unit above its ceiling; null otherwise
     * @param date the date that is too long, or that of a unit ceiling; null otherwise
     * @param dutyRule the duty rule that is exceeded; null otherwise
     */
    public record Violation(
            Rule rule,
            long amount,
            @Nullable String cadre,
            @Nullable String demand,
            @Nullable String otherDemand,
            @Nullable String unit,
            @Nullable LocalDate date,
            @Nullable DutyRule dutyRule) {

        Violation renamed(Map<String, String> cadres) {
            return new Violation(
                    rule,
                    amount,
                    cadre == null ? null : cadres.getOrDefault(cadre, cadre),
                    demand,
                    otherDemand,
                    unit,
                    date,
                    dutyRule);
        }
    }

    /** The line of a rule. */
    public Tally tally(Rule rule) {
        return tallies.stream()
                .filter(tally -> tally.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /** The same evaluation with other identifiers for some cadres. */
    public Evaluation renamed(Map<String, String> cadres) {
        return new Evaluation(
                score,
                tallies,
                demands,
                loads.stream()
                        .map(load -> new Load(
                                cadres.getOrDefault(load.cadre(), load.cadre()), load.duties(), load.minutes()))
                        .toList(),
                violations.stream().map(violation -> violation.renamed(cadres)).toList());
    }
}
