package org.muster.benchmark.cpsat;

import static org.muster.problem.index.ProblemIndex.NONE;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.benchmark.cpsat.Arcs.Arc;
import org.muster.benchmark.cpsat.Shifts.Shift;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/** What one cadre's duties must keep among themselves, and what they cost. */
final class CadrePart {
    private final ProblemIndex index;
    private final Sheet sheet;
    private final int cadre;
    private final List<Arc> arcs;
    private final Shifts shifts;
    private final boolean canServeTwice;
    private final Map<Integer, BoolVar> onDuty = new HashMap<>();

    CadrePart(ProblemIndex index, Sheet sheet, int cadre, List<Arc> arcs) {
        this.index = index;
        this.sheet = sheet;
        this.cadre = cadre;
        this.arcs = arcs;
        shifts = Shifts.of(index, cadre, arcs);
        canServeTwice = shifts.canServeTwice();
    }

    void write() {
        for (var arc : arcs) {
            sheet.cost(sheet.chosen(arc), index.dutyCost(cadre, arc.demand()));
        }
        writeRest();
        writeDayLimit();
        writeDutyRules();
        writeFairness();
        if (index.weight(Rule.SAME_SITE) > 0) {
            writeSameSite();
        }
    }

    /** Whether the cadre serves on a day; null when that is impossible. */
    @Nullable
    BoolVar onDuty(int day) {
        var today = arcsOn(day);
        if (today.isEmpty()) {
            return null;
        }
        return onDuty.computeIfAbsent(day, _ -> {
            var serves = sheet.yesOrNo(Arcs.standing(today) > 0);
            today.forEach(arc -> sheet.implies(sheet.chosen(arc), serves));
            return serves;
        });
    }

    private List<Arc> arcsOn(int day) {
        return arcs.stream()
                .filter(arc -> index.day(index.windowOf(arc.demand())) == day)
                .toList();
    }

    private void writeRest() {
        var all = shifts.all();
        for (int one = 0; one < all.size(); one++) {
            sheet.atMostOne(all.get(one).arcs());
            for (int other = one + 1; other < all.size(); other++) {
                switch (shifts.meeting(all.get(one), all.get(other))) {
                    case FREE -> {}
                    case NEVER -> sheet.atMostOne(joined(all.get(one).arcs(), all.get(other).arcs()));
                    case SAME_SITE_ONLY -> writeSameSiteOnly(all.get(one), all.get(other));
                }
            }
        }
    }

    private void writeSameSiteOnly(Shift one, Shift other) {
        var shared = sites(one.arcs());
        shared.retainAll(sites(other.arcs()));
        sheet.atMostOne(joined(only(one.arcs(), arc -> !shared.contains(siteOf(arc))), other.arcs()));
        for (int site : shared) {
            sheet.atMostOne(joined(
                    only(one.arcs(), arc -> siteOf(arc) == site), only(other.arcs(), arc -> siteOf(arc) != site)));
        }
    }

    private void writeDayLimit() {
        var limit = index.rulesOf(cadre).maxMinutesPerDay();
        if (limit == null) {
            return;
        }
        for (var day : shifts.byDay().values()) {
            int most = day.stream().mapToInt(shift -> index.minutes(shift.window())).sum();
            if (most > limit) {
                var minutes = LinearExpr.newBuilder();
                for (var shift : day) {
                    shift.arcs().forEach(arc -> minutes.addTerm(sheet.chosen(arc), index.minutes(shift.window())));
                }
                sheet.atMost(minutes, limit);
            }
        }
    }

    /**
     * Those that the demo districts have.
     *
     * @throws IllegalArgumentException for another one
     */
    private void writeDutyRules() {
        index.rulesOf(cadre).limits().forEach((rule, limit) -> {
            switch (rule) {
                case MAX_DUTIES -> writeMaxDuties(limit);
                case MAX_CONSECUTIVE_DAYS -> writeMaxConsecutiveDays(limit);
                case MAX_TRAVEL -> {} // part of who may serve, and of the cost of a duty
                case MIN_DUTIES,
                        MIN_MINUTES,
                        MAX_MINUTES,
                        MIN_CONSECUTIVE_DAYS,
                        MAX_CONSECUTIVE_DAYS_OFF,
                        MIN_CONSECUTIVE_DAYS_OFF,
                        MAX_WEEKENDS,
                        MAX_PER_KIND,
                        FORBIDDEN_SUCCESSIONS ->
                    throw new IllegalArgumentException(
                            "The model for CP-SAT does not know the duty rule (%s). Maybe measure a demo district."
                                    .formatted(rule.id()));
            }
        });
    }

    private void writeMaxDuties(DutyLimit limit) {
        if (shifts.all().size() > limit.count()) {
            writeLimit(sheet.count(arcs), shifts.all().size(), Arcs.standing(arcs), limit.count(), limit.weight());
        }
    }

    private void writeMaxConsecutiveDays(DutyLimit limit) {
        for (int first = 0; first + limit.count() < index.days(); first++) {
            var run = LinearExpr.newBuilder();
            int atStart = 0;
            int days = 0;
            for (int day = first; day <= first + limit.count(); day++) {
                var serves = onDuty(day);
                if (serves != null) {
                    run.add(serves);
                    days++;
                    atStart += Arcs.standing(arcsOn(day)) > 0 ? 1 : 0;
                }
            }
            if (days > limit.count()) {
                writeLimit(run, days, atStart, limit.count(), limit.weight());
            }
        }
    }

