package org.muster.parts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.muster.flow.FlowPlanner;
import org.muster.parts.Groups.Group;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Gives each cadre to one group, and each group its part of the ceilings.
 *
 * <p>Where something is shared, a flow over the whole tells where it is needed. A shared cadre goes to the group in
 * which the flow gives them most duties; one without a duty goes where people are scarcest. Of a ceiling, each group
 * gets what the flow has away on its busiest day; what is left is shared out by the people who could go. Where the
 * groups' busiest days are different days, so that their sum is above the ceiling, all get less, but never less than
 * what pinned assignments need.
 *
 * <p><b>Why no ceiling breaks.</b> A unit's ceiling C holds on each date. Take the groups that have a demand on that
 * date: by {@link Groups#neighbours} they are neighbours of each other. Either their people of the unit are no more than
 * C, and then no more can be away. Or the neighbours got c(1) + ... + c(k) &lt;= C, and each keeps its own c(i) on every
 * date: together they have at most C different cadres away, whatever each of them does.
 */
final class SharedResourceAllocation {
    private final ProblemIndex index;
    private final List<Group> groups;
    private final int[] groupOfDemand;
    /** By cadre. */
    private final int[] groupOf;

    private final Set<Integer> lent = new LinkedHashSet<>();
    private final Set<Integer> divided = new LinkedHashSet<>();
    /** By unit and group, of units that were divided. */
    private final Map<List<Integer>, Integer> ceilings = new HashMap<>();

    private SharedResourceAllocation(ProblemIndex index, List<Group> groups) {
        this.index = index;
        this.groups = groups;
        groupOfDemand = PeakAbsence.groupOfDemands(index, groups);
        groupOf = new int[index.cadres()];
    }

    static SharedResourceAllocation of(ProblemIndex index, List<Group> groups, BooleanSupplier cancelled) {
        var sharedResourceAllocation = new SharedResourceAllocation(index, groups);
        sharedResourceAllocation.findLent();
        sharedResourceAllocation.divided.addAll(sharedResourceAllocation.scarceUnits());
        if (sharedResourceAllocation.lent.isEmpty() && sharedResourceAllocation.divided.isEmpty()) {
            sharedResourceAllocation.placeIdle();
            return sharedResourceAllocation;
        }
        var flow = FlowPlanner.plan(index, cancelled).schedule();
        sharedResourceAllocation.lend(flow);
        sharedResourceAllocation.placeIdle();
        sharedResourceAllocation.divide(flow);
        return sharedResourceAllocation;
    }

    /** Cadres who could serve in several groups. */
    Set<Integer> lent() {
        return lent;
    }

    /** Units whose ceiling was divided. */
    Set<Integer> divided() {
        return divided;
    }

    int groupOf(int cadre) {
        return groupOf[cadre];
    }

    /** The group's part of a ceiling that was divided, else the whole one. */
    int ceiling(int unit, int group) {
        return ceilings.getOrDefault(List.of(unit, group), index.ceiling(unit));
    }

    private void findLent() {
        Arrays.fill(groupOf, ProblemIndex.NONE);
        for (int group = 0; group < groups.size(); group++) {
            int number = group;
            groups.get(group).cadres().stream().forEach(cadre -> {
                if (groupOf[cadre] == ProblemIndex.NONE) {
                    groupOf[cadre] = number;
                } else {
                    lent.add(cadre);
                }
            });
        }
    }

    /** Units that have people in several groups with a day in common, more than may be away. */
    private Set<Integer> scarceUnits() {
        var scarce = new LinkedHashSet<Integer>();
        for (var neighbours : Groups.neighbours(groups)) {
            var people = new int[index.units()];
            var members = new int[index.units()];
            for (int group : neighbours) {
                var here = new int[index.units()];
                groups.get(group).cadres().stream()
                        .filter(cadre -> groupOf[cadre] == group || lent.contains(cadre))
                        .forEach(cadre -> here[index.unitOf(cadre)]++);
                for (int unit = 0; unit < here.length; unit++) {
                    people[unit] += here[unit];
                    members[unit] += here[unit] > 0 ? 1 : 0;
                }
            }
            IntStream.range(0, people.length)
                    .filter(unit -> members[unit] > 1 && people[unit] > index.ceiling(unit))
                    .forEach(scarce::add);
        }
        return scarce;
    }

    private void lend(Schedule flow) {
        var duties = new HashMap<Integer, int[]>();
        lent.forEach(cadre -> duties.put(cadre, new int[groups.size()]));
        for (var assignment : flow.assignments()) {
            var count = duties.get(index.findCadre(assignment.cadre()).orElseThrow());
            if (count != null) {
                count[groupOfDemand[index.findDemand(assignment.demand()).orElseThrow()]]++;
            }
        }
        var pinned = new HashMap<Integer, Integer>();
        index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(standing -> pinned.put(
                        index.findCadre(standing.cadre()).orElseThrow(),
                        groupOfDemand[index.findDemand(standing.demand()).orElseThrow()]));
        var people = new int[groups.size()];
        for (int cadre = 0; cadre < groupOf.length; cadre++) {
            if (groupOf[cadre] != ProblemIndex.NONE && !lent.contains(cadre)) {
                people[groupOf[cadre]]++;
            }
        }
        var byNeed = Comparator.<Integer>comparingDouble(group -> people[group] / wantedHeads(group));
        duties.forEach((cadre, count) -> {
            var fixed = pinned.get(cadre);
            groupOf[cadre] = fixed != null
                    ? fixed
                    : IntStream.range(0, groups.size())
                            .filter(group -> groups.get(group).cadres().get(cadre))
                            .boxed()
                            .min(Comparator.<Integer>comparingInt(group -> -count[group])
                                    .thenComparing(byNeed))
                            .orElseThrow();
            people[groupOf[cadre]]++;
        });
    }

    private double wantedHeads(int group) {
        return groups.get(group).demands().stream()
                .mapToLong(demand -> index.demand(demand).ideal())
                .sum();
    }

    /** A cadre who may serve nowhere goes to a group of the same unit; their duty rules are counted all the same. */
    private void placeIdle() {
        var groupOfUnit = new HashMap<Integer, Integer>();
        for (int cadre = 0; cadre < groupOf.length; cadre++) {
            if (groupOf[cadre] != ProblemIndex.NONE) {
                groupOfUnit.putIfAbsent(index.unitOf(cadre), groupOf[cadre]);
            }
        }
        for (int cadre = 0; cadre < groupOf.length; cadre++) {
            if (groupOf[cadre] == ProblemIndex.NONE) {
                groupOf[cadre] = groupOfUnit.getOrDefault(index.unitOf(cadre), 0);
            }
        }
    }

    private void divide(Schedule flow) {
        var pinned = PeakAbsence.ofPins(index, groups);
        var planned = PeakAbsence.ofSchedule(index, groups, flow, groupOf);
        var people = peopleByUnit();
        for (var neighbours : Groups.neighbours(groups)) {
            for (int unit : divided) {
                int[] least = numbers(neighbours, group -> pinned.most(unit, group));
                int[] wanted =
                        numbers(neighbours, group -> Math.max(pinned.most(unit, group), planned.most(unit, group)));
                int[] most = numbers(neighbours, group -> people.getOrDefault(List.of(unit, group), 0));
                int[] given = ProportionalSplit.of(index.ceiling(unit), least, wanted, most);
                for (int place = 0; place < given.length; place++) {
                    ceilings.put(List.of(unit, neighbours.get(place)), given[place]);
                }
            }
        }
    }

    private static int[] numbers(List<Integer> neighbours, IntUnaryOperator number) {
        return neighbours.stream().mapToInt(number::applyAsInt).toArray();
    }

    private Map<List<Integer>, Integer> peopleByUnit() {
        var people = new HashMap<List<Integer>, Integer>();
        for (int cadre = 0; cadre < groupOf.length; cadre++) {
            if (groups.get(groupOf[cadre]).cadres().get(cadre)) {
                people.merge(List.of(index.unitOf(cadre), groupOf[cadre]), 1, Integer::sum);
            }
        }
        return people;
    }
}
