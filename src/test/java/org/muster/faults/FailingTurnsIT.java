package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertSolved;
import static org.muster.harness.ServiceProcess.PATIENCE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.persistence.embedded.ExternalPostgres;

/** A worker that cannot do its work says so, once, and works again by itself when it can. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FailingTurnsIT {

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void aWorkerWhoseTurnsKeepFailingIsNotReadyAndNamesTheCauseOnce(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var worker = stage.start(Launch.on(postgres).worker());
        execute(postgres, "alter table queue_account rename to queue_account_elsewhere");
        var id = api.submit(1);

        await().atMost(PATIENCE).until(() -> worker.metric("muster_queue_failures_total") > 6);
        assertThat(worker.isReady()).isFalse();
        assertThat(worker.get("/q/health/ready").body()).contains("\"take\"", "42P01");
        assertThat(api.isReady()).as("who takes no turns").isTrue();
        assertThat(count(worker, " ERROR ")).isEqualTo(1);
        worker.awaitLog("ERROR .*Taking the plan that is next keeps failing: .*queue_account");

        execute(postgres, "alter table queue_account_elsewhere rename to queue_account");

        worker.awaitReady();
        assertSolved(api.awaitEnd(id), 1);
        worker.awaitLog("INFO .*Taking the plan that is next works again");
        assertThat(count(worker, " ERROR ")).isEqualTo(1);
    }

    private static long count(ServiceProcess process, String text) {
        return Pattern.compile(text).matcher(process.log()).results().count();
    }

    private static void execute(ExternalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
