package org.muster.district.rounds;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.district.Confinement;
import org.muster.district.DistrictData;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.district.history.CeilingsLeft;
import org.muster.district.history.DaysBetweenRounds;
import org.muster.district.history.ElapsedTime;
import org.muster.district.history.PersonalRules;
import org.muster.district.history.PlannedWindows;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.RestBetweenRounds;
import org.muster.district.history.RulesLeft;
import org.muster.district.history.Served;
import org.muster.district.history.UnavailableTimes;
import org.muster.district.history.UsedUp;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Window;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;

/**
 * Makes the problem of some rounds from what a district keeps.
 *
 * <p>A problem knows nothing of duties outside its rounds. So what they forbid becomes time in which a cadre is
 * unavailable, and what they have used up of required rules makes limits lower: in a copy of the cadre's duty rules,
 * and in ceilings of units. Where that cannot be said exactly, people lose a duty that they could have served, and no
 * rule is broken. A cadre who is confined at any time of the rounds is confined for all of them. Cadres are spared on
 * their birthdays.
 */
public final class RoundProblem {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** The horizon of a problem has no more days, and rest is no longer. */
    private static final int MOST_NEAR_DAYS = 366;

    private final DistrictData data;
    private final History history;
    private final Map<String, List<PublishedDuty>> near;
    private final List<PublishedDuty> standing;
    private final Weights weights;
    private final List<Window> windows;
    private final List<Demand> demands;
    private final Set<String> sites;
    private final Map<String, DutyRules> dutyRules;
    private final PlannedWindows planned;
    private final Set<LocalDate> weekends;
    private final RestBetweenRounds rest;
    private final DaysBetweenRounds days;
    private final PersonalRules rules;
    private final CeilingsLeft ceilings;
    private final LocalDateTime start;
    private final LocalDateTime end;

    /**
     * Prepares the problem of some rounds, which must have windows.
     *
     * @param rounds identifiers of the rounds to plan
     */
    public RoundProblem(DistrictData data, Set<String> rounds, History history, Weights weights) {
        this.data = data;
        this.history = history;
        this.weights = weights;
        var dates = datesOf(data, rounds);
        var others = history.duties().stream()
                .filter(duty -> !duty.date().equals(dates.get(duty.round())))
                .toList();
        near = others.stream().collect(Collectors.groupingBy(PublishedDuty::cadre));
        standing = history.duties().stream()
                .filter(duty -> duty.date().equals(dates.get(duty.round())))
                .toList();
        windows = windowsOf(data, rounds);
        var windowIds = windows.stream().map(Window::id).collect(Collectors.toSet());
        demands = data.demands().stream()
                .filter(demand -> windowIds.contains(demand.window()))
                .toList();
        sites = data.sites().stream().map(site -> site.site().id()).collect(Collectors.toSet());
        dutyRules = new HashMap<>();
        data.dutyRules().forEach(each -> dutyRules.put(each.id(), each));
        planned = new PlannedWindows(new ElapsedTime(data.district().timeZone()), windows, demands);
        weekends = planned.days().stream()
                .filter(UsedUp::isInWeekend)
                .map(UsedUp::saturdayOf)
                .collect(Collectors.toSet());
        rest = new RestBetweenRounds(planned);
        days = new DaysBetweenRounds(planned);
        rules = new PersonalRules(data.dutyRules());
        ceilings = new CeilingsLeft(data.units(), data.cadres(), others, planned.days());
        start = planned.start();
        end = planned.end();
    }

