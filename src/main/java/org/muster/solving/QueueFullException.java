package org.muster.solving;

/** No further plan is accepted for now, because too many wait already. */
public final class QueueFullException extends RuntimeException {

    private final int limit;

    QueueFullException(int limit) {
        super("The queue holds %d plans, as many as it may.".formatted(limit));
        this.limit = limit;
    }

    /** How many plans may wait. */
    public int limit() {
        return limit;
    }
}
