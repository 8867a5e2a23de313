package org.muster.district;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.DutyRule;
import org.muster.problem.DutyRules;
import org.muster.problem.Limits;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Weights;
import org.muster.problem.Window;

/**
 * Makes the problem of some rounds from what a district keeps.
 *
 * <p>A problem knows nothing of duties outside its rounds, so what they forbid becomes time in which a cadre is
 * unavailable: the duties themselves, the rest before and after them, and a day off where days in a row could become more
 * than her duty rules allow. Who is confined at any time of the rounds is confined for all of them. A
 * birthday is a day to spare somebody on.
 */
public final class RoundProblem {

    /** How many days before and after its rounds a problem has to be told of duties. */
    public static final int NEAR_DAYS = 31;

    private final DistrictData data;
    private final Map<String, Served> served;
    private final Map<String, List<PublishedDuty>> near;
    private final List<PublishedDuty> standing;
    private final Weights weights;
    private final List<Window> windows;
    private final Set<String> sites;
    private final Map<String, DutyRules> dutyRules;
    private final LocalDateTime start;
    private final LocalDateTime end;

    /**
     * Prepares the problem of some rounds, which must have windows.
     *
     * @param rounds identifiers of the rounds to plan
     * @param served what each cadre has done before the first of them, by identifier
     * @param duties all published ones from {@link #NEAR_DAYS} before to as long after, those of the rounds included
     */
    public RoundProblem(
            DistrictData data,
            Set<String> rounds,
            Map<String, Served> served,
            List<PublishedDuty> duties,
            Weights weights) {
        this.data = data;
        this.served = served;
        this.weights = weights;
        var dates = datesOf(data, rounds);
        near = duties.stream()
                .filter(duty -> !duty.date().equals(dates.get(duty.round())))
                .collect(Collectors.groupingBy(PublishedDuty::cadre));
        standing = duties.stream()
                .filter(duty -> duty.date().equals(dates.get(duty.round())))
                .toList();
        windows = windowsOf(data, rounds);
        sites = data.sites().stream().map(site -> site.site().id()).collect(Collectors.toSet());
        dutyRules = new HashMap<>();
        data.dutyRules().forEach(rules -> dutyRules.put(rules.id(), rules));
        start = startOf(windows);
        end = endOf(windows);
    }

    /** The date of each of some rounds: a round on another date is another round, whatever its identifier. */
    public static Map<String, LocalDate> datesOf(DistrictData data, Set<String> rounds) {
        return data.rounds().stream()
                .filter(round -> rounds.contains(round.id()))
                .collect(Collectors.toMap(Round::id, Round::date));
    }

    /** The windows of some rounds. */
    public static List<Window> windowsOf(DistrictData data, Set<String> rounds) {
        return data.windows().stream()
                .filter(window -> rounds.contains(window.round()))
                .toList();
    }

    /** When the first of some windows starts. */
    public static LocalDateTime startOf(List<Window> windows) {
        return windows.stream().map(Window::start).min(LocalDateTime::compareTo).orElseThrow();
    }

    /** When the last of some windows ends. */
    public static LocalDateTime endOf(List<Window> windows) {
        return windows.stream().map(Window::end).max(LocalDateTime::compareTo).orElseThrow();
    }

    /** The problem. What it says of each cadre holds for its rounds only. */
    public Problem make() {
        var rounds = windows.stream().map(Window::round).collect(Collectors.toSet());
        var windowIds = windows.stream().map(Window::id).collect(Collectors.toSet());
        var demands = data.demands().stream()
                .filter(demand -> windowIds.contains(demand.window()))
                .toList();
        var district = data.district();
        return Problem.builder()
                .timeZone(district.timeZone())
                .communities(data.communities())
                .units(data.units())
                .skills(data.skills())
                .posts(data.posts())
                .sites(data.sites().stream().map(StoredSite::site).toList())
                .rounds(data.rounds().stream()
                        .filter(round -> rounds.contains(round.id()))
                        .toList())
                .windows(windows)
                .demands(demands)
                .cadres(data.cadres().stream().map(this::cadre).toList())
                .dutyRules(data.dutyRules())
                .assignments(standing(demands))
                .travel(district.travel())
                .weights(weights)
                .build();
    }

    private List<StandingAssignment> standing(List<Demand> demands) {
        var known = demands.stream().map(Demand::id).collect(Collectors.toSet());
        var cadres = data.cadres().stream().map(stored -> stored.cadre().id()).collect(Collectors.toSet());
        return standing.stream()
                .filter(duty -> known.contains(duty.demand()) && cadres.contains(duty.cadre()))
                .map(duty -> new StandingAssignment(duty.demand(), duty.cadre(), false, true))
                .distinct()
                .toList();
    }

