package org.muster.persistence.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database can be read and written, found out by doing so every few seconds. Callers get the result of the
 * last probe without waiting; a probe that takes too long counts as a failure.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /**
     * More numbers than fit into that little memory: the server puts them into a file, some two megabytes, and so shows
     * whether its disk has room. To write a row only shows that the log of transactions has some.
     */
    private static final String LITTLE_MEMORY = "set local work_mem = '64kB'",
            ROOM = "select count(*) from generate_series(1, 100000)";

    /** One statement that is a transaction of its own: a process that dies at any moment leaves no lock on the row. */
    private static final String WRITE = """
            insert into probe (id, probed) values (1, now()) on conflict (id) do update set probed = excluded.probed""";

    private final DataSource dataSource;
    private final ProbeConfig config;
    private final Thread prober =
            Thread.ofPlatform().daemon().name("database-probe").unstarted(this::probeAgainAndAgain);
    private final Object lock = new Object();

    private @Nullable Trouble trouble = new Trouble(DatabaseFailure.UNREACHABLE, null);
    private long began;
    private boolean underWay;

    /**
     * What is wrong.
     *
     * @param state SQLSTATE of PostgreSQL; null where there was none
     */
    public record Trouble(DatabaseFailure failure, @Nullable String state) {}

    DatabaseProbe(DataSource dataSource, ProbeConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        // One probe before the first health request: a starting process must not be taken for one without a database.
        end(probe());
        prober.start();
    }

    void stop(@Observes ShutdownEvent event) {
        prober.interrupt();
    }

    /** What is wrong with the database as far as is known; empty when it can be read and written. */
    public Optional<Trouble> trouble() {
        synchronized (lock) {
            boolean isLate =
                    underWay && System.nanoTime() - began > config.patience().toNanos();
            return isLate ? Optional.of(new Trouble(DatabaseFailure.UNREACHABLE, null)) : Optional.ofNullable(trouble);
        }
    }

    /** Whether the database is out of reach, so that no statement should be sent to it. */
    public boolean isAway() {
        return trouble()
                .filter(found -> found.failure() == DatabaseFailure.UNREACHABLE)
                .isPresent();
    }

    private void probeAgainAndAgain() {
        try {
            while (true) {
                begin();
                var found = probe();
                end(found);
                Thread.sleep(found == null ? config.interval() : AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    private void begin() {
        synchronized (lock) {
            began = System.nanoTime();
            underWay = true;
        }
    }

    private void end(@Nullable Trouble found) {
        @Nullable Trouble before;
        synchronized (lock) {
            before = trouble;
            trouble = found;
            underWay = false;
        }
        if (found != null && !found.equals(before)) {
            LOG.warnf("The database cannot be used: %s, SQLSTATE %s.", found.failure(), found.state());
        } else if (found == null && before != null) {
            LOG.info("The database can be read and written.");
        }
    }

    private @Nullable Trouble probe() {
        try (var connection = dataSource.getConnection()) {
            probe(connection);
            return null;
        } catch (SQLException e) {
            // A request cannot cause a failure of the probe: any unknown error counts as an unreachable database.
            return new Trouble(DatabaseFailure.behind(e).orElse(DatabaseFailure.UNREACHABLE), e.getSQLState());
        } catch (RuntimeException e) {
            return new Trouble(DatabaseFailure.behind(e).orElse(DatabaseFailure.UNREACHABLE), null);
        }
    }

    private void probe(Connection connection) throws SQLException {
        int usual = connection.getNetworkTimeout();
        // The server is asked to give up first, so that no probe waits on there when it is erased here.
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(config.patience().multipliedBy(2).toMillis()));
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(
                    Math.max(1, Math.toIntExact(config.patience().toSeconds())));
            connection.setAutoCommit(false);
            statement.execute(LITTLE_MEMORY);
            statement.execute(ROOM);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(WRITE);
        } finally {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        }
    }
}
