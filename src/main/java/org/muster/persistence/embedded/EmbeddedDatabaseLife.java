package org.muster.persistence.embedded;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends the embedded database after everything that may still want to save something. */
@ApplicationScoped
final class EmbeddedDatabaseLife {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabaseLife.class);

    /** Configuration exists before any bean does, so what it started is kept outside of them. */
    private static @Nullable EmbeddedDatabase database;

    private static boolean serviceRuns;

    /** The database of this process; started the first time it is asked for. */
    static synchronized EmbeddedDatabase started(Supplier<EmbeddedDatabase> start) {
        var present = database;
        if (present == null) {
            present = start.get();
            database = present;
            Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedDatabaseLife::closeAfterFailedStart));
        }
        return present;
    }

    void started(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        serviceStarted();
    }

    void stopped(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        close();
    }

    private static synchronized void serviceStarted() {
        serviceRuns = true;
    }

    /** A service that runs gets its shutdown event; one that failed to start gets none. */
    private static synchronized void closeAfterFailedStart() {
        if (!serviceRuns) {
            close();
        }
    }

    private static synchronized void close() {
        var present = database;
        database = null;
        if (present == null) {
            return;
        }
        try {
            present.close();
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL was not stopped; the next start will take it over.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while the embedded PostgreSQL was stopping.");
        }
    }
}
