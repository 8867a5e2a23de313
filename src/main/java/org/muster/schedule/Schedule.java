package org.muster.schedule;

import java.util.List;
import java.util.Map;

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

    /** The same schedule with other identifiers for some cadres. */
    public Schedule renamed(Map<String, String> cadres) {
        return new Schedule(assignments.stream()
                .map(each ->
                        new Assignment(each.demand(), cadres.getOrDefault(each.cadre(), each.cadre()), each.pinned()))
                .toList());
    }
}
