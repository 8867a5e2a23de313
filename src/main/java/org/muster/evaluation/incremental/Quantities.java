package org.muster.evaluation.incremental;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Score;

/** A quantity for every rule: that of a schedule, or the difference between two. */
@SuppressWarnings("EnumOrdinal") // the ordinals are stored nowhere
public final class Quantities {
    private final long[] byRule = new long[Rule.values().length];

    /** What the rule counts. */
    public long of(Rule rule) {
        return byRule[rule.ordinal()];
    }

    /** The rules whose quantity is not 0, in the order of the enum. */
    public Map<Rule, Long> toMap() {
        var map = new EnumMap<Rule, Long>(Rule.class);
        for (var rule : Rule.values()) {
            if (of(rule) != 0) {
                map.put(rule, of(rule));
            }
        }
        return inOrder(map);
    }

    /** Minus the sum of weight x quantity at each level. */
    public Score score(ProblemIndex index) {
        long hard = 0;
        long medium = 0;
        long soft = 0;
        for (var rule : Rule.values()) {
            long points = -index.weight(rule) * of(rule);
            switch (rule.level()) {
                case HARD -> hard += points;
                case MEDIUM -> medium += points;
                case SOFT -> soft += points;
            }
        }
        return new Score(hard, medium, soft);
    }

    /** A copy that does not change, in the order of the enum. */
    public static Map<Rule, Long> inOrder(Map<Rule, Long> quantities) {
        var copy = new EnumMap<Rule, Long>(Rule.class);
        copy.putAll(quantities);
        return Collections.unmodifiableMap(copy);
    }

    void add(Rule rule, long quantity) {
        byRule[rule.ordinal()] += quantity;
    }

    void subtract(Quantities others) {
        for (int rule = 0; rule < byRule.length; rule++) {
            byRule[rule] -= others.byRule[rule];
        }
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
