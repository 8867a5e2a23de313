package org.muster.exact;

import java.util.function.BooleanSupplier;

/** How much may still be tried. The same budget ends at the same place on any machine, unless it is cancelled. */
final class Budget {
    private static final int STEPS_BETWEEN_QUESTIONS = 4096;

    private final BooleanSupplier cancelled;
    private final long all;
    private long left;
    private int untilQuestion = STEPS_BETWEEN_QUESTIONS;

    /** Allows so many steps. */
    Budget(long steps, BooleanSupplier cancelled) {
        all = steps;
        left = steps;
        this.cancelled = cancelled;
    }

    /** Steps that were used up. */
    long used() {
        return all - Math.max(0, left);
    }

    /** Uses up so many steps, a few at a time. */
    void use(int steps) throws Exhausted {
        left -= steps;
        if (left < 0) {
            throw new Exhausted();
        }
        untilQuestion -= steps;
        if (untilQuestion <= 0) {
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
