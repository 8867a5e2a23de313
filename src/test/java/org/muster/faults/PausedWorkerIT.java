package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertSolved;
import static org.muster.harness.ServiceProcess.PATIENCE;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.Stage;

/** A worker that stands still is believed dead, and must not spoil what its successor writes when it goes on. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PausedWorkerIT {

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void writesNothingOnceAnotherOneHasTakenOver(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var changes = StatusChanges.notedIn(postgres);
        var one = stage.start(Launch.on(postgres).worker());
        var other = stage.start(Launch.on(postgres).worker());
        var id = api.submit(30);
        api.awaitSchedule(id);
        var paused = one.log().contains(id) ? one : other;

        paused.pause();
        await().atMost(PATIENCE).until(() -> api.plan(id).get("attempt").asInt() == 2);
        paused.resume();

        paused.awaitLog("attempt 1 has lost its right to write");
        assertThat(api.plan(id).get("status").asText()).isEqualTo("SOLVING");
        assertSolved(api.awaitEnd(id), 2);
        assertThat(changes.of(id)).containsExactly("SOLVING", "QUEUED", "SOLVING", "SOLVED");
        assertThat(paused.log()).doesNotContain("Failed while completing", "Expected one execution");

        var next = api.submit(1);
        assertSolved(api.awaitEnd(next), 1);
    }
}
