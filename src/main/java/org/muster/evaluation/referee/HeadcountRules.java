package org.muster.evaluation.referee;

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
import org.muster.problem.StandingAssignment;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.Rule;

/**
 * Rules about numbers of people: ceilings of units, heads on demands, and assignments that were fixed or published
 * before.
 */
public final class HeadcountRules {

    private HeadcountRules() {}

    static Count unitCeiling(ResolvedSchedule resolvedSchedule) {
        var dutiesByUnit = resolvedSchedule.duties().stream()
                .collect(groupingBy(duty -> duty.cadre().unit()));
        return Count.of(resolvedSchedule.problem().units().stream()
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

    static Count headcount(ResolvedSchedule resolvedSchedule) {
        return Count.of(resolvedSchedule.problem().demands().stream()
                .map(demand -> Violations.ofDemand(
                        Rule.HEADCOUNT, heads(resolvedSchedule, demand) - demand.max(), demand.id())));
    }

    static Count cover(ResolvedSchedule resolvedSchedule) {
        return sumOverDemands(resolvedSchedule, demand -> (long) demand.priority() * missing(resolvedSchedule, demand));
    }

    static Count idealCover(ResolvedSchedule resolvedSchedule) {
        return sumOverDemands(
                resolvedSchedule,
                demand -> (long) demand.idealWeight()
                        * Math.max(0, demand.ideal() - Math.max(heads(resolvedSchedule, demand), demand.min())));
    }

    static Count overCover(ResolvedSchedule resolvedSchedule) {
        return sumOverDemands(
                resolvedSchedule,
                demand -> (long) demand.overWeight() * Math.max(0, heads(resolvedSchedule, demand) - demand.ideal()));
    }

    private static Count sumOverDemands(ResolvedSchedule resolvedSchedule, ToLongFunction<Demand> quantity) {
        return Count.of(resolvedSchedule.problem().demands().stream()
                .mapToLong(quantity)
                .sum());
    }

    static int heads(ResolvedSchedule resolvedSchedule, Demand demand) {
        return resolvedSchedule.dutiesOn(demand).size();
    }

    /** Required heads that are not there. */
    public static int missing(ResolvedSchedule resolvedSchedule, Demand demand) {
        return Math.max(0, demand.min() - heads(resolvedSchedule, demand));
    }

    static Count pinned(ResolvedSchedule resolvedSchedule) {
        return Count.of(fallen(
                        resolvedSchedule,
                        resolvedSchedule.problem().assignments().stream().filter(StandingAssignment::pinned))
                .map(pair -> Violations.ofAssignment(Rule.PINNED, 1, pair.cadre(), pair.demand())));
    }

    static Count disruption(ResolvedSchedule resolvedSchedule) {
        var weights = new HashMap<Pair, Integer>();
        resolvedSchedule.problem().assignments().stream()
                .filter(StandingAssignment::published)
                .forEach(each ->
                        weights.merge(new Pair(each.demand(), each.cadre()), each.disruptionWeight(), Math::max));
        return Count.of(fallen(
                        resolvedSchedule,
                        resolvedSchedule.problem().assignments().stream().filter(StandingAssignment::published))
                .mapToLong(pair -> weights.getOrDefault(pair, 0))
                .sum());
    }

    private record Pair(String demand, String cadre) {}

    /** The different assignments among those given that the schedule lacks. */
    private static Stream<Pair> fallen(ResolvedSchedule resolvedSchedule, Stream<StandingAssignment> assignments) {
        var standing = new HashSet<Pair>();
        for (var duty : resolvedSchedule.duties()) {
            standing.add(new Pair(duty.demand().id(), duty.cadre().id()));
        }
        return assignments
                .map(assignment -> new Pair(assignment.demand(), assignment.cadre()))
                .distinct()
                .filter(pair -> !standing.contains(pair));
    }
}
