package org.muster.persistence.database;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the time of the database, so that all processes that share it agree, whatever the clocks of their machines
 * show. Between two queries it adds the monotonic time of this process, which cannot be set.
 *
 * <p>Ticks in microseconds, as fine as the database keeps an instant: what was stored reads back equal.
 */
@ApplicationScoped
class DatabaseClock implements InstantSource {

    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Duration UNEASY = Duration.ofMinutes(1);

    private final DataSource database;
    private final Event<ClockSetBack> setBack;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private volatile @Nullable Sight last;
    private boolean wasSetBack;

    /** What the clock of the database showed at a time since start. */
    private record Sight(Instant shown, long nanos) {
        Instant now() {
            return shown.plusNanos(System.nanoTime() - nanos).truncatedTo(ChronoUnit.MICROS);
        }
    }

    DatabaseClock(DataSource database, Event<ClockSetBack> setBack) {
        this.database = database;
        this.setBack = setBack;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("database-clock").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        shutdown.countDown();
    }

    /**
     * The time of the database.
     *
     * @throws IllegalStateException when the database has not been reached yet
     */
    @Override
    public Instant instant() {
        var known = last;
        if (known == null) {
            try {
                known = look();
            } catch (SQLException e) {
                throw new IllegalStateException("The time is unknown until the database has been reached.", e);
            }
        }
        return known.now();
    }

    private void watch() {
        try {
            do {
                lookAgain();
            } while (!shutdown.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAgain() {
        var before = last;
        try {
            var now = look();
            if (before != null && now.now().isBefore(before.now().minus(UNEASY))) {
                LOG.warnf("The clock of the database was set back from %s to %s.", before.now(), now.now());
                wasSetBack = true;
            }
            if (wasSetBack) {
                setBack.fire(new ClockSetBack());
                wasSetBack = false;
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The clock of the database cannot be read (%s): time goes on from the last reading.", e);
        }
    }

    private Sight look() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            long asked = System.nanoTime();
            try (var result = statement.executeQuery("select clock_timestamp()")) {
                long answered = System.nanoTime();
                result.next();
                var shown = requireNonNull(result.getTimestamp(1)).toInstant();
                var seen = new Sight(shown, asked + (answered - asked) / 2);
                last = seen;
                return seen;
            }
        }
    }
}
