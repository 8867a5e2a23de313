package org.muster.registry.rounds;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.muster.registry.Objection.NO_PLACE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictData;
import org.muster.district.StoredCadre;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.RulesLeft;
import org.muster.district.history.UsedUp;
import org.muster.district.rounds.History;
import org.muster.district.rounds.RoundProblem;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.DutyRuleCount;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Demand;
import org.muster.problem.Horizon;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.index.ById;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;
import org.muster.registry.Objection;
import org.muster.registry.Objection.Reason;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Checks a schedule that is to be published against the current state of its district: people, demands and windows may
 * have changed since the plan was made, and other rounds may have been published.
 *
 * <p>Required minimums are not asked for: the duties of other rounds are not known yet.
 */
final class PublicationCheck {

    private static final Set<DutyRule> COUNTED =
            EnumSet.of(DutyRule.MAX_DUTIES, DutyRule.MAX_MINUTES, DutyRule.MAX_WEEKENDS, DutyRule.MAX_PER_KIND);

    private final DistrictData data;
    private final List<PublishedDuty> duties;
    private final List<PublishedDuty> others;
    private final Map<String, UsedUp> usedUp;
    private final Map<String, StoredCadre> cadres = new HashMap<>();
    private final Map<String, Demand> demands;
    private final Map<String, Window> windows;
    private final Map<String, Round> rounds;
    private final List<Objection> found = new ArrayList<>();

    /**
     * Prepares the check.
     *
     * @param data of the district as it is now
     * @param duties to be published, in the order of the schedule
     * @param others published ones of other rounds near those
     * @param usedUp by duties of other rounds in the fairness period, by cadre
     */
    PublicationCheck(
            DistrictData data, List<PublishedDuty> duties, List<PublishedDuty> others, Map<String, UsedUp> usedUp) {
        this.data = data;
        this.duties = duties;
        this.others = others;
        this.usedUp = usedUp;
        data.cadres().forEach(stored -> cadres.put(stored.cadre().id(), stored));
        demands = ById.of(data.demands(), Demand::id);
        windows = ById.of(data.windows(), Window::id);
        rounds = ById.of(data.rounds(), Round::id);
    }

    /** All objections, in the order of the schedule. */
    List<Objection> objections() {
        var unchanged = new HashMap<Assignment, Integer>();
        for (int place = 0; place < duties.size(); place++) {
            if (isAsPlanned(place)) {
                var duty = duties.get(place);
                unchanged.put(new Assignment(duty.demand(), duty.cadre(), false), place);
            }
        }
        addRulesOfEach(unchanged);
        addRulesOfMany();
        found.addAll(new RulesAcrossRounds(data, duties, others).objections());
        found.sort(comparingInt(objection -> objection.place() == NO_PLACE ? Integer.MAX_VALUE : objection.place()));
        return found;
    }

    /** Whether demand, window and cadre of a duty are those of the plan; objects where they are not. */
    private boolean isAsPlanned(int place) {
        var duty = duties.get(place);
        var stored = cadres.get(duty.cadre());
        if (stored == null) {
            object(Reason.LEFT, place);
        }
        var demand = demands.get(duty.demand());
        if (demand == null) {
            object(Reason.DEMAND_GONE, place);
            return false;
        }
        var window = ById.get(windows, demand.window());
        var round = ById.get(rounds, window.round());
        boolean isRoundSame = round.id().equals(duty.round()) && round.date().equals(duty.date());
        boolean isWindowSame =
                window.start().equals(duty.start()) && window.end().equals(duty.end());
        if (!isRoundSame) {
            object(
                    Reason.ROUND_MOVED,
                    place,
                    "round",
                    round.id(),
                    "date",
                    round.date().toString());
        } else if (!isWindowSame) {
            object(
                    Reason.WINDOW_MOVED,
                    place,
                    "start",
                    window.start().toString(),
                    "end",
                    window.end().toString());
        }
        if (!demand.site().equals(duty.site())) {
            object(Reason.DEMAND_MOVED, place, "site", demand.site());
        }
        return stored != null && isRoundSame && isWindowSame;
    }

    private void object(Reason reason, int place, String... more) {
        var duty = duties.get(place);
        var params = new ArrayList<>(List.of("cadre", duty.cadre(), "demand", duty.demand()));
        params.addAll(List.of(more));
        found.add(Objection.of(reason, place, params.toArray(String[]::new)));
    }

    /** Rules that a duty keeps or breaks by itself, and heads of a demand, counted by the referee. */
    private void addRulesOfEach(Map<Assignment, Integer> unchanged) {
        if (unchanged.isEmpty()) {
            return;
        }
        var ofRounds = duties.stream()
                .map(PublishedDuty::round)
                .filter(this::hasWindows)
                .collect(toSet());
        var problem = new RoundProblem(data, ofRounds, History.NOTHING, Weights.DEFAULT).make();
        var evaluation = Referee.evaluate(problem, new Schedule(List.copyOf(unchanged.keySet())));
        for (var violation : evaluation.violations()) {
            addRuleOfOne(violation, unchanged);
        }
        unchanged.forEach((assignment, place) -> addConfinement(place));
    }

