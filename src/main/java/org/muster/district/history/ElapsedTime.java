package org.muster.district.history;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Local times of a zone, moved by minutes as they pass on a watch, also across a change of the clock. A local time that
 * comes twice is the first of the two, as everywhere in a problem.
 */
public record ElapsedTime(ZoneId zone) {

    /** Minutes since the epoch. */
    long minuteOf(LocalDateTime local) {
        return Math.floorDiv(local.atZone(zone).toEpochSecond(), 60L);
    }

    /** Minutes from the one to the other; negative where the other is earlier. */
    long between(LocalDateTime from, LocalDateTime to) {
        return minuteOf(to) - minuteOf(from);
    }

    /** The local time so many minutes earlier, or one before it where that comes twice. */
    LocalDateTime minus(LocalDateTime local, int minutes) {
        return local.atZone(zone).minusMinutes(minutes).toLocalDateTime();
    }

    /** The local time so many minutes later; where that is the second of two, the end of the hour that comes twice. */
    LocalDateTime plus(LocalDateTime local, int minutes) {
        var later = local.atZone(zone).plusMinutes(minutes);
        return isSecondOfTwo(later) ? endOfOverlap(later) : later.toLocalDateTime();
    }

    private static boolean isSecondOfTwo(ZonedDateTime time) {
        return !time.withEarlierOffsetAtOverlap().getOffset().equals(time.getOffset());
    }

    private LocalDateTime endOfOverlap(ZonedDateTime time) {
        // At an overlap there is a transition, and it ends at its local time before the clock was set back.
        return requireNonNull(zone.getRules().getTransition(time.toLocalDateTime()))
                .getDateTimeBefore();
    }
}
