package org.muster.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "muster");

    @Test
    void keepsItsDataAndItsPasswordFromOneStartToTheNext(@TempDir Path folder) throws Exception {
        var directory = folder.resolve("postgres");

        var first = EmbeddedDatabase.of(directory, CACHE);
        execute(first, "create table kept (id int)");
        first.close();
        var second = EmbeddedDatabase.of(directory, CACHE);
        execute(second, "insert into kept values (1)");
        second.close();

        assertThat(second.access().password()).isEqualTo(first.access().password());
        assertThat(directory.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void letsNobodyElseIn(@TempDir Path folder) throws Exception {
        var directory = folder.resolve("postgres");
        var database = EmbeddedDatabase.of(directory, CACHE);
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("muster-password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            database.access().url(), database.access().user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        } finally {
            database.close();
        }
    }

    @Test
    void leavesNothingOfATemporaryOne() throws Exception {
        var database = EmbeddedDatabase.temporary(CACHE);
        execute(database, "create table gone (id int)");
        database.close();

        assertThatThrownBy(() -> execute(database, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void isStartedAgainWhenItDies(@TempDir Path folder) throws Exception {
        var directory = folder.resolve("postgres");
        var database = EmbeddedDatabase.of(directory, CACHE);
        try {
            execute(database, "create table kept (id int)");
            var dead = Postmaster.of(directory).orElseThrow().pid();
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Postmaster.of(directory)
                            .filter(master -> master.pid() != dead)
                            .isPresent());
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(() -> execute(database, "insert into kept values (1)"));
        } finally {
            database.close();
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        var access = database.access();
        try (var connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
