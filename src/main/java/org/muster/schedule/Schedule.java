package org.muster.schedule;

import java.util.List;

/**
 * Who serves where. Any schedule can be stated, broken and partial ones included.
 *
 * @param assignments one for each filled seat; two that are equal are two heads
 */
public record Schedule(List<Assignment> assignments) {

    /** Nobody serves anywhere. */
    public static final Schedule EMPTY = new Schedule(List.of());

    public Schedule {
        assignments = List.copyOf(assignments);
    }
}