    private boolean hasWindows(String round) {
        return windows.values().stream().anyMatch(window -> window.round().equals(round));
    }

    private void addRuleOfOne(Violation violation, Map<Assignment, Integer> unchanged) {
        var demand = violation.demand();
        var cadre = violation.cadre();
        switch (violation.rule()) {
            case SKILL -> object(Reason.SKILL, place(unchanged, demand, cadre));
            case AGE -> object(Reason.AGE, place(unchanged, demand, cadre));
            case CARE -> object(Reason.CARE, place(unchanged, demand, cadre));
            case AVAILABILITY -> {
                int place = place(unchanged, demand, cadre);
                object(isAbsent(place) ? Reason.ABSENT : Reason.UNAVAILABLE, place);
            }
            case SERVICE -> {
                int place = place(unchanged, demand, cadre);
                object(
                        Reason.LAST_SERVICE_DAY,
                        place,
                        "date",
                        duties.get(place).day().toString());
            }
            case HEADCOUNT -> {
                if (demand != null) {
                    found.add(Objection.of(Reason.HEADCOUNT, NO_PLACE, "demand", demand));
                }
            }
            case DUTY_RULES -> {
                if (violation.dutyRule() == DutyRule.MAX_TRAVEL && cadre != null) {
                    addDutyRule(cadre, DutyRule.MAX_TRAVEL);
                }
            }
            // Confinement is looked at for each duty, since a problem confines for all its rounds; what looks at
            // several
            // duties is looked at together with those of other rounds.
            default -> {}
        }
    }

    private static int place(Map<Assignment, Integer> unchanged, @Nullable String demand, @Nullable String cadre) {
        var place = demand == null || cadre == null ? null : unchanged.get(new Assignment(demand, cadre, false));
        if (place == null) {
            throw new IllegalStateException("A rule of a single duty names none that was counted.");
        }
        return place;
    }

    private boolean isAbsent(int place) {
        var duty = duties.get(place);
        return ById.get(cadres, duty.cadre()).absences().stream()
                .anyMatch(absence -> absence.overlaps(duty.start(), duty.end()));
    }

    private void addConfinement(int place) {
        var duty = duties.get(place);
        var stored = ById.get(cadres, duty.cadre());
        var site = ById.get(demands, duty.demand()).site();
        var homes = new HashSet<String>();
        stored.confinements().stream()
                .filter(confinement -> confinement.overlaps(duty.start(), duty.end()))
                .forEach(confinement -> homes.add(confinement.site()));
        var always = stored.cadre().confinedTo();
        if (homes.isEmpty() && always != null) {
            homes.add(always);
        }
        boolean isForResidents = data.sites().stream()
                .anyMatch(each -> each.site().id().equals(site) && each.site().admits() == Site.Admits.RESIDENTS);
        boolean isHome = homes.equals(Set.of(site));
        if (!isHome && (isForResidents || !homes.isEmpty())) {
            object(Reason.CONFINED, place);
        }
    }

    /** Required limits of duties, minutes, weekends and kinds, with what other rounds have used up. */
    private void addRulesOfMany() {
        var listed = ById.of(data.dutyRules(), DutyRules::id);
        duties.stream().collect(groupingBy(PublishedDuty::cadre)).forEach((cadre, own) -> {
            var stored = cadres.get(cadre);
            var id = stored == null ? null : stored.cadre().dutyRules();
            if (id != null) {
                addLimits(cadre, own, ById.get(listed, id));
            }
        });
    }

    private void addLimits(String cadre, List<PublishedDuty> own, DutyRules rules) {
        var used = usedUp.getOrDefault(cadre, UsedUp.NOTHING);
        var days = own.stream().map(PublishedDuty::day).sorted().toList();
        var left = RulesLeft.of(rules, used, used.weekendsBeside(days), rules.maxMinutesPerDay());
        var count = new DutyRuleCount(
                new Horizon(days.getFirst(), days.getLast()),
                own.stream()
                        .map(duty -> new DutyRuleCount.Worked(duty.day(), duty.minutes(), duty.kind(), 0))
                        .toList());
        left.limits().forEach((rule, limit) -> {
            if (COUNTED.contains(rule) && limit.isRequired() && count.excess(rule, limit) > 0) {
                addDutyRule(cadre, rule);
            }
        });
    }

    private void addDutyRule(String cadre, DutyRule rule) {
        found.add(Objection.of(Reason.DUTY_RULE, NO_PLACE, "cadre", cadre, "dutyRule", rule.id()));
    }
}
