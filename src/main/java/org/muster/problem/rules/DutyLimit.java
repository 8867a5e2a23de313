package org.muster.problem.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a duty rule allows, and what it costs to go beyond.
 *
 * @param count the limit of the rules that have one number, 0 or more; 0 for the other two
 * @param perKind limits by window kind, for {@link DutyRule#MAX_PER_KIND}; empty for the others
 * @param successions forbidden pairs, for {@link DutyRule#FORBIDDEN_SUCCESSIONS}; empty for the others
 * @param weight points for each unit of excess, 0 or more; null makes the rule a required one
 */
public record DutyLimit(
        int count,
        Map<String, Integer> perKind,
        List<Succession> successions,
        @Nullable Integer weight) {

    /**
     * Two kinds of window that may not follow each other.
     *
     * @param first kind of a duty on one day
     * @param next kind of a duty on the day after
     */
    public record Succession(String first, String next) {}

    public DutyLimit {
        if (count < 0 || (weight != null && weight < 0)) {
            throw new IllegalArgumentException(
                    "A duty rule cannot have the limit %d with the weight %s.".formatted(count, weight));
        }
        perKind = Map.copyOf(perKind);
        successions = List.copyOf(successions);
    }

    /** A required limit of one number. */
    public static DutyLimit of(int count) {
        return new DutyLimit(count, Map.of(), List.of(), null);
    }

    /** Required limits by window kind. */
    public static DutyLimit perKind(Map<String, Integer> limits) {
        return new DutyLimit(0, limits, List.of(), null);
    }

    /** Required: these kinds never follow each other. */
    public static DutyLimit successions(List<Succession> forbidden) {
        return new DutyLimit(0, Map.of(), forbidden, null);
    }

    /** The same limit as a goal: each unit of excess costs {@code points}. */
    public DutyLimit preferred(int points) {
        return new DutyLimit(count, perKind, successions, points);
    }

    /** Whether a schedule that exceeds it breaks a rule, rather than missing a goal. */
    public boolean isRequired() {
        return weight == null;
    }
}
