package org.muster.benchmark;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/** A staffed district, and random changes to try on it: somebody of the short list takes over a seat. */
final class Playground {
    private static final int CHANGES = 1 << 16;

    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final int[] staffed;
    private final int[] demands = new int[CHANGES];
    private final int[] newcomers = new int[CHANGES];
    private int next;

    Playground(String instance) {
        index = ProblemIndex.of(new Instance(instance, 1).problem());
        var shortlist = Shortlist.of(index, GreedyStart.SHORTLIST);
        keeper = GreedyStart.of(index, shortlist);
        staffed = IntStream.range(0, index.demands())
                .filter(demand -> keeper.heads(demand) > 0)
                .toArray();
        var dice = new SplittableRandom(1);
        for (int change = 0; change < CHANGES; change++) {
            demands[change] = staffed[dice.nextInt(staffed.length)];
            var list = shortlist.of(demands[change]);
            newcomers[change] = list[dice.nextInt(list.length)];
        }
    }

    ProblemIndex index() {
        return index;
    }

    ScoreKeeper keeper() {
        return keeper;
    }

    /** Goes to the next change, and begins anew after the last one. */
    void advance() {
        next = (next + 1) % CHANGES;
    }

    /** The demand of the change. */
    int demand() {
        return demands[next];
    }

    /** Who takes over. */
    int newcomer() {
        return newcomers[next];
    }

    /** The demand of the change after this one: where somebody to swap with is. */
    int otherDemand() {
        return demands[(next + 1) % CHANGES];
    }

    /** Somebody who serves on a demand of a change. */
    int memberOf(int demand) {
        return keeper.cadreAt(demand, next % keeper.heads(demand));
    }
}
