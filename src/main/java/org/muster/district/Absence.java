package org.muster.district;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a cadre is away from all duty.
 *
 * @param from inclusive
 * @param until exclusive, after {@code from}; null until further notice
 */
public record Absence(
        Kind kind, LocalDateTime from, @Nullable LocalDateTime until) {

    /** Why a cadre is away. */
    public enum Kind {
        LEAVE,
        SICK,
        OTHER
    }

    public Absence {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "An absence must end after its start (%s), not at (%s).".formatted(from, until));
        }
    }

    /** Whether the cadre is away just before and after a moment. */
    public boolean covers(LocalDateTime moment) {
        return from.isBefore(moment) && (until == null || until.isAfter(moment));
    }

    /** Whether the cadre is away at some moment of {@code [start, end)}. */
    public boolean overlaps(LocalDateTime start, LocalDateTime end) {
        return from.isBefore(end) && (until == null || until.isAfter(start));
    }

    /** Whether its end is not known yet. */
    public boolean isOpen() {
        return until == null;
    }
}
