package org.muster.persistence.plans;

/** The stage that a plan has reached. */
public enum PlanStatus {
    /** The input was refused; nothing will be solved. */
    INVALID,
    /** Accepted, not begun, or handed back by a service that shut down. */
    QUEUED,
    /** Being solved. */
    SOLVING,
    /** The search came to its end. */
    SOLVED,
    /** A caller stopped it; the best schedule until then was kept. */
    STOPPED,
    /** It cannot be solved; the plan has a reason. */
    FAILED;

    /** Whether the plan will change no more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, SOLVING -> false;
            case INVALID, SOLVED, STOPPED, FAILED -> true;
        };
    }
}
