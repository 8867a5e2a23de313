package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.faults.Plans.assertLater;
import static org.muster.faults.Plans.assertSolved;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.persistence.embedded.ExternalPostgres;

/** The database may go away and come back. */
@Tag("long")
@Tag("embedded")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DatabaseAwayIT {

    @RegisterExtension
    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    private ExternalPostgres postgres;
    private ServiceProcess service;

    @BeforeEach
    void startBoth() throws Exception {
        postgres = stage.postgres(folder);
        service = stage.start(Launch.on(postgres));
    }

    /** How it goes away. */
    enum Farewell {
        STOP {
            @Override
            void to(ExternalPostgres postgres) throws IOException, InterruptedException {
                postgres.stop();
            }
        },
        CRASH {
            @Override
            void to(ExternalPostgres postgres) throws IOException, InterruptedException {
                postgres.crash();
            }
        };

        abstract void to(ExternalPostgres postgres) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @EnumSource
    void theSearchGoesOnAndCallersAreToldToComeAgain(Farewell farewell) throws Exception {
        var id = service.submit(60);
        service.awaitSchedule(id);
        var before = elapsed(service.plan(id));

        farewell.to(postgres);
        service.awaitLog("Plan %s: nothing could be saved".formatted(id));

        assertLater(service.get("/api/v1/plans/" + id), 503);
        assertLater(service.get("/api/v1/plans"), 503);
        assertLater(service.get("/api/v1/districts"), 503);
        assertLater(service.get("/api/v1/plans/" + id + "/events"), 503);
        assertLater(service.post("/api/v1/plans", Submissions.endless("meanwhile", 2)), 503);
        assertLater(
                service.post("/api/v1/plans", Submissions.endless("meanwhile", 2), "Idempotency-Key", "meanwhile"),
                503);
        assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);

        postgres.start();
        service.awaitReady();

        var ended = service.awaitEnd(id);
        assertSolved(ended, 1);
        assertThat(elapsed(ended)).isGreaterThan(before);
        assertThat(service.json("/api/v1/plans").get("plans")).hasSize(1);
    }

    @Test
    void aResultWaitsForIt() throws Exception {
        var id = service.submit(8);
        service.awaitSchedule(id);

        postgres.crash();
        service.awaitLog("Plan %s: the result cannot be saved yet".formatted(id));
        postgres.start();

        assertSolved(service.awaitEnd(id), 1);
    }

    @Test
    void connectionsThatAreCutAreReplaced() throws Exception {
        var id = service.submit(10);
        service.awaitSchedule(id);

        cutConnections();
        var answer = service.get("/api/v1/plans/" + id);

        if (answer.statusCode() != 200) {
            assertLater(answer, 503);
        }
        assertSolved(service.awaitEnd(id), 1);
    }

    private void cutConnections() throws SQLException {
        // Without "offset 0" the planner may cut our own connection before it sees that it is ours.
        var others = "(select pid from pg_stat_activity where backend_type = 'client backend'"
                + " and pid <> pg_backend_pid() offset 0) as others";
        assertThat(StatusChanges.count(postgres, others + " where pg_terminate_backend(pid)"))
                .isPositive();
    }

    private static Duration elapsed(JsonNode plan) {
        return Duration.parse(plan.get("progress").get("elapsed").asText());
    }
}
