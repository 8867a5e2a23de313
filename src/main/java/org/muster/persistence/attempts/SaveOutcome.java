package org.muster.persistence.attempts;

/** What an attempt learns when it saves. */
public enum SaveOutcome {
    /** Go on. */
    VALID,
    /** Saved; a caller has asked for the end of the search. */
    STOP_REQUESTED,
    /** Nothing was saved: the plan was deleted, or a later attempt has taken over. */
    LOST
}
