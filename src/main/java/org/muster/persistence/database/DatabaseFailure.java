package org.muster.persistence.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the database cannot serve a statement, where neither the request nor the service is at fault.
 *
 * <p>Source of the states: PostgreSQL, Appendix A.
 */
public enum DatabaseFailure {
    /** No connection could be had or kept, or the server is starting or stopping. */
    UNREACHABLE,
    /** All connections are in use, of the pool or of the server. */
    EXHAUSTED,
    /** The server can be read, but has no room or no right to write. */
    NOT_WRITABLE;

    /** The failure behind an exception, found anywhere in its chain of causes; empty for anything else. */
    public static Optional<DatabaseFailure> behind(Throwable error) {
        return find(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A transaction that cannot be committed keeps the reason among what it has suppressed. */
    private static Optional<DatabaseFailure> find(@Nullable Throwable error, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return Optional.empty();
        }
        var found = error instanceof SQLException sql ? of(sql) : Optional.<DatabaseFailure>empty();
        if (found.isEmpty()) {
            found = find(error.getCause(), seen);
        }
        for (var suppressed : error.getSuppressed()) {
            found = found.or(() -> find(suppressed, seen));
        }
        return found;
    }

    private static Optional<DatabaseFailure> of(SQLException error) {
        var state = error.getSQLState();
        if (state == null) {
            return ofPool(error);
        }
        return switch (state) {
            // Too many connections; no room on the disk; no memory.
            case "53300" -> Optional.of(EXHAUSTED);
            case "25006", "53100" -> Optional.of(NOT_WRITABLE);
            default ->
                // 08 connection, 40 transaction rollback (deadlock, serialization), 53 resources, 57P operator
                // intervention, 58 system.
                state.startsWith("08")
                                || state.startsWith("40")
                                || state.startsWith("53")
                                || state.startsWith("57P")
                                || state.startsWith("58")
                        ? Optional.of(UNREACHABLE)
                        : Optional.empty();
        };
    }

    /** The pool gives no state when it waited for a connection in vain. */
    private static Optional<DatabaseFailure> ofPool(SQLException error) {
        var message = error.getMessage();
        return error instanceof SQLTimeoutException || (message != null && message.contains("timeout"))
                ? Optional.of(EXHAUSTED)
                : Optional.empty();
    }
}
