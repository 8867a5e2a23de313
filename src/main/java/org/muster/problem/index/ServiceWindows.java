package org.muster.problem.index;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.problem.rules.DutyRules;

/**
 * Which windows one cadre can serve in both: with the rest that the duty rules ask for between them, or in one service
 * with further duties between them. A positive answer may be wrong, since a third duty can still forbid it; a negative
 * one is always right.
 *
 * <p>All methods may be called from several threads.
 */
public final class ServiceWindows {
    /** With more windows than this between two others it is taken for granted that some connect them. */
    private static final int MOST_BETWEEN = 64;

    private static final int ANYWHERE = -1;

    private final long[] start;
    private final long[] end;
    private final int[] day;
    private final BitSet[] sites;
    private final int[] byStart;

    /**
     * Knows the windows of a problem by number.
     *
     * @param sites for each window those that have a demand
     */
    ServiceWindows(long[] start, long[] end, int[] day, BitSet[] sites) {
        this.start = start;
        this.end = end;
        this.day = day;
        this.sites = sites;
        byStart = IntStream.range(0, start.length)
                .boxed()
                .sorted(Comparator.comparingLong(window -> start[window]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether duties in two windows can go together, wherever they are. */
    public boolean canServeBoth(DutyRules rules, int window, int other) {
        int first = start[window] <= start[other] ? window : other;
        int second = first == window ? other : window;
        if (isImpossible(rules, first, second)) {
            return false;
        }
        return start[second] - end[first] >= rules.minRest()
                || canBeOneService(rules, first, second, sitesOfBoth(first, second));
    }

    /** Whether duties in two windows can go together, each at its site. */
    public boolean canServeBoth(DutyRules rules, int window, int site, int other, int otherSite) {
        int first = start[window] <= start[other] ? window : other;
        int second = first == window ? other : window;
        if (isImpossible(rules, first, second)) {
            return false;
        }
        return start[second] - end[first] >= rules.minRest()
                || (site == otherSite && canBeOneService(rules, first, second, only(site)));
    }

    /** Whether two windows overlap, or are too long for one date together. */
    private boolean isImpossible(DutyRules rules, int first, int second) {
        return start[second] < end[first]
                || (day[first] == day[second] && minutes(first) + minutes(second) > mostMinutes(rules));
    }

    private BitSet sitesOfBoth(int first, int second) {
        var both = (BitSet) sites[first].clone();
        both.and(sites[second]);
        return both;
    }

    private static BitSet only(int site) {
        var sites = new BitSet();
        sites.set(site);
        return sites;
    }

    /** Whether both can be in one service at one of some sites. */
    private boolean canBeOneService(DutyRules rules, int first, int second, BitSet atSites) {
        long limit = mostMinutes(rules);
        if (atSites.isEmpty() || minutes(first) + minutes(second) > limit) {
            return false;
        }
        if (follows(first, second)) {
            return true;
        }
        var between = between(first, second);
        return between.length > MOST_BETWEEN
                || (leastMinutes(first, second, between, ANYWHERE) <= limit
                        && atSites.stream().anyMatch(site -> leastMinutes(first, second, between, site) <= limit));
    }

    /** Windows that lie between two others, by start. */
    private int[] between(int first, int second) {
        int place = 0;
        int after = byStart.length;
        while (place < after) {
            int middle = (place + after) >>> 1;
            if (start[byStart[middle]] < end[first]) {
                place = middle + 1;
            } else {
                after = middle;
            }
        }
        return IntStream.range(place, byStart.length)
                .map(each -> byStart[each])
                .takeWhile(window -> start[window] < start[second])
                .filter(window -> end[window] <= start[second])
                .limit(MOST_BETWEEN + 1L)
                .toArray();
    }

    /** The least duty minutes of a service from one window to another; {@link Long#MAX_VALUE} when there is none. */
    private long leastMinutes(int first, int second, int[] between, int site) {
        var least = new long[between.length];
        long best = Long.MAX_VALUE;
        for (int place = 0; place < between.length; place++) {
            int window = between[place];
            least[place] = Long.MAX_VALUE;
            if (site != ANYWHERE && !sites[window].get(site)) {
                continue;
            }
            long before = follows(first, window) ? minutes(first) : Long.MAX_VALUE;
            for (int earlier = 0; earlier < place; earlier++) {
                if (follows(between[earlier], window)) {
                    before = Math.min(before, least[earlier]);
                }
            }
            if (before < Long.MAX_VALUE) {
                least[place] = before + minutes(window);
                if (follows(window, second)) {
                    best = Math.min(best, least[place] + minutes(second));
                }
            }
        }
        return best;
    }

    private boolean follows(int window, int next) {
        return DutyRules.isBackToBack(start[next] - end[window]);
    }

    private long minutes(int window) {
        return end[window] - start[window];
    }

    private static long mostMinutes(DutyRules rules) {
        return rules.maxMinutesPerDay() == null ? Long.MAX_VALUE - 1 : rules.maxMinutesPerDay();
    }
}
