package org.muster.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.Demand;
import org.muster.problem.Rule;
import org.muster.problem.StandingAssignment;
import org.muster.problem.WorkUnit;

/** How many are where: ceilings of units, heads on demands, and assignments that stand already. */
final class CrowdCount {

    private CrowdCount() {}

    static Count unitCeiling(Attendance attendance) {
        var dutiesByUnit = attendance.duties().stream()
                .collect(groupingBy(duty -> duty.cadre().unit()));
        return Count.of(attendance.problem().units().stream()
                .flatMap(unit -> datesAboveCeiling(unit, dutiesByUnit.getOrDefault(unit.id(), List.of()))));
    }

    private static Stream<Violation> datesAboveCeiling(WorkUnit unit, List<Duty> duties) {
        var ceiling = unit.ceiling();
        if (ceiling.isEmpty()) {
            return Stream.empty();
        }
        TreeMap<LocalDate, Set<String>> cadresByDate = duties.stream()
                .collect(groupingBy(
                        Duty::date, TreeMap::new, mapping(duty -> duty.cadre().id(), toSet())));
        return cadresByDate.entrySet().stream()
                .map(day -> Violations.ofUnit(
                        Rule.UNIT_CEILING, day.getValue().size() - ceiling.getAsInt(), unit.id(), day.getKey()));
    }

    static Count headcount(Attendance attendance) {
        return Count.of(attendance.problem().demands().stream()
                .map(demand ->
                        Violations.ofDemand(Rule.HEADCOUNT, heads(attendance, demand) - demand.max(), demand.id())));
    }

    static Count cover(Attendance attendance) {
        return sumOverDemands(attendance, demand -> (long) demand.priority() * missing(attendance, demand));
    }

    static Count idealCover(Attendance attendance) {
        return sumOverDemands(
                attendance,
                demand -> (long) demand.idealWeight()
                        * Math.max(0, demand.ideal() - Math.max(heads(attendance, demand), demand.min())));
    }

    static Count overCover(Attendance attendance) {
        return sumOverDemands(
                attendance,
                demand -> (long) demand.overWeight() * Math.max(0, heads(attendance, demand) - demand.ideal()));
    }

    private static Count sumOverDemands(Attendance attendance, ToLongFunction<Demand> quantity) {
        return Count.of(
                attendance.problem().demands().stream().mapToLong(quantity).sum());
    }

    static int heads(Attendance attendance, Demand demand) {
        return attendance.dutiesOn(demand).size();
    }

    /** Required heads that are not there. */
    static int missing(Attendance attendance, Demand demand) {
        return Math.max(0, demand.min() - heads(attendance, demand));
    }

    static Count pinned(Attendance attendance) {
        return Count.of(
                fallen(attendance, attendance.problem().assignments().stream().filter(StandingAssignment::pinned))
                        .map(pair -> Violations.ofAssignment(Rule.PINNED, 1, pair.cadre(), pair.demand())));
    }

    static Count disruption(Attendance attendance) {
        var weights = new HashMap<Pair, Integer>();
        attendance.problem().assignments().stream()
                .filter(StandingAssignment::published)
                .forEach(each ->
                        weights.merge(new Pair(each.demand(), each.cadre()), each.disruptionWeight(), Math::max));
        return Count.of(
                fallen(attendance, attendance.problem().assignments().stream().filter(StandingAssignment::published))
                        .mapToLong(pair -> weights.getOrDefault(pair, 0))
                        .sum());
    }

    private record Pair(String demand, String cadre) {}

    /** The different assignments among those given that do not stand any longer. */
    private static Stream<Pair> fallen(Attendance attendance, Stream<StandingAssignment> assignments) {
        var standing = new HashSet<Pair>();
        for (var duty : attendance.duties()) {
            standing.add(new Pair(duty.demand().id(), duty.cadre().id()));
        }
        return assignments
                .map(assignment -> new Pair(assignment.demand(), assignment.cadre()))
                .distinct()
                .filter(pair -> !standing.contains(pair));
    }
}
