package org.muster.problem.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a unit of each goal costs. One point is about one minute of travel.
 *
 * @param overrides the goals that do not have their default weight; 0 turns a goal off
 */
public record Weights(Map<Rule, Integer> overrides) {

    /** Every goal at its default weight. */
    public static final Weights DEFAULT = new Weights(Map.of());

    public Weights {
        var copy = new EnumMap<Rule, Integer>(Rule.class);
        overrides.forEach((rule, weight) -> {
            if (!rule.isGoal() || weight < 0) {
                throw new IllegalArgumentException("The rule (%s) cannot have the weight %d.".formatted(rule, weight));
            }
            copy.put(rule, weight);
        });
        overrides = Collections.unmodifiableMap(copy);
    }

    /** The weight of a rule of any level; rules that are not goals have the weight 1. */
    public int of(Rule rule) {
        return overrides.getOrDefault(rule, rule.defaultWeight());
    }
}
