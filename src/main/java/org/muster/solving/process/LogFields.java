package org.muster.solving.process;

import org.jboss.logging.MDC;
import org.muster.persistence.attempts.Attempt;

/**
 * Fields of every line that is logged while a plan is solved, by the thread that solves and by those that it starts:
 * {@code plan}, {@code attempt} and {@code worker}.
 */
public final class LogFields implements AutoCloseable {

    private static final String PLAN = "plan", ATTEMPT = "attempt", WORKER = "worker";

    private LogFields() {}

    /** Adds the fields to the lines of this thread, until it is closed. Threads that are started meanwhile inherit them. */
    public static LogFields of(Attempt attempt) {
        MDC.put(PLAN, attempt.plan().toString());
        MDC.put(ATTEMPT, Integer.toString(attempt.number()));
        MDC.put(WORKER, Machine.WORKER);
        return new LogFields();
    }

    @Override
    public void close() {
        MDC.remove(PLAN);
        MDC.remove(ATTEMPT);
        MDC.remove(WORKER);
    }
}
