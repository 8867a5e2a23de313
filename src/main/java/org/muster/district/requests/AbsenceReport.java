package org.muster.district.requests;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.muster.district.Absence;

/**
 * A report that a cadre is away, or is back.
 *
 * @param cadre identifier of the cadre
 * @param kind null says that the cadre is back, and ends all absences that have no end yet
 * @param from since when the cadre is away or back; null for now
 * @param until null until further notice
 */
public record AbsenceReport(
        String cadre,
        Absence.@Nullable Kind kind,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until) {}
