package org.muster.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that several processes may share: the first process starts it, the last one stops it.
 *
 * <p>Each user holds a shared lock on a file beside the data directory. The operating system releases the lock however
 * a process ends, so a server that a killed process left behind is simply used, and stopped, by the next one. A server
 * that dies while it is used is restarted at the same address by the first process that notices.
 */
final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final PostgresServer server;
    private final Path directory;
    private final boolean temporary;
    private final FileChannel users;
    private final FileLock use;
    private final Access access;
    private final CountDownLatch left = new CountDownLatch(1);

    /**
     * How to connect.
     *
     * @param port where the server listens on the loopback interface
     */
    record Access(int port, String user, String password) {

        /** The JDBC URL. */
        String url() {
            return PostgresServer.urlOf(port);
        }

        @Override
        public String toString() {
            return "%s as %s".formatted(url(), user);
        }
    }

    private EmbeddedDatabase(
            PostgresServer server, Path directory, boolean temporary, FileChannel users, FileLock use, Access access) {
        this.server = server;
        this.directory = directory;
        this.temporary = temporary;
        this.users = users;
        this.use = use;
        this.access = access;
    }

    /** Serves a directory for as long as any process uses it; its data stay. */
    static EmbeddedDatabase of(Path directory, Path cache) throws IOException, InterruptedException {
        return open(directory.toAbsolutePath().normalize(), cache, false);
    }

    /** Serves a new directory that is deleted in the end. */
    static EmbeddedDatabase temporary(Path cache) throws IOException, InterruptedException {
        return open(Files.createTempDirectory("muster-").resolve("postgres"), cache, true);
    }

    private static EmbeddedDatabase open(Path directory, Path cache, boolean temporary)
            throws IOException, InterruptedException {
        Files.createDirectories(Folders.parentOf(directory));
        var server = new PostgresServer(PostgresBinaries.unpackedBelow(cache), directory, temporary);
        try (var _ = lock(directory, ".starting")) {
            server.createDirectory();
            var running = server.findRunning();
            int port = running.isPresent() ? running.getAsInt() : server.start();
            LOG.infof(
                    running.isPresent() ? "Uses the PostgreSQL that serves %s already." : "Started PostgreSQL on %s.",
                    directory);
            var users = channel(directory, ".users");
            var database = new EmbeddedDatabase(
                    server,
                    directory,
                    temporary,
                    users,
                    users.lock(0, Long.MAX_VALUE, true),
                    new Access(port, PostgresServer.USER, server.password()));
            Thread.ofVirtual().name("embedded-database").start(database::watch);
            return database;
        }
    }

    Access access() {
        return access;
    }

    private void watch() {
        try {
            while (!left.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    startAgainWhereDead();
                } catch (IOException | RuntimeException e) {
                    LOG.warnf("PostgreSQL on %s has died and cannot be started yet: %s", directory, e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One at a time: a file lock keeps out other processes only. */
    private synchronized void startAgainWhereDead() throws IOException, InterruptedException {
        if (server.isAlive()) {
            return;
        }
        try (var _ = lock(directory, ".starting")) {
            if (left.getCount() > 0 && !server.isAlive()) {
                server.start(access.port());
                LOG.warnf("PostgreSQL on %s had died, and was started again.", directory);
            }
        }
    }

    /** Releases the server; stops it if no other process uses it. */
    synchronized void close() throws IOException, InterruptedException {
        left.countDown();
        try (var _ = lock(directory, ".starting")) {
            use.release();
            if (isLastUser()) {
                server.stop(PostgresServer.Mode.FAST);
                LOG.infof("Stopped PostgreSQL on %s.", directory);
            }
        } finally {
            users.close();
        }
        if (temporary) {
            Folders.deleteRecursively(Folders.parentOf(directory));
        }
    }

    private boolean isLastUser() throws IOException {
        try (@Nullable FileLock alone = users.tryLock()) {
            return alone != null;
        }
    }

    /** Lets one process at a time start or stop the server. Closing the channel releases the lock. */
    private static FileChannel lock(Path directory, String suffix) throws IOException {
        var channel = channel(directory, suffix);
        channel.lock();
        return channel;
    }

    /** The lock files stay when the last process ends: deleting a lock file is a race between processes. */
    private static FileChannel channel(Path directory, String suffix) throws IOException {
        return FileChannel.open(
                directory.resolveSibling(directory.getFileName() + suffix),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
