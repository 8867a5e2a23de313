package org.muster.bounds;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Heads of a team that the same people can take at the same cost, whichever demand they are for. */
final class HeadGroup {
    private final int[] demands;
    private final long[] headCosts;
    private final long[] leavingOut;

    /**
     * Puts heads together.
     *
     * @param demands one demand of each kind of duty among them; whoever fits several takes the cheapest
     * @param headCosts what leaving each of the heads out costs, in any order
     * @throws ArithmeticException when the sum of the costs is too large
     */
    HeadGroup(int[] demands, long[] headCosts) {
        this.demands = demands;
        this.headCosts = headCosts;
        var costs = headCosts.clone();
        Arrays.sort(costs);
        leavingOut = new long[costs.length + 1];
        for (int filled = costs.length - 1; filled >= 0; filled--) {
            leavingOut[filled] = Math.addExact(leavingOut[filled + 1], costs[costs.length - 1 - filled]);
        }
    }

    /** One demand of each kind of duty. Not to be changed. */
    int[] demands() {
        return demands;
    }

    /** How many heads it can take. */
    int seats() {
        return headCosts.length;
    }

    /** No way of filling heads leaves out heads that cost further from 0. */
    long mostLeavingOut() {
        long most = 0;
        for (long cost : headCosts) {
            most = Math.addExact(most, Math.absExact(cost));
        }
        return most;
    }

    /** What it costs to fill so many heads and to leave those out that are cheapest to leave out. */
    long leavingOut(int filled) {
        return leavingOut[filled];
    }

    /** The heads of both, for whoever can take any of them: never dearer than the two lanes by themselves. */
    HeadGroup with(HeadGroup other) {
        return new HeadGroup(
                IntStream.concat(Arrays.stream(demands), Arrays.stream(other.demands))
                        .toArray(),
                joinedHeadCosts(other));
    }

    /** The same heads for the same people. */
    HeadGroup withHeadsOf(HeadGroup other) {
        return new HeadGroup(demands, joinedHeadCosts(other));
    }

    private long[] joinedHeadCosts(HeadGroup other) {
        return LongStream.concat(Arrays.stream(headCosts), Arrays.stream(other.headCosts))
                .toArray();
    }
}
