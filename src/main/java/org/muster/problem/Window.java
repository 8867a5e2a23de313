package org.muster.problem;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A shift window: when a duty starts and ends, set-up time included.
 *
 * @param round identifier of the round it belongs to
 * @param start inclusive, on a whole minute
 * @param end exclusive, after {@code start}, on a whole minute
 * @param kind {@code early}, {@code late}, {@code night}, ...: what availability and duty rules refer to; may be null
 */
public record Window(
        String id,
        String round,
        LocalDateTime start,
        LocalDateTime end,
        @Nullable String kind) {

    public Window {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "The window (%s) must end after its start (%s), not at (%s).".formatted(id, start, end));
        }
    }

    /** The date on which the window starts: the date a duty counts for. */
    public LocalDate date() {
        return start.toLocalDate();
    }
}