    private Cadre cadre(StoredCadre stored) {
        var cadre = stored.cadre();
        var before = served.getOrDefault(cadre.id(), Served.NOTHING);
        return cadre.toBuilder()
                .availability(availability(stored))
                .confinedTo(confinedTo(stored))
                .roundsServed(Math.min(Limits.ROUNDS, cadre.roundsServed() + before.rounds()))
                .minutesServed(Math.min(Limits.MINUTES, cadre.minutesServed() + before.minutes()))
                .lastSite(lastSite(cadre, before))
                .build();
    }

    private @Nullable String lastSite(Cadre cadre, Served before) {
        return before.lastSite() != null && sites.contains(before.lastSite()) ? before.lastSite() : cadre.lastSite();
    }

    private @Nullable String confinedTo(StoredCadre stored) {
        return stored.confinements().stream()
                .filter(confinement -> confinement.overlaps(start, end))
                .map(Confinement::site)
                .findFirst()
                .orElse(stored.cadre().confinedTo());
    }

    private List<Availability> availability(StoredCadre stored) {
        var cadre = stored.cadre();
        var all = new ArrayList<Availability>();
        cadre.availability().stream()
                .filter(each -> each.start().isBefore(end) && each.end().isAfter(start))
                .forEach(all::add);
        for (var absence : stored.absences()) {
            addUnavailable(all, absence.from(), absence.until() == null ? end : absence.until());
        }
        addBirthdays(all, cadre);
        addDutiesNear(all, cadre);
        return all;
    }

    /** Adds what of a time lies within the rounds. */
    private void addUnavailable(List<Availability> all, LocalDateTime from, LocalDateTime until) {
        var first = from.isAfter(start) ? from : start;
        var last = until.isBefore(end) ? until : end;
        if (first.isBefore(last)) {
            all.add(new Availability(first, last, Availability.Kind.UNAVAILABLE, Set.of(), 1));
        }
    }

    private void addBirthdays(List<Availability> all, Cadre cadre) {
        if (cadre.birthDate() == null) {
            return;
        }
        var birthday = MonthDay.from(cadre.birthDate());
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            // Who was born on 29 February is spared on the 28th in other years.
            var day = birthday.atYear(year).atStartOfDay();
            if (day.isBefore(end) && day.plusDays(1).isAfter(start)) {
                all.add(new Availability(day, day.plusDays(1), Availability.Kind.UNDESIRED, Set.of(), 1));
            }
        }
    }

    private void addDutiesNear(List<Availability> all, Cadre cadre) {
        var duties = near.getOrDefault(cadre.id(), List.of());
        if (duties.isEmpty()) {
            return;
        }
        var rules = cadre.dutyRules() == null ? null : dutyRules.get(cadre.dutyRules());
        int rest = rules == null ? 0 : rules.minRest();
        for (var duty : duties) {
            addUnavailable(all, duty.start().minusMinutes(rest), duty.end().plusMinutes(rest));
        }
        if (rules != null) {
            addDaysOff(all, duties, rules);
        }
    }

    /**
     * Takes a day away where a required limit of days in a row could be exceeded together with the days worked before or
     * after the rounds. Whoever has a day off earlier loses a day that she could have served; nobody serves too long.
     */
    private void addDaysOff(List<Availability> all, List<PublishedDuty> duties, DutyRules rules) {
        var limit = rules.limits().get(DutyRule.MAX_CONSECUTIVE_DAYS);
        if (limit == null || limit.weight() != null) {
            return;
        }
        var first = start.toLocalDate();
        var last = windows.stream().map(Window::date).max(LocalDate::compareTo).orElse(first);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
        int before = daysInARow(duties, first, -1);
        int after = daysInARow(duties, last, 1);
        if (before + after == 0 || before + days + after <= limit.count()) {
            return;
        }
        int offAfter = days;
        if (before > 0) {
            offAfter = Math.clamp(limit.count() - before, 0, days - 1);
            addDayOff(all, first.plusDays(offAfter));
        }
        int rest = before > 0 ? days - 1 - offAfter : days;
        if (after > 0 && rest + after > limit.count()) {
            addDayOff(all, last.minusDays(Math.clamp(limit.count() - after, 0, days - 1)));
        }
    }

    private void addDayOff(List<Availability> all, LocalDate day) {
        addUnavailable(all, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    /** How many days in a row, next to a day in one direction, a duty has started. */
    private static int daysInARow(List<PublishedDuty> duties, LocalDate day, int direction) {
        var worked = new HashSet<LocalDate>();
        duties.forEach(duty -> worked.add(duty.start().toLocalDate()));
        int days = 0;
        while (worked.contains(day.plusDays((long) direction * (days + 1)))) {
            days++;
        }
        return days;
    }
}
