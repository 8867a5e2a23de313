package org.muster.solving;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.database.DatabaseFailure;

/** Writes results that must not be lost: retries while the database is away. */
final class RetryingWriter {

    private static final Logger LOG = Logger.getLogger(RetryingWriter.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private RetryingWriter() {}

    /**
     * Writes, and retries as long as the database is the cause of the failure.
     *
     * @param hurried whether to give up, as in a shutdown: the failure is thrown then
     */
    static <T> T write(Attempt attempt, BooleanSupplier hurried, Supplier<T> writing) {
        while (true) {
            try {
                return writing.get();
            } catch (RuntimeException e) {
                if (hurried.getAsBoolean() || DatabaseFailure.behind(e).isEmpty()) {
                    throw e;
                }
                LOG.warnf("Plan %s: the result cannot be saved yet (%s).", attempt.plan(), e.toString());
                pause();
            }
        }
    }

    /** Likewise, for what gives nothing back. */
    static void write(Attempt attempt, BooleanSupplier hurried, Runnable writing) {
        write(attempt, hurried, () -> {
            writing.run();
            return true;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was away.", e);
        }
    }
}
