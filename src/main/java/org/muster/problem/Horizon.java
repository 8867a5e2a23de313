package org.muster.problem;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that duty rules look at.
 *
 * @param from inclusive
 * @param to inclusive, not before {@code from}
 */
public record Horizon(LocalDate from, LocalDate to) {

    public Horizon {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The horizon cannot end (%s) before it starts (%s).".formatted(to, from));
        }
    }

    /** How many days it has, 1 or more. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether a date lies in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
