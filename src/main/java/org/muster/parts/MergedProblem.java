package org.muster.parts;

import java.util.HashSet;
import java.util.List;
import org.muster.problem.Demand;
import org.muster.problem.Problem;

/**
 * A problem, and which of its demands were asked for together.
 *
 * @param problem of all sections
 * @param sections every demand is in one of them, or in several that asked for the same
 */
public record MergedProblem(Problem problem, List<Section> sections) {

    /**
     * What one part asked for.
     *
     * @param id of the part
     * @param demands identifiers, maybe none
     */
    public record Section(String id, List<String> demands) {

        public Section {
            demands = List.copyOf(demands);
        }
    }

    public MergedProblem {
        sections = List.copyOf(sections);
        var named = new HashSet<String>();
        sections.forEach(section -> named.addAll(section.demands()));
        var demands = new HashSet<String>();
        problem.demands().stream().map(Demand::id).forEach(demands::add);
        if (!named.equals(demands)) {
            named.removeIf(demands::contains);
            throw new IllegalArgumentException(
                    "The sections do not have the demands of the problem: %s are not in it. Maybe some were left out."
                            .formatted(named));
        }
    }
}
