package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Score;

/**
 * The effect of changes on the score of a schedule.
 *
 * @param rules those whose quantity changes, in the order of {@link Rule}
 * @param broken places where rules are broken more than before; each amount is by how much more
 */
public record ChangeEffect(Score before, Score after, List<RuleEffect> rules, List<Violation> broken) {

    public ChangeEffect {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    /**
     * What changes of a rule.
     *
     * @param weight points a unit
     * @param before its quantity before
     * @param after its quantity after
     */
    public record RuleEffect(Rule rule, long weight, long before, long after) {

        /** What it adds to the score before. */
        public long pointsBefore() {
            return -weight * before;
        }

        /** What it adds to the score after. */
        public long pointsAfter() {
            return -weight * after;
        }
    }

    /** Compares two schedules of one problem. */
    public static ChangeEffect between(Evaluation before, Evaluation after) {
        var rules = new ArrayList<RuleEffect>();
        for (var rule : Rule.values()) {
            var then = before.tally(rule);
            var now = after.tally(rule);
            if (then.quantity() != now.quantity()) {
                rules.add(new RuleEffect(rule, now.weight(), then.quantity(), now.quantity()));
            }
        }
        return new ChangeEffect(
                before.score(), after.score(), rules, brokenMore(before.violations(), after.violations()));
    }

    /** Places of the second list whose amount is higher than in the first, with the difference. */
    static List<Violation> brokenMore(List<Violation> before, List<Violation> after) {
        var amounts = amounts(before);
        var more = new ArrayList<Violation>();
        amounts(after).forEach((place, amount) -> {
            long growth = amount - amounts.getOrDefault(place, 0L);
            if (growth > 0) {
                more.add(withAmount(place, growth));
            }
        });
        return more;
    }

    private static Map<Violation, Long> amounts(List<Violation> violations) {
        var amounts = new LinkedHashMap<Violation, Long>();
        violations.forEach(violation -> amounts.merge(withAmount(violation, 0), violation.amount(), Long::sum));
        return amounts;
    }

    private static Violation withAmount(Violation violation, long amount) {
        return new Violation(
                violation.rule(),
                amount,
                violation.cadre(),
                violation.demand(),
                violation.otherDemand(),
                violation.unit(),
                violation.date(),
                violation.dutyRule());
    }
}
