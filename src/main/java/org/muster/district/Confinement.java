package org.muster.district;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a cadre lives in a sealed compound and can serve there only.
 *
 * @param site identifier of the sealed site
 * @param from inclusive
 * @param until exclusive, after {@code from}; null until further notice
 */
public record Confinement(
        String site, LocalDateTime from, @Nullable LocalDateTime until) {

    public Confinement {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A confinement must end after its start (%s), not at (%s).".formatted(from, until));
        }
    }

    /** Whether it holds at some moment of {@code [start, end)}. */
    public boolean overlaps(LocalDateTime start, LocalDateTime end) {
        return from.isBefore(end) && (until == null || until.isAfter(start));
    }
}
