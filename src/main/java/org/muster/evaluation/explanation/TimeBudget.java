package org.muster.evaluation.explanation;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** How long somebody wants to look at ideas. Usually for ever; where it ends, looking ends with an exception. */
final class TimeBudget {
    private BooleanSupplier isOver = () -> false;

    /** Says that it is over. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OverException() {
            super("The patience for looking at ideas is over.", null, false, false);
        }
    }

    /** From now on. */
    void lastUntil(BooleanSupplier over) {
        isOver = over;
    }

    /** The same consumer, which gives up when the patience is over. */
    Consumer<CandidateMove> limiting(Consumer<CandidateMove> ideas) {
        return candidateMove -> {
            if (isOver.getAsBoolean()) {
                throw new OverException();
            }
            ideas.accept(candidateMove);
        };
    }
}
