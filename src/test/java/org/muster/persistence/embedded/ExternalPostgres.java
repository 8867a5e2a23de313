package org.muster.persistence.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL that a test starts and stops as an operator would; it keeps its data and its port meanwhile. */
public final class ExternalPostgres implements Closeable {

    /** Who may do everything on the server. */
    public static final String USER = PostgresServer.USER;

    private static final String DATABASE = "postgres";
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "muster");

    private final PostgresServer server;
    private final Path directory;
    private final int port;
    private final String password;
    private boolean runs;

    private ExternalPostgres(PostgresServer server, Path directory, int port, String password) {
        this.server = server;
        this.directory = directory;
        this.port = port;
        this.password = password;
    }

    /** Starts a server with an empty database in a directory that is not there yet. */
    public static ExternalPostgres startedIn(Path directory) throws IOException, InterruptedException {
        var server = new PostgresServer(PostgresBinaries.unpackedBelow(CACHE), directory, false);
        server.createDirectory();
        var postgres = new ExternalPostgres(server, directory, PostgresServer.freePort(), server.password());
        postgres.start();
        return postgres;
    }

    public void start() throws IOException, InterruptedException {
        server.start(port);
        runs = true;
    }

    /** Disconnects everybody and ends in order. */
    public void stop() throws IOException, InterruptedException {
        runs = false;
        server.stop(PostgresServer.Mode.FAST);
    }

    /** Ends as a crash would. */
    public void crash() throws IOException, InterruptedException {
        runs = false;
        server.stop(PostgresServer.Mode.IMMEDIATE);
    }

    @Override
    public void close() throws IOException {
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
        return settings(DATABASE);
    }

    /** The settings with which the service uses a database of this server. */
    public List<String> settings(String database) {
        return List.of(
                "quarkus.datasource.jdbc.url=" + url(database),
                "quarkus.datasource.username=" + USER,
                "quarkus.datasource.password=" + password);
    }

    /** Adds an empty database; its name is an SQL identifier. */
    public void createDatabase(String name) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    public Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String password() {
        return password;
    }

    @Override
    public String toString() {
        return "PostgreSQL of %s on port %d".formatted(directory, port);
    }
}
