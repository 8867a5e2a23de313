package org.muster.parts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.parts.Groups.Group;
import org.muster.problem.Problem;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ProblemIndex;

/**
 * Splits a problem into parts that can be solved apart.
 *
 * <p>Sections of which most people may serve in either are solved together, see {@link Groups}. Cadres who may serve in
 * several parts, and ceilings of units that have people in several parts, are allocated first, see {@link
 * SharedResourceAllocation}. The same problem gives the same parts, unless it is cancelled.
 */
public final class Splitter {
    private Splitter() {}

    /**
     * Splits a problem by its sections.
     *
     * @param cancelled asked often; once it is true, the allocation ends soon, with a worse result
     * @return one part at least
     */
    public static Split split(MergedProblem whole, BooleanSupplier cancelled) {
        var index = ProblemIndex.of(whole.problem());
        return split(index, Groups.of(index, whole), whole, cancelled);
    }

    private static Split split(ProblemIndex index, List<Group> groups, MergedProblem whole, BooleanSupplier cancelled) {
        if (groups.size() < 2) {
            var names = whole.sections().stream().map(MergedProblem.Section::id).toList();
            return new Split(List.of(new Part(names, whole.problem(), null)), Set.of(), Set.of());
        }
        var sharedResourceAllocation = SharedResourceAllocation.of(index, groups, cancelled);
        var lent = sharedResourceAllocation.lent().stream()
                .map(cadre -> index.cadre(cadre).id())
                .collect(Collectors.toSet());
        var problems = new PartProblem(whole.problem());
        var relaxation = new Relaxation(problems, whole.problem(), groups, lent);
        boolean isShared =
                !lent.isEmpty() || !sharedResourceAllocation.divided().isEmpty();
        var own = ownCadres(index, groups.size(), sharedResourceAllocation);
        var parts = new ArrayList<Part>();
        for (int group = 0; group < groups.size(); group++) {
            var problem = problems.of(groups.get(group).demands(), own.get(group));
            parts.add(new Part(
                    groups.get(group).sections(),
                    withCeilings(problem, index, sharedResourceAllocation, group),
                    isShared ? relaxation.of(group, own.get(group)) : null));
        }
        return new Split(
                parts,
                lent,
                sharedResourceAllocation.divided().stream()
                        .map(unit -> whole.problem().units().get(unit).id())
                        .collect(Collectors.toSet()));
    }

    private static List<BitSet> ownCadres(
            ProblemIndex index, int groups, SharedResourceAllocation sharedResourceAllocation) {
        var own = new ArrayList<BitSet>();
        for (int group = 0; group < groups; group++) {
            own.add(new BitSet());
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            own.get(sharedResourceAllocation.groupOf(cadre)).set(cadre);
        }
        return own;
    }

    private static Problem withCeilings(
            Problem problem, ProblemIndex index, SharedResourceAllocation sharedResourceAllocation, int group) {
        if (sharedResourceAllocation.divided().isEmpty()) {
            return problem;
        }
        var ceilings = new HashMap<String, Integer>();
        for (int unit : sharedResourceAllocation.divided()) {
            ceilings.put(index.problem().units().get(unit).id(), sharedResourceAllocation.ceiling(unit, group));
        }
        return problem.toBuilder()
                .units(problem.units().stream()
                        .map(unit -> withCeiling(unit, ceilings.get(unit.id())))
                        .toList())
                .build();
    }

    private static WorkUnit withCeiling(WorkUnit unit, @Nullable Integer ceiling) {
        return ceiling == null
                ? unit
                : new WorkUnit(unit.id(), unit.name(), unit.staff(), ceiling, null, unit.subdistricts());
    }
}