    private void writeLimit(LinearExprBuilder sum, int most, int atStart, int limit, @Nullable Integer weight) {
        if (weight == null) {
            sheet.atMost(sum, limit);
            return;
        }
        long points = index.weight(Rule.PREFERRED_DUTY_RULES) * weight;
        if (points > 0) {
            var excess = sheet.number(most - limit, Math.max(0, atStart - limit));
            sheet.atMost(sum.addTerm(excess, -1), limit);
            sheet.cost(excess, points);
        }
    }

    /**
     * (B + M)^2 - B^2 = 2BM + M^2. The square is the highest of its chords between loads that can occur, for it is
     * convex and fewer points are better.
     */
    private void writeFairness() {
        long weight = index.weight(Rule.FAIRNESS);
        if (weight == 0) {
            return;
        }
        if (!canServeTwice) {
            arcs.forEach(arc ->
                    sheet.cost(sheet.chosen(arc), index.fairnessCost(index.baseHours(cadre), hoursOf(arc))));
            return;
        }
        arcs.forEach(arc -> sheet.cost(sheet.chosen(arc), weight * 2 * index.baseHours(cadre) * hoursOf(arc)));
        var loads = shifts.loads();
        long atStart = arcs.stream().filter(Arc::stands).mapToInt(this::hoursOf).sum();
        long most = loads.getLast();
        var square = sheet.number(most * most, atStart * atStart);
        sheet.cost(square, weight);
        long lower = 0;
        for (long upper : loads.subList(1, loads.size())) {
            var chord = LinearExpr.newBuilder().add(square);
            for (var arc : arcs) {
                chord.addTerm(sheet.chosen(arc), -(lower + upper) * hoursOf(arc));
            }
            sheet.atLeast(chord, -lower * upper);
            lower = upper;
        }
    }

    /** Follows from window to window where the cadre served last. */
    private void writeSameSite() {
        var before = new LastSites(index.lastSite(cadre));
        if (!canServeTwice) {
            shifts.all().forEach(shift -> before.writeCosts(shift));
            return;
        }
        var state = before;
        var all = shifts.all();
        for (int place = 0; place < all.size(); place++) {
            state.writeCosts(all.get(place));
            var later = all.subList(place + 1, all.size()).stream()
                    .flatMap(shift -> shift.arcs().stream())
                    .map(this::siteOf)
                    .collect(Collectors.toSet());
            if (!later.isEmpty()) {
                state = state.after(all.get(place), later);
            }
        }
    }

    /** Where the cadre may have served last at some time. */
    private final class LastSites {
        /** The only place there is at the beginning. */
        private final @Nullable Integer certain;

        private final Map<Integer, BoolVar> possible;
        private final int atStart;

        LastSites(int site) {
            certain = site;
            possible = Map.of();
            atStart = site;
        }

        private LastSites(Map<Integer, BoolVar> possible, int atStart) {
            certain = null;
            this.possible = possible;
            this.atStart = atStart;
        }

        void writeCosts(Shift shift) {
            long points = index.weight(Rule.SAME_SITE);
            if (certain != null) {
                only(shift.arcs(), arc -> certain != NONE && certain != siteOf(arc))
                        .forEach(arc -> sheet.cost(sheet.chosen(arc), points));
                return;
            }
            var standing = only(shift.arcs(), Arc::stands);
            var moves = sheet.yesOrNo(!standing.isEmpty()
                    && atStart != NONE
                    && atStart != siteOf(standing.getFirst()));
            for (int site : sites(shift.arcs())) {
                var excused = sheet.count(only(shift.arcs(), arc -> siteOf(arc) == site))
                        .addTerm(moves, -1);
                addNegated(excused, possible.get(site));
                addNegated(excused, possible.get(NONE));
                sheet.atMost(excused, 0);
            }
            sheet.cost(moves, points);
        }

        /** What is possible after a shift, as far as sites are concerned that are asked about later. */
        LastSites after(Shift shift, Set<Integer> later) {
            var standing = only(shift.arcs(), Arc::stands);
            int standsAt = standing.isEmpty() ? atStart : siteOf(standing.getFirst());
            var next = new HashMap<Integer, BoolVar>();
            var sites = sites(shift.arcs());
            sites.addAll(certain != null ? Set.of(certain) : possible.keySet());
            for (int site : sites) {
                if (site == NONE || later.contains(site)) {
                    next.put(site, stillAt(site, shift, standsAt));
                }
            }
            return new LastSites(next, standsAt);
        }

        /** May be true only when the cadre serves there in the shift, or was there and does not serve elsewhere. */
        private BoolVar stillAt(int site, Shift shift, int standsAt) {
            var there = only(shift.arcs(), arc -> siteOf(arc) == site);
            var elsewhere = only(shift.arcs(), arc -> siteOf(arc) != site);
            var still = sheet.yesOrNo(standsAt == site);
            sheet.atMost(sheet.count(elsewhere).add(still), 1);
            if (certain == null || certain != site) {
                var arrived = LinearExpr.newBuilder().add(still);
                there.forEach(arc -> arrived.addTerm(sheet.chosen(arc), -1));
                addNegated(arrived, possible.get(site));
                sheet.atMost(arrived, 0);
            }
            return still;
        }

        private void addNegated(LinearExprBuilder sum, @Nullable BoolVar variable) {
            if (variable != null) {
                sum.addTerm(variable, -1);
            }
        }
    }

    private int siteOf(Arc arc) {
        return index.siteOf(arc.demand());
    }

    private int hoursOf(Arc arc) {
        return index.hoursOf(index.windowOf(arc.demand()));
    }

    private Set<Integer> sites(List<Arc> some) {
        return some.stream().map(this::siteOf).collect(Collectors.toSet());
    }

    private static List<Arc> only(List<Arc> some, Predicate<Arc> which) {
        return some.stream().filter(which).toList();
    }

    private static List<Arc> joined(List<Arc> one, List<Arc> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
