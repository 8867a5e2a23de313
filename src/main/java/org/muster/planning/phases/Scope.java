package org.muster.planning.phases;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.muster.evaluation.incremental.ScoreKeeper;

/**
 * The demands and cadres that one searcher may change; all others belong to other searchers, or to nobody.
 *
 * @param demands whole teams
 * @param cadres people whose duties, if any, are all on these demands
 */
record Scope(BitSet demands, BitSet cadres) {

    static final Scope NOTHING = new Scope(new BitSet(), new BitSet());

    boolean mayChange(int cadre) {
        return cadres.get(cadre);
    }

    boolean mayChange(int demand, int cadre) {
        return demands.get(demand) && cadres.get(cadre);
    }

    /** Each demand as often as it has seats. */
    int[] seats(ScoreKeeper keeper) {
        return demands.stream()
                .flatMap(demand ->
                        IntStream.range(0, keeper.index().demand(demand).max()).map(_ -> demand))
                .toArray();
    }

    /** The teams of a window. */
    int[] teams(ScoreKeeper keeper, int window) {
        return demands.stream()
                .filter(demand -> keeper.index().windowOf(demand) == window)
                .map(keeper::teamOf)
                .distinct()
                .toArray();
    }
}
