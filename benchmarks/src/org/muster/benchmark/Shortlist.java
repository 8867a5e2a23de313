package org.muster.benchmark;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.muster.problem.index.ProblemIndex;

/** For each demand those who may serve there and cost least by themselves: whom a peer looks at first. */
final class Shortlist {
    /** Bits of a packed number that hold the cadre; the cost is above them. */
    private static final int CADRE_BITS = 24;

    private final int[][] cadresOfDemand;

    private Shortlist(int[][] cadresOfDemand) {
        this.cadresOfDemand = cadresOfDemand;
    }

    /**
     * Lists cadres by duty cost and fairness, the cheapest first.
     *
     * @param most how many a demand gets at most
     */
    static Shortlist of(ProblemIndex index, int most) {
        return new Shortlist(IntStream.range(0, index.demands())
                .parallel()
                .mapToObj(demand -> cheapest(index, demand, most))
                .toArray(int[][]::new));
    }

    /** Those for one demand, the cheapest first. */
    static int[] cheapest(ProblemIndex index, int demand, int most) {
        int hours = index.hoursOf(index.windowOf(demand));
        var cheapest = new PriorityQueue<Long>(Comparator.reverseOrder());
        long dearest = Long.MAX_VALUE;
        var pool = index.pool(index.dutyKindOf(demand));
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            if (!index.mayServe(cadre, demand)) {
                continue;
            }
            long cost = index.dutyCost(cadre, demand) + index.fairnessCost(index.baseHours(cadre), hours);
            long packed = (cost << CADRE_BITS) + cadre;
            if (packed < dearest) {
                cheapest.add(packed);
                if (cheapest.size() > most) {
                    cheapest.remove();
                    dearest = cheapest.element();
                }
            }
        }
        return cheapest.stream()
                .sorted()
                .mapToInt(packed -> (int) (packed & ((1L << CADRE_BITS) - 1)))
                .toArray();
    }

    /** Whoever may serve on a demand, in the problem's order. */
    static IntStream everybodyFor(ProblemIndex index, int demand) {
        return index.pool(index.dutyKindOf(demand)).stream().filter(cadre -> index.mayServe(cadre, demand));
    }

    /** The cadres for a demand, the cheapest first. Not to be changed. */
    int[] of(int demand) {
        return cadresOfDemand[demand];
    }
}
