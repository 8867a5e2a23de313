package org.muster.schedule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Problem;

/**
 * Who serves where. Any schedule can be stated, broken and partial ones included.
 *
 * @param assignments one for each filled seat; two that are equal are two heads
 */
public record Schedule(List<Assignment> assignments) {

    /** The schedule without assignments. */
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

    /**
     * The assignments of this schedule whose demand and cadre a problem has. The schedule may be that of another
     * problem.
     */
    public Schedule fitting(Problem problem) {
        var demands = problem.demands().stream().map(Demand::id).collect(Collectors.toSet());
        var cadres = problem.cadres().stream().map(Cadre::id).collect(Collectors.toSet());
        return new Schedule(assignments.stream()
                .filter(assignment -> demands.contains(assignment.demand()) && cadres.contains(assignment.cadre()))
                .toList());
    }
}
