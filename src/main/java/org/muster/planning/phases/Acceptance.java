package org.muster.planning.phases;

import java.util.SplittableRandom;
import org.muster.evaluation.Change;

/** Whether a step is taken: one that breaks a rule or leaves a required head out never, one that costs points now and then. */
final class Acceptance {
    /** Steps that cost more than this many temperatures are not worth a throw of the dice. */
    private static final int HOPELESS = 12;

    private final SplittableRandom random;
    private double temperature;

    Acceptance(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Sets what the steps that follow may cost.
     *
     * @param points about
     */
    void coolTo(double points) {
        temperature = points;
    }

    boolean accepts(Change change) {
        return accepts(change.hard(), change.medium(), change.soft());
    }

    /** The same of a step that has several parts: the differences of the three levels. */
    boolean accepts(long hard, long medium, long soft) {
        if (hard < 0 || (hard == 0 && medium < 0)) {
            return false;
        }
        return hard > 0
                || medium > 0
                || soft >= 0
                || (soft > -HOPELESS * temperature && random.nextDouble() < Math.exp(soft / temperature));
    }
}
