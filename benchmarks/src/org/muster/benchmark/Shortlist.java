package org.muster.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.muster.problem.ProblemIndex;

/** For each demand those who may serve there and cost least by themselves: whom a peer looks at first. */
final class Shortlist {
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

    private static int[] cheapest(ProblemIndex index, int demand, int most) {
        int hours = index.hoursOf(index.windowOf(demand));
        var all = everybodyFor(index, demand)
                .mapToObj(cadre -> new Ranked(
                        index.dutyCost(cadre, demand) + index.fairnessCost(index.baseHours(cadre), hours), cadre))
                .toArray(Ranked[]::new);
        Arrays.sort(all);
        return Arrays.stream(all).limit(most).mapToInt(Ranked::cadre).toArray();
    }

    /** Whoever may serve on a demand, in the problem's order. */
    static IntStream everybodyFor(ProblemIndex index, int demand) {
        return index.pool(index.dutyKindOf(demand)).stream().filter(cadre -> index.mayServe(cadre, demand));
    }

    private record Ranked(long cost, int cadre) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            return cost != other.cost ? Long.compare(cost, other.cost) : Integer.compare(cadre, other.cadre);
        }
    }

    /** The cadres for a demand, the cheapest first. Not to be changed. */
    int[] of(int demand) {
        return cadresOfDemand[demand];
    }
}
