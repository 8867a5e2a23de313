package org.muster.problem.index;

import java.util.Comparator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The order in which a cadre serves duties: by start, then by end, then by the place of the demand in the problem's list. */
public final class DutyOrder {
    private final int[] demands;
    private final int[] ranks;

    /**
     * Puts demands in order.
     *
     * @param start of a duty on a demand, in elapsed minutes since any moment
     * @param end likewise
     */
    DutyOrder(int count, IntToLongFunction start, IntToLongFunction end) {
        demands = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(start::applyAsLong).thenComparingLong(end::applyAsLong))
                .mapToInt(Integer::intValue)
                .toArray();
        ranks = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranks[demands[rank]] = rank;
        }
    }

    /** All demands, in order. Not to be changed. */
    public int[] demands() {
        return demands;
    }

    /** The rank of a demand in this order, from 0. */
    public int rank(int demand) {
        return ranks[demand];
    }
}
