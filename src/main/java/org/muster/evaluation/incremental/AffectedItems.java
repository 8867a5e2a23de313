package org.muster.evaluation.incremental;

import java.util.List;

/** Some steps, and the cadres, demands and teams that they affect. */
record AffectedItems(List<Step> steps) {

    /** A duty given or taken away. */
    record Step(int cadre, int demand, boolean isAddition) {}

    AffectedItems {
        steps = List.copyOf(steps);
    }

    List<Integer> cadres() {
        return steps.stream().map(Step::cadre).distinct().toList();
    }

    List<Integer> demands() {
        return steps.stream().map(Step::demand).distinct().toList();
    }

    void replay(ScoreKeeper keeper) {
        for (var step : steps) {
            if (step.isAddition()) {
                keeper.add(step.cadre(), step.demand());
            } else {
                keeper.remove(step.cadre(), step.demand());
            }
        }
    }
}
