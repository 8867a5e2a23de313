package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.muster.problem.index.DutyTimes;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/**
 * What each cadre's duties cost beside those that stand already, as far as one duty can be priced by itself: the
 * duty, the first step of fairness, a long duty, leaving the last site, and taking back what was published.
 *
 * <p>Of several new duties of a cadre, {@link #furtherCost} and {@link #longDay} say what the others add at least.
 * Together they never count more than a schedule pays. All methods may be called from several threads.
 */
public final class DutyCosts {
    /** Stands for "may not serve"; larger than any cost, also when some of them are summed. */
    public static final long BARRED = Long.MAX_VALUE >> 3;

    /** How many duties a cadre may have on a day. */
    public enum Days {
        /** As many as the rules allow. */
        FREE,
        /** One: a restriction of ours, so that a flow breaks no rule. */
        ONE_DUTY
    }

    private static final long MOST_ENTRIES = 24L << 20;

    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final BitSet scope;
    private final Map<DutyRules, ConflictGroups> groups = new HashMap<>();
    private final ConflictGroups[] groupsOfCadre;
    private final int[] standingCadres;
    private final int[] siteBefore;
    private final List<int[]> published;
    /** By demand, in points, what keeping each of the published duties earns. */
    private final List<long[]> rewards;

    private final AtomicReferenceArray<long @Nullable []> kindRows;
    private final boolean keepsRows;
    private final int[] demandOfKind;
    private final int leastHours;
    private final boolean countsSiteBefore;
    private final long publishedCost;

