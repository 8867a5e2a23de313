package org.muster.evaluation.referee;

import java.time.LocalDate;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.Cadre;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;

/** The shapes that a {@link Violation} has: which fields are set differs from rule to rule. */
public final class Violations {

    private Violations() {}

    /** One duty is the cause. */
    static Violation ofDuty(Rule rule, long amount, Duty duty) {
        return ofAssignment(rule, amount, duty.cadre().id(), duty.demand().id());
    }

    /** One assignment is the cause, whether the schedule has it or not. */
    public static Violation ofAssignment(Rule rule, long amount, String cadre, String demand) {
        return new Violation(rule, amount, cadre, demand, null, null, null, null);
    }

    /** Two duties of one cadre are the cause, or the first and the last of a row. */
    static Violation ofPair(Rule rule, long amount, Duty first, Duty second) {
        return new Violation(
                rule,
                amount,
                first.cadre().id(),
                first.demand().id(),
                second.demand().id(),
                null,
                null,
                null);
    }

    /** All duties of a cadre on a date are the cause. */
    static Violation ofDate(Rule rule, long amount, Cadre cadre, LocalDate date) {
        return new Violation(rule, amount, cadre.id(), null, null, null, date, null);
    }

    /** All duties of a cadre, or their lack, are the cause. */
    static Violation ofDutyRule(Rule rule, long amount, Cadre cadre, DutyRule dutyRule) {
        return new Violation(rule, amount, cadre.id(), null, null, null, null, dutyRule);
    }

    /** All cadres of a unit who serve on a date are the cause. */
    public static Violation ofUnit(Rule rule, long amount, String unit, LocalDate date) {
        return new Violation(rule, amount, null, null, null, unit, date, null);
    }

    /** All heads on a demand are the cause. */
    public static Violation ofDemand(Rule rule, long amount, String demand) {
        return new Violation(rule, amount, null, demand, null, null, null, null);
    }
}
