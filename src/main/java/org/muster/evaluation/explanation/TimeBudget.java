package org.muster.evaluation.explanation;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long candidates may be weighed. Usually unlimited; at its end the search for candidates ends with an exception.
 */
final class TimeBudget {
    private BooleanSupplier isOver = () -> false;

    /** Says that it is over. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OverException() {
            super("The time budget for weighing candidates is used up.", null, false, false);
        }
    }

    /** From now on. */
    void lastUntil(BooleanSupplier over) {
        isOver = over;
    }

    /** The same consumer, which throws when the time is used up. */
    Consumer<CandidateMove> limiting(Consumer<CandidateMove> ideas) {
        return candidateMove -> {
            if (isOver.getAsBoolean()) {
                throw new OverException();
            }
            ideas.accept(candidateMove);
        };
    }
}
