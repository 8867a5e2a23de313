package org.muster.persistence.queue;

import org.muster.persistence.attempts.Attempt;

/** The answer to the question which plan is next. */
public sealed interface Turn {

    /** A plan is to be solved. */
    record Begun(Attempt attempt) implements Turn {}

    /** No plan waits. */
    record NothingWaits() implements Turn {}

    /** Another process holds the ticket by now, or it is gone: nothing may be solved for it. */
    record TicketLost() implements Turn {}
}
