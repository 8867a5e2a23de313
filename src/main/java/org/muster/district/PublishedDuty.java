package org.muster.district;

import java.time.LocalDate;
import java.time.LocalDateTime;

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
        int minutes) {}
