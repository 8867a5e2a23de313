package org.muster.problem;

import org.jspecify.annotations.Nullable;

/**
 * The place of a plan in the queue. Accounts take turns, so that many plans of one account do not delay those of
 * another; within an account the more urgent plan is first, and of equal ones the older.
 *
 * @param account the account whose share of the solvers the plan takes; null for that of its district, or else for the
 *     common account
 * @param priority {@link #LEAST} to {@link #MOST}: more is sooner
 */
public record QueuePlace(@Nullable String account, int priority) {

    /** The range of priorities. */
    public static final int LEAST = 1, MOST = 10;

    /** The common account, with medium priority. */
    public static final QueuePlace DEFAULT = new QueuePlace(null, 5);

    public QueuePlace {
        if (priority < LEAST || priority > MOST) {
            throw new IllegalArgumentException("The priority (%d) is not in %d..%d.".formatted(priority, LEAST, MOST));
        }
    }
}
