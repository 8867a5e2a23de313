package org.muster.rest.errors;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.Evaluation.Violation;

/**
 * A place where a rule is broken. Fields that do not apply are null.
 *
 * @param amount its share of the rule's quantity, above 0
 * @param otherDemand the second of two duties that come too close or share a window, or the last of a service that is
 *     too long
 * @param dutyRule the duty rule that is exceeded
 */
public record ViolationView(
        String rule,
        long amount,
        @Nullable String cadre,
        @Nullable String demand,
        @Nullable String otherDemand,
        @Nullable String unit,
        @Nullable LocalDate date,
        @Nullable String dutyRule) {

    /** The same for callers. */
    public static ViolationView of(Violation violation) {
        var dutyRule = violation.dutyRule();
        return new ViolationView(
                violation.rule().id(),
                violation.amount(),
                violation.cadre(),
                violation.demand(),
                violation.otherDemand(),
                violation.unit(),
                violation.date(),
                dutyRule == null ? null : dutyRule.id());
    }
}
