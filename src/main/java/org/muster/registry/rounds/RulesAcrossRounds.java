package org.muster.registry.rounds;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.muster.registry.Objection.NO_PLACE;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictData;
import org.muster.district.history.PublishedDuty;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.registry.Objection;
import org.muster.registry.Objection.Reason;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Rules of several duties, counted by the referee over duties that are to be published and published ones of other
 * rounds together: rest, minutes of a day, ceilings, runs of days, successions. Rules that the others break among
 * themselves are no objection to the new ones.
 *
 * <p>The problem that the referee gets has nothing but these duties, each as a demand of its own.
 */
final class RulesAcrossRounds {

    private static final Set<Rule> LOOKED_AT =
            EnumSet.of(Rule.OVERLAP_AND_REST, Rule.DAY_LIMIT, Rule.UNIT_CEILING, Rule.DUTY_RULES);
    private static final Set<DutyRule> OF_DAYS = EnumSet.of(
            DutyRule.MAX_CONSECUTIVE_DAYS, DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyRule.FORBIDDEN_SUCCESSIONS);
    private static final String ONE = "one";
    private static final Location SOMEWHERE = new Location(0, 0);

    private final DistrictData data;
    private final List<PublishedDuty> all = new ArrayList<>();
    /** The first of all duties are new; their places are those in the schedule. */
    private final int fresh;

    /**
     * Prepares the count.
     *
     * @param duties to be published
     * @param others of other rounds; only those of the same people, and those of the same dates, are looked at
     */
    RulesAcrossRounds(DistrictData data, List<PublishedDuty> duties, List<PublishedDuty> others) {
        this.data = data;
        fresh = duties.size();
        var people = duties.stream().map(PublishedDuty::cadre).collect(toSet());
        var days = duties.stream().map(PublishedDuty::day).collect(toSet());
        all.addAll(duties);
        others.stream()
                .filter(duty -> people.contains(duty.cadre()) || days.contains(duty.day()))
                .forEach(all::add);
    }

    List<Objection> objections() {
        var known = data.cadres().stream().map(stored -> stored.cadre().id()).collect(toSet());
        var before = new ArrayList<Assignment>();
        var after = new ArrayList<Assignment>();
        for (int number = 0; number < all.size(); number++) {
            var cadre = all.get(number).cadre();
            if (known.contains(cadre)) {
                var assignment = new Assignment(Integer.toString(number), cadre, false);
                after.add(assignment);
                if (number >= fresh) {
                    before.add(assignment);
                }
            }
        }
        if (after.size() == before.size()) {
            return List.of();
        }
        var problem = problem();
        var standing = violations(problem, before);
        return violations(problem, after).entrySet().stream()
                .filter(each -> each.getValue() > standing.getOrDefault(each.getKey(), 0L))
                .flatMap(each -> objection(each.getKey()).stream())
                .toList();
    }

    /** A place where a rule is broken. */
    private record Place(
            Rule rule,
            @Nullable String cadre,
            @Nullable String demand,
            @Nullable String otherDemand,
            @Nullable String unit,
            @Nullable LocalDate date,
            @Nullable DutyRule dutyRule) {

        static Place of(Violation violation) {
            return new Place(
                    violation.rule(),
                    violation.cadre(),
                    violation.demand(),
                    violation.otherDemand(),
                    violation.unit(),
                    violation.date(),
                    violation.dutyRule());
        }
    }

    private static Map<Place, Long> violations(Problem problem, List<Assignment> assignments) {
        return Referee.evaluate(problem, new Schedule(assignments)).violations().stream()
                .filter(violation -> LOOKED_AT.contains(violation.rule()))
                .collect(toMap(Place::of, Violation::amount, Long::sum, LinkedHashMap::new));
    }

    private Optional<Objection> objection(Place place) {
        var cadre = place.cadre();
        return switch (place.rule()) {
            case OVERLAP_AND_REST -> rest(place);
            case DAY_LIMIT ->
                cadre == null
                        ? Optional.empty()
                        : Optional.of(Objection.of(Reason.DAY_LIMIT, NO_PLACE, "cadre", cadre));
            case UNIT_CEILING -> {
                var unit = place.unit();
                var date = place.date();
                yield unit == null || date == null
                        ? Optional.empty()
                        : Optional.of(
                                Objection.of(Reason.UNIT_CEILING, NO_PLACE, "unit", unit, "date", date.toString()));
            }
            case DUTY_RULES -> {
                var rule = place.dutyRule();
                yield cadre == null || rule == null
                        ? Optional.empty()
                        : Optional.of(Objection.of(Reason.DUTY_RULE, NO_PLACE, "cadre", cadre, "dutyRule", rule.id()));
            }
            default -> Optional.empty();
        };
    }

    private Optional<Objection> rest(Place place) {
        var demand = place.demand();
        var other = place.otherDemand();
        if (demand == null || other == null) {
            return Optional.empty();
        }
        int one = Math.min(Integer.parseInt(demand), Integer.parseInt(other));
        var first = all.get(one);
        var second = all.get(Math.max(Integer.parseInt(demand), Integer.parseInt(other)));
        return Optional.of(Objection.of(
                Reason.REST,
                one < fresh ? one : NO_PLACE,
                "cadre",
                first.cadre(),
                "demand",
                first.demand(),
                "otherDemand",
                second.demand()));
    }

    private record Times(
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String kind) {}

    private Problem problem() {
        var windows = new HashMap<Times, Window>();
        var sites = new HashMap<String, Site>();
        var demands = new ArrayList<Demand>();
        for (int number = 0; number < all.size(); number++) {
            var duty = all.get(number);
            var window = windows.computeIfAbsent(
                    new Times(duty.start(), duty.end(), duty.kind()),
                    times -> new Window("w" + windows.size(), ONE, times.start(), times.end(), times.kind()));
            sites.computeIfAbsent(
                    duty.site(), id -> new Site(id, id, Site.Kind.SCREENING, ONE, SOMEWHERE, Site.Admits.ANYONE));
            demands.add(new Demand(Integer.toString(number), duty.site(), window.id(), ONE, 0, 1, 1, 1, 1, 1));
        }
        var people = all.stream().map(PublishedDuty::cadre).collect(toSet());
        return Problem.builder()
                .timeZone(data.district().timeZone())
                .communities(List.of(new Community(ONE, ONE, ONE, SOMEWHERE)))
                .units(data.units())
                .posts(List.of(new Post(ONE, ONE, Set.of(), Set.of(), Set.of(), null, null)))
                .sites(List.copyOf(sites.values()))
                .rounds(List.of(new Round(ONE, ONE, all.getFirst().day())))
                .windows(List.copyOf(windows.values()))
                .demands(demands)
                .cadres(data.cadres().stream()
                        .filter(stored -> people.contains(stored.cadre().id()))
                        .map(stored -> stored.cadre())
                        .map(cadre -> Cadre.of(cadre.id(), cadre.unit(), cadre.level(), ONE, SOMEWHERE)
                                .dutyRules(cadre.dutyRules())
                                .build())
                        .toList())
                .dutyRules(
                        data.dutyRules().stream().map(RulesAcrossRounds::ofDays).toList())
                .build();
    }

    /** Rest, the limit of a day, and required rules of runs of days: the others look at more than the days around. */
    private static DutyRules ofDays(DutyRules rules) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        rules.limits().forEach((rule, limit) -> {
            if (OF_DAYS.contains(rule) && limit.isRequired()) {
                limits.put(rule, limit);
            }
        });
        return new DutyRules(rules.id(), rules.minRest(), rules.maxMinutesPerDay(), limits);
    }
}
