package org.muster.planning.phases;

import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;

/**
 * Whether a step is taken: one that breaks a rule or leaves a required head out never, one that costs points now and
 * then. Where rules are broken that ask for duties, less of them makes up for more of others, else the search would not
 * find its way: what it then comes to is repaired before it counts.
 */
final class Acceptance {
    /** Steps that cost more than this many temperatures are not worth a throw of the dice. */
    private static final int HOPELESS = 12;

    private final SplittableRandom random;
    private double temperature;

    private long hard;
    private long medium;
    private long soft;

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

    /** Begins a step that has several parts. */
    void begin(ScoreKeeper keeper) {
        hard = keeper.hard();
        medium = keeper.medium();
        soft = keeper.soft();
    }

    /** Whether the parts of a step together are taken, all of which the keeper has by now. */
    boolean acceptsSinceBegin(ScoreKeeper keeper) {
        return accepts(keeper.hard() - hard, keeper.medium() - medium, keeper.soft() - soft);
    }

    private boolean accepts(long hardGain, long mediumGain, long softGain) {
        if (hardGain != 0) {
            return hardGain > 0;
        }
        if (mediumGain != 0) {
            return mediumGain > 0;
        }
        return softGain >= 0
                || (softGain > -HOPELESS * temperature && random.nextDouble() < Math.exp(softGain / temperature));
    }
}