    /**
     * How many days before and after its rounds a problem needs the published duties: as far as rest and runs of days
     * of any duty rules reach, and a day more for duties that go on after midnight.
     */
    public static int nearDays(DistrictData data) {
        int most = 1;
        for (var rules : data.dutyRules()) {
            most = Math.max(most, Math.ceilDiv(rules.minRest(), MINUTES_OF_A_DAY));
            for (var rule : List.of(DutyRule.MAX_CONSECUTIVE_DAYS, DutyRule.MIN_CONSECUTIVE_DAYS_OFF)) {
                most = Math.max(
                        most,
                        DaysBetweenRounds.required(rules, rule)
                                .map(DutyLimit::count)
                                .orElse(0));
            }
        }
        return Math.min(most, MOST_NEAR_DAYS) + 1;
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

    /** The problem. What it says of each cadre and each unit holds for its rounds only. */
    public Problem make() {
        var rounds = windows.stream().map(Window::round).collect(Collectors.toSet());
        var district = data.district();
        // First, since they add to the duty rules.
        var cadres = data.cadres().stream().map(this::cadre).toList();
        return Problem.builder()
                .timeZone(district.timeZone())
                .communities(data.communities())
                .units(data.units().stream().map(ceilings::of).toList())
                .skills(data.skills())
                .posts(data.posts())
                .sites(data.sites().stream().map(StoredSite::site).toList())
                .rounds(data.rounds().stream()
                        .filter(round -> rounds.contains(round.id()))
                        .toList())
                .windows(windows)
                .demands(demands)
                .cadres(cadres)
                .dutyRules(rules.all())
                .assignments(standing())
                .travel(district.travel())
                .weights(weights)
                .build();
    }

    private List<StandingAssignment> standing() {
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
        var before = history.served().getOrDefault(cadre.id(), Served.NOTHING);
        var times = new UnavailableTimes(start, end, new ArrayList<>());
        addOwn(times, stored);
        var listed = cadre.dutyRules() == null ? null : dutyRules.get(cadre.dutyRules());
        var duties = near.getOrDefault(cadre.id(), List.of());
        rest.add(times, duties, listed);
        for (var day : ceilings.daysFullFor(cadre.id(), cadre.unit())) {
            times.addStartsOf(planned.on(day), Set.of());
        }
        return cadre.toBuilder()
                .dutyRules(listed == null ? null : rulesLeft(times, cadre, duties, listed))
                .availability(times.all())
                .confinedTo(confinedTo(stored))
                .roundsServed(Math.min(Limits.ROUNDS, cadre.roundsServed() + before.rounds()))
                .minutesServed(Math.min(Limits.MINUTES, cadre.minutesServed() + before.minutes()))
                .lastSite(lastSite(cadre, before))
                .build();
    }

    /**
     * The identifier of what is left of the cadre's duty rules; limits that rules cannot express become unavailable
     * times.
     */
    private String rulesLeft(UnavailableTimes times, Cadre cadre, List<PublishedDuty> duties, DutyRules listed) {
        days.add(times, duties, listed);
        var used = history.usedUp().getOrDefault(cadre.id(), UsedUp.NOTHING);
        var left =
                RulesLeft.of(listed, used, weekendsUsed(times, used, listed), days.limitOfDay(times, duties, listed));
        return rules.idOf(left, listed);
    }

    /**
     * How many weekends count as used. Weekends of the rounds in which the cadre has worked already cost nothing more,
     * but the problem counts them when the cadre works in them again.
     */
    private int weekendsUsed(UnavailableTimes times, UsedUp used, DutyRules listed) {
        var limit = DaysBetweenRounds.required(listed, DutyRule.MAX_WEEKENDS);
        if (limit.isEmpty()) {
            return 0;
        }
        int left = Math.max(0, limit.get().count() - used.weekends().size());
        var again = new HashSet<>(weekends);
        again.retainAll(used.weekends());
        if (left == 0 && !again.isEmpty()) {
            days.addWeekendsBut(times, again);
        }
        boolean isNothingNew = left == 0 || again.size() == weekends.size();
        return limit.get().count() - (isNothingNew ? Math.max(left, again.size()) : left);
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

    /** Adds the times of the stored cadre, as far as they concern the rounds. */
    private void addOwn(UnavailableTimes times, StoredCadre stored) {
        var cadre = stored.cadre();
        cadre.availability().stream()
                .filter(each -> each.start().isBefore(end) && each.end().isAfter(start))
                .forEach(times.all()::add);
        for (var absence : stored.absences()) {
            times.add(absence.from(), absence.until() == null ? end : absence.until());
        }
        addBirthdays(times.all(), cadre);
    }

    private void addBirthdays(List<Availability> all, Cadre cadre) {
        if (cadre.birthDate() == null) {
            return;
        }
        var birthday = MonthDay.from(cadre.birthDate());
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            // Cadres born on 29 February are spared on the 28th in other years.
            var day = birthday.atYear(year).atStartOfDay();
            if (day.isBefore(end) && day.plusDays(1).isAfter(start)) {
                all.add(new Availability(day, day.plusDays(1), Availability.Kind.UNDESIRED, Set.of(), 1));
            }
        }
    }
}
