package org.muster.district;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.muster.problem.DutyRules;

/**
 * A duty of which people have been told.
 *
 * @param round identifier of its round, which may be gone by now; so may the demand, the site and the cadre
 * @param date the date of the round
 * @param start inclusive
 * @param end exclusive
 * @param minutes duty minutes
 */
public record PublishedDuty(
        String round,
        LocalDate date,
        String demand,
        String site,
        String cadre,
        LocalDateTime start,
        LocalDateTime end,
        int minutes) {

    /**
     * Whether nobody can serve in both.
     *
     * @param minRest minutes between two duties
     */
    public boolean clashesWith(PublishedDuty other, int minRest) {
        boolean isEarlier = start.isBefore(other.start);
        var first = isEarlier ? this : other;
        var second = isEarlier ? other : this;
        long gap = Duration.between(first.end, second.start).toMinutes();
        boolean isOneLongDuty = gap >= 0 && gap <= DutyRules.BACK_TO_BACK_MINUTES && first.site.equals(second.site);
        return gap < minRest && !isOneLongDuty;
    }
}
