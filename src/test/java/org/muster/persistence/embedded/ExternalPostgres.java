package org.muster.persistence.embedded;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.muster.harness.ConfiguredServer;

/**
 * A PostgreSQL as an operator would run it. A test starts one and may stop it; it keeps its data and its port meanwhile.
 * Or it is the one that the tests are told to use: then databases of its own are all that a test gets of it.
 */
public final class ExternalPostgres implements Closeable {

    private static final String USER = PostgresServer.USER;
    private static final String FIRST = "postgres";
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "muster");

    private final ConfiguredServer address;
    /** Null where somebody else runs the server. */
    private final @Nullable Own own;
    /** What the databases are called on the server, by what the test calls them. */
    private final ConcurrentMap<String, String> databases = new ConcurrentHashMap<>();

    private boolean runs;

    private record Own(PostgresServer server, Path directory, int port) {}

    private ExternalPostgres(ConfiguredServer address, @Nullable Own own) {
        this.address = address;
        this.own = own;
    }

    /** The server that the tests are told to use, with an empty database; else one that is started in a directory. */
    public static ExternalPostgres configuredOrStartedIn(Path directory) throws IOException, InterruptedException {
        var configured = ConfiguredServer.find();
        if (configured.isEmpty()) {
            return startedIn(directory);
        }
        var postgres = new ExternalPostgres(configured.get(), null);
        postgres.createDatabase(FIRST);
        return postgres;
    }

    /** Starts a server with an empty database in a directory that is not there yet. */
    public static ExternalPostgres startedIn(Path directory) throws IOException, InterruptedException {
        var server = new PostgresServer(PostgresBinaries.unpackedBelow(CACHE), directory, false);
        server.createDirectory();
        int port = PostgresServer.freePort();
        var address = new ConfiguredServer(PostgresServer.urlOf(port), USER, server.password());
        var postgres = new ExternalPostgres(address, new Own(server, directory, port));
        postgres.databases.put(FIRST, FIRST);
        postgres.start();
        return postgres;
    }

    public void start() throws IOException, InterruptedException {
        own().server().start(own().port());
        runs = true;
    }

    /** Disconnects everybody and ends in order. */
    public void stop() throws IOException, InterruptedException {
        runs = false;
        own().server().stop(PostgresServer.Mode.FAST);
    }

    /** Ends as a crash would. */
    public void crash() throws IOException, InterruptedException {
        runs = false;
        own().server().stop(PostgresServer.Mode.IMMEDIATE);
    }

    private Own own() {
        if (own == null) {
            return Assumptions.abort("The server of the tests is not theirs to stop.");
        }
        return own;
    }

    @Override
    public void close() throws IOException {
        if (own == null) {
            databases.values().forEach(address::dropDatabase);
            return;
        }
        try {
            if (runs) {
                stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted; %s may still run.".formatted(this), e);
        }
    }

    /** The settings with which the service uses this server. */
    public List<String> settings() {
        return settings(FIRST);
    }

    /** The settings with which the service uses a database of this server. */
    public List<String> settings(String database) {
        return address.settingsAsWords(requireNonNull(databases.get(database)));
    }

    /** Adds an empty database. */
    public void createDatabase(String name) {
        databases.put(name, address.createDatabase());
    }

    public Connection connect() throws SQLException {
        return connect(FIRST);
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password());
    }

    public String url(String database) {
        return address.urlOf(requireNonNull(databases.get(database)));
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    @Override
    public String toString() {
        return own == null ? address.url() : "PostgreSQL of %s on port %d".formatted(own.directory(), own.port());
    }
}
