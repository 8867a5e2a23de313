package org.muster.evaluation.incremental;

import static org.muster.problem.rules.Rule.DISRUPTION;
import static org.muster.problem.rules.Rule.LONG_DAY;
import static org.muster.problem.rules.Rule.PREFERRED_DUTY_RULES;
import static org.muster.problem.rules.Rule.SAME_SITE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.DutyRuleExcess;
import org.muster.problem.index.DutyTimes;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * What the duties of one cadre cost together: rest, limits, change of site, load, long days, and missing pinned or
 * published duties. Duties come in the order in which they are served. The answers hold until the next count.
 */
final class CadreCount {
    private final ProblemIndex index;
    private final DutyRuleExcess dutyRuleExcess;
    private final DutyTimes times = new DutyTimes();
    /** The windows of the duties that are counted. */
    private int[] windows = new int[64];

    private final int[] minRest;
    private final int[] mostMinutes;
    private final boolean[] plain;
    private final int[] @Nullable [] pinned;
    private final int[] @Nullable [] published;
    /** By cadre, what taking each of the published duties back counts. */
    private final int[] @Nullable [] disruptionWeights;

    private final long sameSiteWeight;
    private final long disruptionWeight;
    private final long longDayWeight;
    private final long preferredRulesWeight;

    private long missingRest;
    private long minutesAboveLimit;
    private long seatsBeyondFirst;
    private long requiredExcess;
    private long mendableExcess;
    private long askedExcess;
    private long pinsMissing;
    private long changesOfSite;
    private long load;
    private long fairnessPoints;
    private long preferredExcess;
    private long publishedMissing;
    private long longDays;

    CadreCount(ProblemIndex index) {
        this.index = index;
        dutyRuleExcess = new DutyRuleExcess(index);
        int cadres = index.cadres();
        minRest = new int[cadres];
        mostMinutes = new int[cadres];
        plain = new boolean[cadres];
        pinned = new int[cadres][];
        published = new int[cadres][];
        disruptionWeights = new int[cadres][];
        for (var standing : index.problem().assignments()) {
            collect(standing);
        }
        for (int cadre = 0; cadre < cadres; cadre++) {
            var rules = index.rulesOf(cadre);
            minRest[cadre] = rules.minRest();
            mostMinutes[cadre] = rules.maxMinutesPerDay() == null ? Integer.MAX_VALUE : rules.maxMinutesPerDay();
            plain[cadre] = index.limitsOf(cadre).isEmpty() && pinned[cadre] == null && published[cadre] == null;
        }
        sameSiteWeight = index.weight(SAME_SITE);
        disruptionWeight = index.weight(DISRUPTION);
        longDayWeight = index.weight(LONG_DAY);
        preferredRulesWeight = index.weight(PREFERRED_DUTY_RULES);
    }

    void count(int cadre, int[] duties, int count) {
        countTimes(cadre, duties, count);
        changesOfSite = 0;
        load = 0;
        fairnessPoints = 0;
        if (count > 0) {
            countSitesAndLoad(cadre, duties, count);
        }
        seatsBeyondFirst = 0;
        if (count > 1) {
            countSeats(duties, count);
        }
        requiredExcess = 0;
        mendableExcess = 0;
        askedExcess = 0;
        preferredExcess = 0;
        pinsMissing = 0;
        publishedMissing = 0;
        if (!plain[cadre]) {
            dutyRuleExcess.count(index.limitsOf(cadre), windows, count);
            requiredExcess = dutyRuleExcess.required();
            mendableExcess = dutyRuleExcess.mendable();
            askedExcess = dutyRuleExcess.asked();
            preferredExcess = dutyRuleExcess.preferred();
            pinsMissing = missing(pinned[cadre], duties, count);
            publishedMissing = disruption(cadre, duties, count);
        }
    }

    /** Quantities of all hard rules. */
    long hard() {
        return missingRest + minutesAboveLimit + seatsBeyondFirst + requiredExcess + pinsMissing;
    }

    /** The part of {@link #hard} that more duties could mend. */
    long mendable() {
        return mendableExcess;
    }

    /** The part of {@link #hard} that further duties never make less: required duty rules that set a maximum. */
    long lasting() {
        return requiredExcess - mendableExcess;
    }

    /** The part of {@link #hard} that only more duties can mend. */
    long asked() {
        return askedExcess;
    }

    /** Points of all goals. */
    long soft() {
        return sameSiteWeight * changesOfSite
                + fairnessPoints
                + preferredRulesWeight * preferredExcess
                + disruptionWeight * publishedMissing
                + longDayWeight * longDays;
    }

