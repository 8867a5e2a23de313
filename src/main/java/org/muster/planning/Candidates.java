package org.muster.planning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.muster.problem.ProblemIndex;

/**
 * Picks for each demand the cadres who are worth trying: those who may serve and cost least, whatever else they do.
 *
 * <p>Timefold compares whole value ranges at the start, and a search that may try anybody anywhere hardly ever tries
 * somebody near. The load that cadres bring along is counted too, since the nearest are not the cheapest as soon as
 * fairness counts.
 */
public final class Candidates {
    /**
     * How many a demand gets at most. The search needs a few hundred; the first schedule needs more of them, for the
     * nearest are soon taken.
     */
    public static final int MOST = 800;
    /** Bits of a packed number that hold the cadre; the cost is above them. */
    private static final int CADRE_BITS = 20;

    private final ProblemIndex index;

    Candidates(ProblemIndex index) {
        if (index.cadres() >= 1 << CADRE_BITS) {
            throw new IllegalArgumentException("There is no room for %d cadres.".formatted(index.cadres()));
        }
        this.index = index;
    }

    /** For each demand the numbers of its candidates, the cheapest first; of equal ones, the first in the problem. */
    int[][] ofAllDemands() {
        var candidates = new int[index.demands()][];
        IntStream.range(0, candidates.length).parallel().forEach(demand -> candidates[demand] = of(demand));
        return candidates;
    }

    /** A cost and a cadre in one number, which sorts by cost, then by cadre. */
    public static long packed(long cost, int cadre) {
        return (cost << CADRE_BITS) + cadre;
    }

    /** The cadre of a packed number. */
    public static int cadreOf(long packed) {
        return (int) (packed & ((1 << CADRE_BITS) - 1));
    }

    private int[] of(int demand) {
        var pool = index.pool(index.dutyKindOf(demand));
        int hours = index.hoursOf(index.windowOf(demand));
        var packed = new long[pool.cardinality()];
        int count = 0;
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            if (index.mayServe(cadre, demand)) {
                long cost = index.dutyCost(cadre, demand) + index.fairnessCost(index.baseHours(cadre), hours);
                packed[count++] = packed(cost, cadre);
            }
        }
        if (count > MOST) {
            moveSmallestToFront(packed, count);
            count = MOST;
        }
        Arrays.sort(packed, 0, count);
        var cadres = new int[count];
        for (int place = 0; place < count; place++) {
            cadres[place] = cadreOf(packed[place]);
        }
        return cadres;
    }

    /** Source: C. A. R. Hoare, "Algorithm 65: find", Communications of the ACM 4 (1961). */
    private static void moveSmallestToFront(long[] values, int count) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            long pivot = values[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (MOST - 1 <= right) {
                high = right;
            } else if (MOST - 1 >= left) {
                low = left;
            } else {
                return;
            }
        }
    }
}
