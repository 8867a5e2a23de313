package org.muster.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** The server of one data directory: whether it runs, and how to start and stop it. */
final class PostgresServer {

    static final String USER = "muster";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final String PASSWORD_FILE = "muster-password";

    private final PostgresBinaries binaries;
    private final Path directory;
    private final boolean temporary;

    /**
     * Knows the server of a directory, which need not exist yet.
     *
     * @param temporary the data need not survive a power cut, so the server need not wait for the disk
     */
    PostgresServer(PostgresBinaries binaries, Path directory, boolean temporary) {
        this.binaries = binaries;
        this.directory = directory;
        this.temporary = temporary;
    }

    /** Creates the data directory with a random password. Does nothing where there is one. */
    void createDirectory() throws IOException, InterruptedException {
        var versionFile = directory.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            return;
        }
        // A start that is cut off leaves a folder beside, never half a database in place.
        var beside = Files.createTempDirectory(Folders.parentOf(directory), directory.getFileName() + ".new-");
        var passwordFile = Files.createTempFile(
                Folders.parentOf(directory),
                "password-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, randomPassword());
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + beside,
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--no-locale"));
            Files.move(passwordFile, beside.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(directory);
            Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
            if (Files.exists(beside)) {
                Folders.deleteRecursively(beside);
            }
        }
    }

    /** Whether a server holds the directory. It need not accept connections yet. */
    boolean isAlive() throws IOException {
        return Postmaster.of(directory).filter(Postmaster::isAlive).isPresent();
    }

    /** Where the server listens if it runs, be it our own child or one that a killed process left behind. */
    OptionalInt findRunning() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var postmaster = Postmaster.of(directory);
            if (postmaster.isEmpty()) {
                return OptionalInt.empty();
            }
            int port = postmaster.get().port();
            if (accepts(urlOf(port))) {
                return OptionalInt.of(port);
            }
            if (!postmaster.get().isAlive()) {
                return OptionalInt.empty();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "The PostgreSQL process (%d) holds %s but refused connections for %s. See %s, or stop it."
                                .formatted(postmaster.get().pid(), directory, PATIENCE, logFile()));
            }
            Thread.sleep(100);
        }
    }

    /** Starts the server on a free port of the loopback interface, and answers with that. */
    int start() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                start(port);
                return port;
            } catch (IOException e) {
                // Another process may have taken the port in between.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Starts the server on a port of the loopback interface. */
    void start(int port) throws IOException, InterruptedException {
        Files.deleteIfExists(logFile());
        // pg_ctl gives the server a session of its own: a Ctrl-C meant for us does not reach it.
        run(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--silent",
                "--timeout=" + PATIENCE.toSeconds(),
                "--pgdata=" + directory,
                "--log=" + logFile(),
                "--options=" + options(port)));
    }

    /** How a server stops. */
    enum Mode {
        /** Clients that are still connected are disconnected, and everything is written. */
        FAST,
        /** At once, as in a crash; the next start recovers. */
        IMMEDIATE
    }

    /** Stops the server. */
    void stop(Mode mode) throws IOException, InterruptedException {
        run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--wait",
                "--silent",
                "--mode=" + mode.name().toLowerCase(Locale.ROOT),
                "--timeout=" + PATIENCE.toSeconds(),
                "--pgdata=" + directory));
    }

    String password() throws IOException {
        return Files.readString(directory.resolve(PASSWORD_FILE));
    }

    private Path logFile() {
        return directory.resolve("server.log");
    }

    private String options(int port) {
        var settings = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                // Statements could hold names: they stay out of the server's log.
                "log_min_error_statement=panic"));
        if (temporary) {
            settings.add("fsync=off");
        }
        return "-c " + String.join(" -c ", settings);
    }

    static String urlOf(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    private boolean accepts(String url) throws IOException {
        var credentials = new Properties();
        credentials.setProperty("user", USER);
        credentials.setProperty("password", password());
        credentials.setProperty("connectTimeout", "5");
        try (var connection = driver(url).connect(url, credentials)) {
            return connection != null && connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Looks with our own class loader: {@code java.sql.DriverManager} asks one that knows no drivers. */
    private static Driver driver(String url) throws SQLException {
        for (var driver : ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new IllegalStateException("The PostgreSQL driver has vanished from the class path.");
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Runs a program of PostgreSQL, which refuses to be root: root enters a user namespace in which it has another user
     * id.
     */
    private void run(List<String> command) throws IOException, InterruptedException {
        var full = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            full.addAll(List.of("unshare", "--user"));
        }
        full.addAll(command);
        var builder = new ProcessBuilder(full)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        String output;
        try (var lines = process.getInputStream()) {
            output = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(("%s failed: %s%nMaybe see %s; or, as root in a container without user namespaces, "
                            + "run as an ordinary user or set quarkus.datasource.jdbc.url.")
                    .formatted(command.getFirst(), output.strip(), logFile()));
        }
    }
}
