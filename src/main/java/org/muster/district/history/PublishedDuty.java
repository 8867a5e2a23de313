package org.muster.district.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A published duty.
 *
 * @param round identifier of its round, which may be gone by now; so may the demand, the site and the cadre
 * @param date the date of the round
 * @param start inclusive
 * @param end exclusive
 * @param minutes duty minutes
 * @param kind of its window; null where it has none, or where it is not known any longer
 */
public record PublishedDuty(
        String round,
        LocalDate date,
        String demand,
        String site,
        String cadre,
        LocalDateTime start,
        LocalDateTime end,
        int minutes,
        @Nullable String kind) {

    /** The date on which it starts: the date a duty counts for. */
    public LocalDate day() {
        return start.toLocalDate();
    }

    /** Whether one cadre cannot serve in both. */
    public boolean overlaps(PublishedDuty other, ZoneId zone) {
        var clock = new ElapsedTime(zone);
        return clock.between(start, other.end) > 0 && clock.between(other.start, end) > 0;
    }
}
