package org.muster.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database has room for more. It is believed to have until it refuses something because its disk is full;
 * from then on it is tried each time somebody asks, until there is room again.
 */
@ApplicationScoped
public class DatabaseRoom {

    private static final Logger LOG = Logger.getLogger(DatabaseRoom.class);

    /** Source: PostgreSQL, Appendix A. */
    private static final String DISK_FULL = "53100";
    /** More than the free space of pages that are there already; gone again with the transaction. */
    private static final String TRIAL = """
            create temporary table trial_of_room (filling text) on commit drop;
            alter table trial_of_room alter filling set storage external;
            insert into trial_of_room select repeat('x', 1048576) from generate_series(1, 4)""";

    private final DataSource dataSource;
    private volatile boolean full;

    DatabaseRoom(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether something failed because the disk of the database is full. Remembers it. */
    public boolean isExhaustedBy(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                if (!full) {
                    LOG.error("The disk of the database is full. Work goes on by itself once there is room.");
                }
                full = true;
                return true;
            }
        }
        return false;
    }

    /** Whether something could be stored now, as far as known. */
    public boolean isThere() {
        if (full && isFound()) {
            full = false;
            LOG.info("The database has room again.");
        }
        return !full;
    }

    private boolean isFound() {
        try (var connection = dataSource.getConnection()) {
            return isFound(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isFound(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(TRIAL);
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
