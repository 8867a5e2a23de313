package org.muster.exact;

import java.util.function.BooleanSupplier;

/** How much may still be tried. The same budget ends at the same place on any machine, unless it is cancelled. */
final class Budget {
    private static final int STEPS_BETWEEN_QUESTIONS = 4096;

    private final BooleanSupplier cancelled;
    private final long steps;
    private long left;
    private int untilQuestion = STEPS_BETWEEN_QUESTIONS;

    /** Allows so many steps. */
    Budget(long steps, BooleanSupplier cancelled) {
        this.steps = steps;
        left = steps;
        this.cancelled = cancelled;
    }

    /** Steps that were used up. */
    long used() {
        return steps - Math.max(0, left);
    }

    /** Uses up a step. */
    void use() throws Exhausted {
        if (--left < 0) {
            throw new Exhausted();
        }
        if (--untilQuestion == 0) {
            untilQuestion = STEPS_BETWEEN_QUESTIONS;
            if (cancelled.getAsBoolean()) {
                throw new Exhausted();
            }
        }
    }

    /** Gives up at once where so many steps are more than are left. */
    void require(long steps) throws Exhausted {
        if (steps > left || cancelled.getAsBoolean()) {
            throw new Exhausted();
        }
    }

    /** Nothing is known: there was too much to try, or nobody wants to know any more. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
