package org.muster.harness;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a PostgreSQL is for tests: mostly the one that they are told to use instead of the embedded one, by the system
 * properties {@code muster.test.jdbc-url} (as {@code jdbc:postgresql://127.0.0.1:5432/postgres}),
 * {@code muster.test.jdbc-username} and {@code muster.test.jdbc-password}. The user must be allowed to create databases
 * and needs no other right.
 *
 * @param url of the database from which others are created
 */
public record ConfiguredServer(String url, String user, String password) {

    /** The server that is configured, if one is. */
    public static Optional<ConfiguredServer> find() {
        return Optional.ofNullable(System.getProperty("muster.test.jdbc-url"))
                .filter(url -> !url.isBlank())
                .map(url -> new ConfiguredServer(
                        url,
                        System.getProperty("muster.test.jdbc-username", ""),
                        System.getProperty("muster.test.jdbc-password", "")));
    }

    /** Creates an empty database; its name. */
    public String createDatabase() {
        var name = "muster_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                + Long.toString(System.nanoTime(), 36);
        execute("create database " + name);
        return name;
    }

    /** Drops a database, whoever is connected to it. */
    public void dropDatabase(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    /** The settings with which the service uses one of its databases. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                urlOf(database),
                "quarkus.datasource.username",
                user,
                "quarkus.datasource.password",
                password);
    }

    /** Of one of its databases. */
    public String urlOf(String database) {
        return url.replaceFirst("/[^/]*$", "/" + database);
    }

    /** The same as words of a command line. */
    public List<String> settingsAsWords(String database) {
        return settings(database).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The server of the tests refuses (%s): %s".formatted(sql, e.getMessage()), e);
        }
    }
}
