package org.muster.district;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Travel;
import org.muster.problem.rules.Weights;

/**
 * A district and what holds for all its rounds.
 *
 * @param timeZone the zone of all its local times
 * @param travel how long ways take
 * @param weights what the goals of its plans cost where a plan asks for nothing else
 * @param fairnessDays how many days before a round count when load is shared out, 0 to {@link #MOST_FAIRNESS_DAYS}
 * @param retentionDays after how many days published duties and plans no longer say who served; null to keep that
 */
public record District(
        String id,
        String name,
        ZoneId timeZone,
        Travel.ByDistance travel,
        Weights weights,
        int fairnessDays,
        @Nullable Integer retentionDays) {

    /** Load is shared out over a month unless a district wants otherwise. */
    public static final int DEFAULT_FAIRNESS_DAYS = 30;

    /** A year: longer than any wave of rounds. */
    public static final int MOST_FAIRNESS_DAYS = 366;

    /** The longest retention that can be asked for, in days: thirty years. */
    public static final int MOST_RETENTION_DAYS = 10_958;

    public District {
        if (fairnessDays < 0 || fairnessDays > MOST_FAIRNESS_DAYS) {
            throw new IllegalArgumentException("Load cannot be shared out over %d days. Maybe 0 to %d."
                    .formatted(fairnessDays, MOST_FAIRNESS_DAYS));
        }
        if (retentionDays != null && (retentionDays < 1 || retentionDays > MOST_RETENTION_DAYS)) {
            throw new IllegalArgumentException(
                    "Duties cannot be kept for %d days. Maybe 1 to %d.".formatted(retentionDays, MOST_RETENTION_DAYS));
        }
    }
}
