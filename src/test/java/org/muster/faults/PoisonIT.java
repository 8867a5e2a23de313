package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertSolved;
import static org.muster.harness.ServiceProcess.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.persistence.queue.QueueStore;

/** Poison is contained: what kills its worker is given up after a few attempts. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PoisonIT {

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void aPlanThatKillsThreeWorkersFailsAndTheFourthLivesOn(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var changes = StatusChanges.notedIn(postgres);
        var poison = api.submit(600);

        for (int attempt = 1; attempt <= QueueStore.ATTEMPTS; attempt++) {
            var victim = stage.start(Launch.on(postgres).worker());
            int expected = attempt;
            await().atMost(PATIENCE).until(() -> api.plan(poison).get("attempt").asInt() == expected);
            victim.kill();
        }
        stage.start(Launch.on(postgres).worker());

        var given = api.awaitEnd(poison);
        assertThat(given.get("status").asText()).isEqualTo("FAILED");
        assertThat(given.get("failure").asText()).contains("3 times");
        assertThat(changes.of(poison)).containsExactly("SOLVING", "QUEUED", "SOLVING", "QUEUED", "SOLVING", "FAILED");
        await().atMost(PATIENCE)
                .until(() -> StatusChanges.count(postgres, "scheduled_tasks where task_name = 'turn'") == 0);

        assertSolved(api.awaitEnd(api.submit(2)), 1);
        assertThat(api.plan(poison)).isEqualTo(given);
    }

    @Test
    void aWholeFailsWithItsPartAndKeepsWhatTheOthersCameTo(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var whole =
                api.submit(Submissions.parts("city", 600, Submissions.smallDistrict(), Submissions.otherDistrict()));

        var victim = stage.start(Launch.on(postgres).worker());
        var poison = awaitSolvedPart(api, whole, "");
        stage.start(Launch.on(postgres).worker());
        var other = awaitSolvedPart(api, whole, poison);
        for (int attempt = 2; attempt <= QueueStore.ATTEMPTS; attempt++) {
            victim.kill();
            victim = stage.start(Launch.on(postgres).worker());
            int expected = attempt;
            await().atMost(PATIENCE).until(() -> api.plan(poison).get("attempt").asInt() == expected);
        }
        victim.kill();
        api.awaitStatus(poison, "FAILED");
        api.awaitSchedule(other);
        api.post("/api/v1/plans/" + whole + "/stop", "");

        var given = api.awaitEnd(whole);
        assertThat(given.get("status").asText()).isEqualTo("FAILED");
        assertThat(given.get("failure").asText()).contains("part failed").contains("3 times");
        assertThat(assignments(api, whole)).containsAll(assignments(api, other)).isNotEmpty();
    }

    /** A part that is being solved, another one than {@code known}. */
    private static String awaitSolvedPart(ServiceProcess api, String whole, String known) {
        return await().atMost(PATIENCE)
                .until(
                        () -> api.plan(whole)
                                .get("parts")
                                .valueStream()
                                .filter(part -> part.get("status").asText().equals("SOLVING"))
                                .map(part -> part.get("plan").asText().replaceAll(".*/", ""))
                                .filter(part -> !part.equals(known))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<JsonNode> assignments(ServiceProcess api, String plan) throws IOException {
        return api.json("/api/v1/plans/" + plan + "/schedule")
                .get("assignments")
                .valueStream()
                .toList();
    }
}
