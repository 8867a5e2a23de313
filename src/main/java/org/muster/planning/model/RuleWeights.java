package org.muster.planning.model;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.HashMap;
import java.util.Locale;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/** What the rules are called and weigh in Timefold. */
public final class RuleWeights {

    private RuleWeights() {}

    /** The name of a rule's constraint. The enum's, since {@link Rule#id()} names two rules alike. */
    public static String constraintId(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** What a unit of a rule costs unless a problem says otherwise. */
    public static HardMediumSoftScore weightOf(Rule rule) {
        return points(rule, rule.defaultWeight());
    }

    /** The weights of a problem. A goal with the weight 0 is left out of the network: it costs nothing. */
    static ConstraintWeightOverrides<HardMediumSoftScore> overrides(Weights weights) {
        var byId = new HashMap<String, HardMediumSoftScore>();
        weights.overrides().forEach((rule, weight) -> byId.put(constraintId(rule), points(rule, weight)));
        return ConstraintWeightOverrides.of(byId);
    }

    private static HardMediumSoftScore points(Rule rule, long weight) {
        return switch (rule.level()) {
            case HARD -> HardMediumSoftScore.ofHard(weight);
            case MEDIUM -> HardMediumSoftScore.ofMedium(weight);
            case SOFT -> HardMediumSoftScore.ofSoft(weight);
        };
    }
}