    /**
     * Prices duties in some windows.
     *
     * @param standing duties that stand and are not decided here
     * @param scope windows in which duties are decided
     * @param days how many of these duties a cadre may have on a day
     */
    public DutyCosts(ProblemIndex index, PartialSchedule standing, BitSet scope, Days days) {
        this.index = index;
        this.standing = standing;
        this.scope = scope;
        groupsOfCadre = new ConflictGroups[index.cadres()];
        var rows = new ArrayList<Integer>();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            groupsOfCadre[cadre] =
                    groups.computeIfAbsent(index.rulesOf(cadre), rules -> ConflictGroups.of(index, rules, scope, days));
            if (standing.duties(cadre).length > 0) {
                rows.add(cadre);
            }
        }
        standingCadres = rows.stream().mapToInt(Integer::intValue).toArray();
        leastHours = scope.stream().map(index::hoursOf).min().orElse(0);
        boolean oneDuty = groups.values().stream().allMatch(each -> each.count() <= 1);
        countsSiteBefore = oneDuty || fairnessOfPair() >= weight(Rule.SAME_SITE);
        siteBefore = sitesBefore();
        var told = publishedByDemand();
        published = told.stream()
                .map(cadres ->
                        cadres.keySet().stream().mapToInt(Integer::intValue).toArray())
                .toList();
        rewards = told.stream()
                .map(cadres -> cadres.values().stream()
                        .mapToLong(disruption -> weight(Rule.DISRUPTION) * disruption)
                        .toArray())
                .toList();
        publishedCost = rewards.stream().flatMapToLong(Arrays::stream).sum();
        demandOfKind = new int[index.dutyKinds()];
        for (int demand = 0; demand < index.demands(); demand++) {
            demandOfKind[index.dutyKindOf(demand)] = demand;
        }
        keepsRows = (long) index.dutyKinds() * index.cadres() <= MOST_ENTRIES;
        kindRows = new AtomicReferenceArray<>(index.dutyKinds());
    }

    public ConflictGroups groupsOf(int cadre) {
        return groupsOfCadre[cadre];
    }

    /** Whether duties on a demand are decided here. */
    public boolean isInScope(int demand) {
        return scope.get(index.windowOf(demand));
    }

    /** The window of a kind of duty. */
    int windowOfKind(int kind) {
        return index.windowOf(demandOfKind[kind]);
    }

    /** How many new duties a cadre can have at most. */
    public int mostDuties(int cadre) {
        int most = groupsOfCadre[cadre].count();
        var limits = index.rulesOf(cadre).limits();
        var duties = limits.get(DutyRule.MAX_DUTIES);
        if (duties != null && duties.isRequired()) {
            most = Math.min(most, duties.count() - standing.duties(cadre).length);
        }
        return Math.max(0, most);
    }

    /** What the {@code count}-th new duty of a cadre, 1 or more, adds at least to what its own cost says. */
    public long furtherCost(int cadre, int count) {
        long cost = beyondPreferredDuties(cadre, count);
        if (count <= 1) {
            return cost;
        }
        long relief = countsSiteBefore && siteBefore[cadre] != ProblemIndex.NONE ? weight(Rule.SAME_SITE) : 0;
        return cost + (count - 1) * fairnessOfPair() - relief;
    }

    /** What taking back everything that was published and is not pinned would cost; keeping a duty earns its part. */
    public long publishedCost() {
        return publishedCost;
    }

    /**
     * Fills the part of the cost that depends on the place, for cadres {@code from} (inclusive) to {@code to}
     * (exclusive), at the start of {@code row}.
     */
    public void fillSite(int site, int from, int to, long[] row) {
        index.fillSiteCosts(site, from, to, BARRED, row);
        long leaving = weight(Rule.SAME_SITE);
        for (int cadre = from; cadre < to; cadre++) {
            boolean leaves = siteBefore[cadre] != ProblemIndex.NONE && siteBefore[cadre] != site;
            if (leaves && row[cadre - from] < BARRED) {
                row[cadre - from] += leaving;
            }
        }
    }

    /**
     * Fills what a duty on a demand costs each cadre; at least {@link #BARRED} for those who may not serve.
     *
     * @param siteRow what {@link #fillSite} filled for the demand's site and the same cadres
     */
    public void fill(int demand, int from, int to, long[] siteRow, long[] costs) {
        var kindRow = kindRow(index.dutyKindOf(demand));
        for (int place = 0; place < to - from; place++) {
            // Duties that are desired cost less than nothing: the sum alone could fall below the bar.
            costs[place] = siteRow[place] >= BARRED ? BARRED : siteRow[place] + kindRow[from + place];
        }
        var told = published.get(demand);
        for (int place = 0; place < told.length; place++) {
            if (told[place] >= from && told[place] < to && costs[told[place] - from] < BARRED) {
                costs[told[place] - from] -= rewards.get(demand)[place];
            }
        }
        int place = Arrays.binarySearch(standingCadres, from);
        for (place = place < 0 ? -place - 1 : place;
                place < standingCadres.length && standingCadres[place] < to;
                place++) {
            int cadre = standingCadres[place];
            if (costs[cadre - from] < BARRED && standing.isRuledOut(cadre, demand)) {
                costs[cadre - from] = BARRED;
            }
        }
    }

    /** What a duty on a demand costs a cadre; at least {@link #BARRED} when the cadre may not serve. */
    public long of(int demand, int cadre) {
        var row = new long[1];
        var cost = new long[1];
        fillSite(index.siteOf(demand), cadre, cadre + 1, row);
        fill(demand, cadre, cadre + 1, row, cost);
        return cost[0];
    }

    /** Cadres who were told that they serve on a demand, but for pinned ones. Not to be changed. */
    public int[] publishedOn(int demand) {
        return published.get(demand);
    }

    /**
     * The part of the cost that depends on post and window, by cadre; at least {@link #BARRED} for those who may not
     * serve there. Not to be changed.
     */
    public long[] kindRow(int kind) {
        var row = kindRows.get(kind);
        if (row == null) {
            row = computeKindRow(kind);
            if (keepsRows) {
                kindRows.set(kind, row);
            }
        }
        return row;
    }

    private long[] computeKindRow(int kind) {
        var row = new long[index.cadres()];
        Arrays.fill(row, BARRED);
        int window = index.windowOf(demandOfKind[kind]);
        int day = index.day(window);
        int hours = index.hoursOf(window);
        var pool = index.pool(kind);
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            if (mostDuties(cadre) > 0
                    && (standing.roomInUnit(index.unitOf(cadre), day) > 0 || standing.servesOn(cadre, day))) {
                row[cadre] = index.kindCost(cadre, kind)
                        + index.fairnessCost(standing.load(cadre), hours)
                        + weight(Rule.LONG_DAY) * longDayAlone(cadre, window);
            }
        }
        return row;
    }

    /**
     * What a duty adds to long days by itself. Beside duties that stand on the day, only whole hours count: of several
     * new duties there, each may begin an hour that another one has begun already.
     */
    private long longDayAlone(int cadre, int window) {
        int before = standing.duties(cadre).length == 0 ? 0 : standing.minutesOn(cadre, index.day(window));
        if (before == 0) {
            return DutyTimes.longDay(index.minutes(window));
        }
        long excess = Math.max(0, before - DutyTimes.LONG_DAY_MINUTES);
        long further = (Math.max(0, before + index.minutes(window) - DutyTimes.LONG_DAY_MINUTES) - excess) / 60;
        long hours = Math.ceilDiv(excess, 60);
        return further * (2 * hours + further);
    }

    /**
     * What so many new duties of a cadre on a day cost at least beyond their own costs, as a long day.
     *
     * @param count from 0 to the number of groups of the day
     */
    public long longDay(int cadre, int day, int count) {
        return standing.servesOn(cadre, day) ? 0 : weight(Rule.LONG_DAY) * groupsOfCadre[cadre].longDay(day, count);
    }

    private long beyondPreferredDuties(int cadre, int count) {
        var most = index.rulesOf(cadre).limits().get(DutyRule.MAX_DUTIES);
        return most != null && most.weight() != null && standing.duties(cadre).length + count > most.count()
                ? weight(Rule.PREFERRED_DUTY_RULES) * most.weight()
                : 0;
    }

    private long fairnessOfPair() {
        return 2 * weight(Rule.FAIRNESS) * leastHours * leastHours;
    }

    /** Where each cadre was before; unknown where a standing duty may come between or after. */
    private int[] sitesBefore() {
        var sites = new int[index.cadres()];
        Arrays.fill(sites, ProblemIndex.NONE);
        if (!countsSiteBefore) {
            return sites;
        }
        long start = scope.stream().mapToLong(index::start).min().orElse(0);
        for (int cadre = 0; cadre < sites.length; cadre++) {
            sites[cadre] = index.lastSite(cadre);
            long latest = Long.MIN_VALUE;
            for (int duty : standing.duties(cadre)) {
                long begin = index.start(index.windowOf(duty));
                if (begin >= start) {
                    sites[cadre] = ProblemIndex.NONE;
                    break;
                }
                if (begin > latest) {
                    latest = begin;
                    sites[cadre] = index.siteOf(duty);
                }
            }
        }
        return sites;
    }

    /** For each demand the cadres who were told, with the heaviest disruption where somebody was told twice. */
    private List<SortedMap<Integer, Integer>> publishedByDemand() {
        var cadres = new ArrayList<SortedMap<Integer, Integer>>();
        for (int demand = 0; demand < index.demands(); demand++) {
            cadres.add(new TreeMap<>());
        }
        for (var each : index.problem().assignments()) {
            int demand = index.findDemand(each.demand()).orElseThrow();
            int cadre = index.findCadre(each.cadre()).orElseThrow();
            if (each.published() && isInScope(demand) && !standing.isPinned(cadre, demand)) {
                cadres.get(demand).merge(cadre, each.disruptionWeight(), Math::max);
            }
        }
        return cadres;
    }

    private long weight(Rule rule) {
        return index.weight(rule);
    }
}
