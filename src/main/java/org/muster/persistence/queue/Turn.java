package org.muster.persistence.queue;

import org.muster.persistence.attempts.Attempt;

/** What comes of asking whose turn it is. */
public sealed interface Turn {

    /** A plan is to be solved. */
    record Begun(Attempt attempt) implements Turn {}

    /** No plan waits. */
    record NothingWaits() implements Turn {}

    /** The ticket is another process's by now, or is gone: nothing may be solved for it. */
    record TicketLost() implements Turn {}
}
