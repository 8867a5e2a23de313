package org.muster.planning.phases;

import static org.muster.problem.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Rule;

/**
 * For each demand the cadres who would serve it at the lowest cost: where a search looks first.
 *
 * <p>A load that most cadres of the schedule will reach anyway counts the same for all: it does not tell who is near.
 */
final class LikelyCadres {
    private static final int CADRE_BITS = 20;
    private static final long CADRE_MASK = (1L << CADRE_BITS) - 1;

    private final ProblemIndex index;
    private final int most;
    private final long usualFairness;
    private final int[][] cadres;
    /** The same, by unit. */
    private final int[][] byUnit;


    private LikelyCadres(ProblemIndex index, int most) {
        this.index = index;
        this.most = most;
        usualFairness = usualFairness();
        cadres = new int[index.demands()][];
        byUnit = new int[index.demands()][];
    }

    /** Finds at most so many cadres for each demand, on all cores. */
    static LikelyCadres of(ProblemIndex index, int most) {
        var likely = new LikelyCadres(index, most);
        IntStream.range(0, index.demands()).parallel().forEach(likely::find);
        return likely;
    }

    /** How many there are. */
    int count(int demand) {
        return cadres[demand].length;
    }

    /** The cadre of a rank, from 0 for the cheapest. */
    int cadre(int demand, int rank) {
        return cadres[demand][rank];
    }

    /** One of them who belongs to a unit, or {@link ProblemIndex#NONE}. */
    int anyOf(int demand, int unit, SplittableRandom random) {
        int begin = firstOf(byUnit[demand], unit);
        int end = begin;
        while (end < byUnit[demand].length && index.unitOf(byUnit[demand][end]) == unit) {
            end++;
        }
        return begin == end ? NONE : byUnit[demand][begin + (end - begin == 1 ? 0 : random.nextInt(end - begin))];
    }

    private int firstOf(int[] ordered, int unit) {
        int low = 0;
        int high = ordered.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.unitOf(ordered[middle]) < unit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void find(int demand) {
        var pool = index.pool(index.dutyKindOf(demand));
        int hours = index.hoursOf(index.windowOf(demand));
        int site = index.siteOf(demand);
        var found = new long[4 * most];
        int count = 0;
        long limit = Long.MAX_VALUE;
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            long fairness = Math.max(usualFairness, index.fairnessCost(index.baseHours(cadre), hours));
            if (!index.mayServe(cadre, demand)) {
                continue;
            }
            long cost = fairness + index.dutyCost(cadre, demand);
            if (index.lastSite(cadre) != NONE && index.lastSite(cadre) != site) {
                cost += index.weight(Rule.SAME_SITE);
            }
            long packed = cost << CADRE_BITS | cadre;
            if (packed < limit) {
                found[count++] = packed;
                if (count == found.length) {
                    Arrays.sort(found);
                    count = most;
                    limit = found[most - 1];
                }
            }
        }
        Arrays.sort(found, 0, count);
        cadres[demand] = Arrays.stream(found, 0, Math.min(count, most))
                .mapToInt(packed -> (int) (packed & CADRE_MASK))
                .toArray();
        byUnit[demand] = Arrays.stream(cadres[demand])
                .mapToLong(cadre -> (long) index.unitOf(cadre) << CADRE_BITS | cadre)
                .sorted()
                .mapToInt(packed -> (int) (packed & CADRE_MASK))
                .toArray();
    }

    /** What the duty of the last of those costs who would be called if only the load mattered. */
    private long usualFairness() {
        if (index.demands() == 0 || index.cadres() == 0) {
            return 0;
        }
        long seats = 0;
        long hours = 0;
        for (int demand = 0; demand < index.demands(); demand++) {
            seats += index.demand(demand).max();
            hours += index.hoursOf(index.windowOf(demand));
        }
        int usualHours = (int) (hours / index.demands());
        var bases = IntStream.range(0, index.cadres())
                .map(index::baseHours)
                .sorted()
                .toArray();
        int called = (int) Math.min(
                index.cadres(),
                Math.max(1, seats / Math.max(1, index.problem().rounds().size())));
        return index.fairnessCost(bases[called - 1], usualHours);
    }
}
