package org.muster.problem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a cadre holds, perhaps for some time only.
 *
 * @param from first day on which it is held; null for no start
 * @param until last day on which it is held; null for no end
 */
public record HeldSkill(
        String skill, @Nullable LocalDate from, @Nullable LocalDate until) {

    public HeldSkill {
        if (from != null && until != null && from.isAfter(until)) {
            throw new IllegalArgumentException(
                    "The skill (%s) cannot be held from %s until %s.".formatted(skill, from, until));
        }
    }

    /** Whether it is held on a date. */
    public boolean isHeldOn(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
    }
}
