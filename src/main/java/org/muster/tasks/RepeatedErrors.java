package org.muster.tasks;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Logs an error once that db-scheduler, and Hibernate below it, would log with every poll, heartbeat and turn while its
 * cause lasts. An error that did not occur for a minute is logged again.
 */
@LoggingFilter(name = "repeated-errors")
public final class RepeatedErrors implements Filter {

    private static final String SCHEDULER = "com.github.kagkarlsson.scheduler.";
    private static final String HIBERNATE = "org.hibernate.orm.jdbc.error";
    private static final long QUIET = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 100;

    private final ConcurrentMap<String, Long> lastSaid = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord record) {
        var logger = record.getLoggerName();
        if (logger == null || !(logger.startsWith(SCHEDULER) || logger.equals(HIBERNATE))) {
            return true;
        }
        long now = System.nanoTime();
        if (lastSaid.size() > MOST) {
            lastSaid.values().removeIf(said -> now - said > QUIET);
        }
        var before = lastSaid.put(logger + whatIsSaid(record), now);
        return before == null || now - before > QUIET;
    }

    private static String whatIsSaid(LogRecord record) {
        var thrown = record.getThrown();
        return record.getMessage() + (thrown == null ? Arrays.toString(record.getParameters()) : RootCause.of(thrown));
    }
}
