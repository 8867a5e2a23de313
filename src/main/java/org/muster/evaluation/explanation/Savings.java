package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.List;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;

/** What the end of each duty of a schedule would save if the empty seat cost nothing. */
final class Savings {

    private final List<Saving> all = new ArrayList<>();

    /**
     * What the end of one duty would save.
     *
     * @param points of the soft level
     */
    record Saving(int cadre, int demand, long points) {}

    /** Computes the savings of the current schedule once. */
    Savings(ScoreKeeper keeper) {
        var change = new Change();
        for (int demand = 0; demand < keeper.index().demands(); demand++) {
            for (int place = 0; place < keeper.heads(demand); place++) {
                int cadre = keeper.cadreAt(demand, place);
                keeper.weighRemove(cadre, demand, change);
                long withEmptySeat = change.soft();
                keeper.weighEmptySeat(demand, change);
                all.add(new Saving(cadre, demand, withEmptySeat - change.soft()));
            }
        }
    }

    List<Saving> all() {
        return all;
    }
}
