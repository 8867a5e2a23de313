package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.faults.Plans.assertSolved;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.Stage;
import org.muster.persistence.embedded.ExternalPostgres;

/** What an earlier release may have left behind, or a fault that nobody thought of, is found and goes on. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class LeftBehindIT {

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void plansWithoutATicketAndPlansThatNobodySolvesEnd(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var waiting = api.submit(1);
        var revived = api.submit(1);
        var taskless = api.submit(1);
        execute(postgres, "delete from scheduled_tasks where task_instance <> '%s'".formatted(revived));
        // As a crash left it: solved under a version of the ticket that was revived since.
        execute(postgres, "update scheduled_tasks set version = 7");
        execute(
                postgres,
                "update plan set status = 'SOLVING', started = now(), attempt = 1, ticket = id || '#5' where id <> '%s'"
                        .formatted(waiting));

        var worker = stage.start(Launch.on(postgres).worker());

        assertSolved(api.awaitEnd(waiting), 1);
        assertSolved(api.awaitEnd(revived), 2);
        assertSolved(api.awaitEnd(taskless), 2);
        assertThat(worker.log()).contains(revived + " was marked as being solved", "2 tickets too few");
    }

    private static void execute(ExternalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
