package org.muster.district.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.district.StoredCadre;
import org.muster.problem.WorkUnit;

/**
 * Ceilings of units, less those of their people whom other rounds have away on the same dates.
 *
 * <p>A problem has one ceiling for all its dates. Dates on which the ceiling of a unit is used up are barred for its
 * cadres who are not away already; of the other dates the one with the fewest left counts.
 */
public final class CeilingsLeft {

    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Set<LocalDate>> full = new HashMap<>();
    private final Map<String, Set<LocalDate>> away;

    public CeilingsLeft(
            List<WorkUnit> units, List<StoredCadre> cadres, List<PublishedDuty> duties, Set<LocalDate> days) {
        var unitOf = cadres.stream()
                .collect(toMap(
                        stored -> stored.cadre().id(), stored -> stored.cadre().unit(), (one, other) -> one));
        var ofDays = duties.stream().filter(duty -> days.contains(duty.day())).toList();
        away = ofDays.stream().collect(groupingBy(PublishedDuty::cadre, mapping(PublishedDuty::day, toSet())));
        Map<String, Map<LocalDate, Set<String>>> awayOf = ofDays.stream()
                .filter(duty -> unitOf.containsKey(duty.cadre()))
                .collect(groupingBy(
                        duty -> unitOf.getOrDefault(duty.cadre(), ""),
                        groupingBy(PublishedDuty::day, mapping(PublishedDuty::cadre, toSet()))));
        for (var unit : units) {
            unit.ceiling()
                    .ifPresent(ceiling -> awayOf.getOrDefault(unit.id(), Map.of())
                            .forEach((day, people) -> count(unit.id(), day, ceiling - people.size())));
        }
    }

    private void count(String unit, LocalDate day, int others) {
        if (others > 0) {
            left.merge(unit, others, Math::min);
        } else {
            full.computeIfAbsent(unit, fresh -> new HashSet<>()).add(day);
        }
    }

    /** The unit with the ceiling that is left. */
    public WorkUnit of(WorkUnit unit) {
        var ceiling = left.get(unit.id());
        return ceiling == null
                ? unit
                : new WorkUnit(unit.id(), unit.name(), unit.staff(), ceiling, null, unit.subdistricts());
    }

    /** The dates on which a cadre would be one too many of a unit. */
    public Set<LocalDate> daysFullFor(String cadre, String unit) {
        var days = full.getOrDefault(unit, Set.of());
        if (days.isEmpty()) {
            return days;
        }
        var others = new HashSet<>(days);
        others.removeAll(away.getOrDefault(cadre, Set.of()));
        return others;
    }
}
