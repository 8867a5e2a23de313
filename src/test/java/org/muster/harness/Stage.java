package org.muster.harness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.muster.persistence.embedded.ExternalPostgres;

/** Where a fault test plays. Whatever was started on it is ended after the test, the last one first. */
public final class Stage implements AfterEachCallback, Closeable {

    private final Deque<Closeable> started = new ConcurrentLinkedDeque<>();
    private final Map<String, String> databases = new ConcurrentHashMap<>();
    /** Whoever stops the tests with Ctrl-C leaves nothing behind either. */
    private final Thread cutOff = new Thread(this::endAll);

    public Stage() {
        Runtime.getRuntime().addShutdownHook(cutOff);
    }

    /**
     * The database server that the tests are told to use, with an empty database; else one that is started, with its
     * data in a folder below {@code folder}.
     */
    public ExternalPostgres postgres(Path folder) throws IOException, InterruptedException {
        return added(ExternalPostgres.configuredOrStartedIn(folder.resolve("external-postgres")));
    }

    /** Starts a process of the service and waits until it is ready. */
    public ServiceProcess start(Launch launch) throws IOException {
        return launch(launch).awaitReady();
    }

    /** Starts a process of the service and does not wait for it. */
    public ServiceProcess launch(Launch launch) throws IOException {
        return added(ServiceProcess.launch(launch.with(databaseInsteadOf(launch))));
    }

    /** Where the tests are told to use a server, a directory of an embedded database stands for a database there. */
    private String[] databaseInsteadOf(Launch launch) {
        return ConfiguredServer.find()
                .flatMap(server -> launch.directory()
                        .map(directory ->
                                server.settingsAsWords(databases.computeIfAbsent(directory, key -> createdOn(server)))))
                .orElse(List.of())
                .toArray(String[]::new);
    }

    private String createdOn(ConfiguredServer server) {
        var database = server.createDatabase();
        added(() -> server.dropDatabase(database));
        return database;
    }

    /** Sees to it that something is closed after the test, too. */
    public <T extends Closeable> T added(T closeable) {
        started.push(closeable);
        return closeable;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        if (isCutOff()) {
            return;
        }
        var failures = endAll();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Whether this process is ending, in which case all has been ended: before that no folder may be deleted. */
    private boolean isCutOff() {
        try {
            Runtime.getRuntime().removeShutdownHook(cutOff);
            return false;
        } catch (IllegalStateException ending) {
            join(cutOff);
            return true;
        }
    }

    private List<IOException> endAll() {
        var failures = new ArrayList<IOException>();
        for (var last = started.poll(); last != null; last = started.poll()) {
            try {
                last.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
