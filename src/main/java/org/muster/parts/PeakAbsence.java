package org.muster.parts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.parts.Groups.Group;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/** How many cadres of a unit are away in a group on its busiest day. */
final class PeakAbsence {
    private final ProblemIndex index;
    private final int[] groupOf;
    private final Map<Place, BitSet> peakAbsence = new HashMap<>();
    private final Map<List<Integer>, Integer> most = new HashMap<>();

    private record Place(int unit, int group, int day) {}

    private PeakAbsence(ProblemIndex index, List<Group> groups) {
        this.index = index;
        groupOf = groupOfDemands(index, groups);
    }

    /** The number of each demand's group. */
    static int[] groupOfDemands(ProblemIndex index, List<Group> groups) {
        var groupOf = new int[index.demands()];
        for (int group = 0; group < groups.size(); group++) {
            int number = group;
            groups.get(group).demands().stream().forEach(demand -> groupOf[demand] = number);
        }
        return groupOf;
    }

    /** The peaks of the pinned assignments. */
    static PeakAbsence ofPins(ProblemIndex index, List<Group> groups) {
        var peakAbsence = new PeakAbsence(index, groups);
        index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(standing -> peakAbsence.add(standing.cadre(), standing.demand()));
        return peakAbsence;
    }

    /** As a schedule has it, of those cadres who serve in their own group. */
    static PeakAbsence ofSchedule(ProblemIndex index, List<Group> groups, Schedule schedule, int[] ownGroup) {
        var peakAbsence = new PeakAbsence(index, groups);
        schedule.assignments().forEach(assignment -> {
            int cadre = index.findCadre(assignment.cadre()).orElseThrow();
            int demand = index.findDemand(assignment.demand()).orElseThrow();
            if (peakAbsence.groupOf[demand] == ownGroup[cadre]) {
                peakAbsence.add(assignment.cadre(), assignment.demand());
            }
        });
        return peakAbsence;
    }

    private void add(String cadreId, String demandId) {
        int cadre = index.findCadre(cadreId).orElseThrow();
        int demand = index.findDemand(demandId).orElseThrow();
        var place = new Place(index.unitOf(cadre), groupOf[demand], index.day(index.windowOf(demand)));
        var people = peakAbsence.computeIfAbsent(place, _ -> new BitSet());
        people.set(cadre);
        most.merge(List.of(place.unit(), place.group()), people.cardinality(), Math::max);
    }

    /** How many different cadres of the unit serve in the group on its busiest day. */
    int most(int unit, int group) {
        return most.getOrDefault(List.of(unit, group), 0);
    }
}
