package org.muster.rest.plans;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Reason;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.rest.texts.TextView;

/**
 * Why no schedule keeps every rule: a proof by itself. Somebody who is named alone cannot keep their own rules, whatever
 * the others do; several cannot keep theirs together.
 *
 * @param rule the rule that cannot be kept
 * @param dutyRules the duty rules that cannot be kept together
 * @param cadres who they bind
 * @param needed how many duties these cadres need together; null where the proof does not count
 * @param available how many there are for them at most; null where the proof does not count
 */
public record InfeasibilityView(
        String rule,
        List<String> dutyRules,
        List<String> cadres,
        @Nullable Integer needed,
        @Nullable Integer available,
        TextView text) {
    private static final int NAMED = 5;

    static InfeasibilityView of(Reason reason) {
        return new InfeasibilityView(
                Rule.DUTY_RULES.id(),
                reason.dutyRules().stream().map(DutyRule::id).toList(),
                reason.cadres(),
                reason.needed(),
                reason.available(),
                text(reason));
    }

    private static TextView text(Reason reason) {
        var rules = reason.dutyRules().stream().map(DutyRule::id).collect(Collectors.joining("、"));
        var inEnglish = reason.dutyRules().stream().map(DutyRule::id).collect(Collectors.joining(", "));
        var cadres = named(reason.cadres(), "、", "等%d人");
        var cadresInEnglish = named(reason.cadres(), ", ", " and others, %d people in all");
        if (reason.needed() != null && reason.available() != null) {
            return new TextView(
                    "%s按必须遵守的班次规则（%s）合计至少需要%d个班次，而最多只有%d个：任何排班都无法遵守。"
                            .formatted(cadres, rules, reason.needed(), reason.available()),
                    String.format(
                            Locale.ROOT,
                            "%s: the required duty rules (%s) ask for %d duties together, but there are %d for them at most: no schedule can keep them.",
                            cadresInEnglish,
                            inEnglish,
                            reason.needed(),
                            reason.available()));
        }
        return reason.cadres().size() == 1
                ? new TextView(
                        "%s必须遵守的班次规则（%s）无论其他人怎样排班都无法同时遵守。".formatted(cadres, rules),
                        "%s cannot keep the required duty rules (%s), whatever the others do."
                                .formatted(cadresInEnglish, inEnglish))
                : new TextView(
                        "%s必须遵守的班次规则（%s）无法同时遵守。".formatted(cadres, rules),
                        "%s: the required duty rules (%s) cannot all be kept together."
                                .formatted(cadresInEnglish, inEnglish));
    }

    private static String named(List<String> cadres, String separator, String more) {
        var names = String.join(separator, cadres.subList(0, Math.min(NAMED, cadres.size())));
        return cadres.size() <= NAMED ? names : names + more.formatted(cadres.size());
    }
}
