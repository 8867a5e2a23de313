package org.muster.exact;

import java.util.function.BooleanSupplier;

/**
 * The number of steps that a search may still take. The same budget ends at the same step on any machine, unless it is
 * cancelled.
 */
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

    /** Throws at once where fewer steps than these are left. */
    void require(long steps) throws Exhausted {
        if (steps > left || cancelled.getAsBoolean()) {
            throw new Exhausted();
        }
    }

    /** The search ended without a result: the budget was used up, or it was cancelled. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