    /** The quantity of a rule, where it is one that looks at all duties of a cadre; otherwise 0. */
    long quantity(Rule rule, int cadre) {
        return switch (rule) {
            case OVERLAP_AND_REST -> missingRest;
            case DAY_LIMIT -> minutesAboveLimit;
            case ONE_SEAT -> seatsBeyondFirst;
            case DUTY_RULES -> requiredExcess;
            case PINNED -> pinsMissing;
            case SAME_SITE -> changesOfSite;
            case FAIRNESS -> load * (2L * index.baseHours(cadre) + load);
            case PREFERRED_DUTY_RULES -> preferredExcess;
            case DISRUPTION -> publishedMissing;
            case LONG_DAY -> longDays;
            default -> {
                if (rule.scope() == Rule.Scope.CADRE) {
                    throw new IllegalStateException("Nothing counts the rule (%s) over all duties.".formatted(rule));
                }
                yield 0;
            }
        };
    }

    private void countSitesAndLoad(int cadre, int[] duties, int count) {
        int before = index.lastSite(cadre);
        for (int place = 0; place < count; place++) {
            int site = index.siteOf(duties[place]);
            changesOfSite += before != ProblemIndex.NONE && before != site ? 1 : 0;
            before = site;
            load += index.hoursOf(index.windowOf(duties[place]));
        }
        fairnessPoints = index.fairnessCost(index.baseHours(cadre), Math.toIntExact(load));
    }

    private void countTimes(int cadre, int[] duties, int count) {
        if (count > windows.length) {
            windows = new int[2 * count];
        }
        times.begin(minRest[cadre], mostMinutes[cadre]);
        for (int place = 0; place < count; place++) {
            int window = index.windowOf(duties[place]);
            windows[place] = window;
            times.add(index.start(window), index.end(window), index.siteOf(duties[place]), index.day(window));
        }
        missingRest = times.missingRest();
        minutesAboveLimit = times.minutesAboveLimit();
        longDays = times.longDays();
    }

    private void countSeats(int[] duties, int count) {
        for (int place = 1; place < count; place++) {
            int window = index.windowOf(duties[place]);
            for (int before = place - 1;
                    before >= 0 && index.start(index.windowOf(duties[before])) == index.start(window);
                    before--) {
                if (index.windowOf(duties[before]) == window) {
                    seatsBeyondFirst++;
                    break;
                }
            }
        }
    }

    private static long missing(int @Nullable [] wanted, int[] duties, int count) {
        if (wanted == null) {
            return 0;
        }
        long missing = 0;
        for (int demand : wanted) {
            missing += contains(duties, count, demand) ? 0 : 1;
        }
        return missing;
    }

    private long disruption(int cadre, int[] duties, int count) {
        var told = published[cadre];
        var weights = disruptionWeights[cadre];
        if (told == null || weights == null) {
            return 0;
        }
        long disruption = 0;
        for (int place = 0; place < told.length; place++) {
            disruption += contains(duties, count, told[place]) ? 0 : weights[place];
        }
        return disruption;
    }

    private static boolean contains(int[] demands, int count, int demand) {
        for (int place = 0; place < count; place++) {
            if (demands[place] == demand) {
                return true;
            }
        }
        return false;
    }

    private void collect(StandingAssignment standing) {
        int cadre = index.findCadre(standing.cadre()).orElseThrow();
        int demand = index.findDemand(standing.demand()).orElseThrow();
        if (standing.pinned()) {
            pinned[cadre] = with(pinned[cadre], demand);
        }
        if (standing.published()) {
            var told = with(published[cadre], demand);
            published[cadre] = told;
            disruptionWeights[cadre] = withWeight(disruptionWeights[cadre], told, demand, standing.disruptionWeight());
        }
    }

    /** The heaviest counts where something was published twice. */
    private static int[] withWeight(int @Nullable [] weights, int[] demands, int demand, int weight) {
        var more = weights == null ? new int[demands.length] : Arrays.copyOf(weights, demands.length);
        for (int place = 0; place < demands.length; place++) {
            more[place] = demands[place] == demand ? Math.max(more[place], weight) : more[place];
        }
        return more;
    }

    private static int[] with(int @Nullable [] demands, int demand) {
        if (demands == null) {
            return new int[] {demand};
        }
        if (contains(demands, demands.length, demand)) {
            return demands;
        }
        var more = Arrays.copyOf(demands, demands.length + 1);
        more[demands.length] = demand;
        return more;
    }
}
