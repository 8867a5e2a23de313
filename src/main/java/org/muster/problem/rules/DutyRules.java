package org.muster.problem.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What protects a cadre from too much duty. Several cadres share one set.
 *
 * @param minRest minutes between two services, 0 or more
 * @param maxMinutesPerDay duty minutes on windows that start on one date, and of a service that spans several dates, 0
 *     or more; null for no limit
 * @param limits the duty rules of the set, in the order of the enum
 */
public record DutyRules(String id, int minRest, @Nullable Integer maxMinutesPerDay, Map<DutyRule, DutyLimit> limits) {

    /**
     * A duty at the site of the duty before, at most this many minutes after it, belongs to the same service:
     * {@code minRest} applies before and after a service, not within.
     */
    public static final int BACK_TO_BACK_MINUTES = 60;

    public DutyRules {
        if (minRest < 0 || (maxMinutesPerDay != null && maxMinutesPerDay < 0)) {
            throw new IllegalArgumentException("The duty rules (%s) cannot ask for %d minutes of rest and %s of duty."
                    .formatted(id, minRest, maxMinutesPerDay));
        }
        var ordered = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        ordered.putAll(limits);
        limits = Collections.unmodifiableMap(ordered);
    }

    /**
     * Whether a duty that begins so many minutes after the end of another one at its site belongs to the same service.
     *
     * @param gap negative where they overlap
     */
    public static boolean isBackToBack(long gap) {
        return gap >= 0 && gap <= BACK_TO_BACK_MINUTES;
    }
}
