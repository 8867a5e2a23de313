package org.muster.persistence.attempts;

/** What an attempt learns when it saves. */
public enum SaveOutcome {
    /** Go on. */
    VALID,
    /** Saved; somebody wants the search to end. */
    STOP_REQUESTED,
    /** Nothing was saved: the plan was deleted, or a later attempt has taken over. */
    LOST
}
