package org.muster.evaluation.incremental;

import java.util.ArrayList;
import java.util.Arrays;

/** The steps taken, so that they can be taken back. */
final class StepLog {
    /** Two numbers a step: the cadre, and the demand, which is kept as its complement when the duty was taken away. */
    private int[] steps = new int[64];

    private int size;

    int size() {
        return size;
    }

    void added(int cadre, int demand) {
        append(cadre, demand);
    }

    void removed(int cadre, int demand) {
        append(cadre, ~demand);
    }

    private boolean isAddition(int step) {
        return steps[2 * step + 1] >= 0;
    }

    private int cadre(int step) {
        return steps[2 * step];
    }

    private int demand(int step) {
        int demand = steps[2 * step + 1];
        return demand >= 0 ? demand : ~demand;
    }

    /** Takes the steps since a mark back, the latest first, and forgets them. */
    void undoTo(int mark, ScoreKeeper keeper) {
        while (size > mark) {
            int last = size - 1;
            if (isAddition(last)) {
                keeper.remove(cadre(last), demand(last));
            } else {
                keeper.add(cadre(last), demand(last));
            }
            size = last;
        }
    }

    void clear() {
        size = 0;
    }

    /** The steps from a mark on. */
    AffectedItems since(int mark) {
        var taken = new ArrayList<AffectedItems.Step>();
        for (int step = mark; step < size; step++) {
            taken.add(new AffectedItems.Step(cadre(step), demand(step), isAddition(step)));
        }
        return new AffectedItems(taken);
    }

    private void append(int cadre, int demand) {
        if (2 * size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * steps.length);
        }
        steps[2 * size] = cadre;
        steps[2 * size + 1] = demand;
        size++;
    }
}
