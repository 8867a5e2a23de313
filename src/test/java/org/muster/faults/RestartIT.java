package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertSolved;
import static org.muster.faults.Plans.scoreOf;
import static org.muster.harness.ServiceProcess.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.schedule.Score;

/** The packaged service as real processes, which are killed and stopped while they solve. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RestartIT {

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Stage stage = new Stage();

    private ServiceProcess start(String... settings) throws IOException {
        return stage.start(Launch.on(database()).with(settings));
    }

    private Path database() {
        return folder.resolve("postgres");
    }

    private static void assertTakenUp(JsonNode ended, Score saved) {
        assertSolved(ended, 2);
        assertThat(scoreOf(ended)).isGreaterThanOrEqualTo(saved);
    }

    @Test
    void aKilledSolveIsTakenUpAgainAndNotWorse() throws Exception {
        var service = start();
        String id = service.submit(12);
        var saved = scoreOf(service.awaitSchedule(id));

        service.kill();

        assertTakenUp(start().awaitEnd(id), saved);
    }

    @Test
    void aSolveThatAShutdownCutsOffIsHandedOver() throws Exception {
        var service = start();
        String id = service.submit(12);
        var saved = scoreOf(service.awaitSchedule(id));

        assertThat(service.terminate()).isTrue();
        assertThat(database().resolve("postmaster.pid")).doesNotExist();

        assertTakenUp(start().awaitEnd(id), saved);
    }

    @Test
    void aWorkerThatDiesIsReplacedByAnotherOneWhileCallersAreAnswered() throws Exception {
        var api = start("muster.role=api");
        var worker = start("muster.role=worker");
        assertThat(worker.get("/api/v1/plans").statusCode()).isEqualTo(404);
        String id = api.submit(15);
        var saved = scoreOf(api.awaitSchedule(id));

        worker.kill();
        assertThat(api.plan(id).get("status").asText()).isEqualTo("SOLVING");
        start("muster.role=worker");

        assertTakenUp(api.awaitEnd(id), saved);
    }

    @Test
    void withoutAWorkerAPlanWaits() throws Exception {
        var api = start("muster.role=api");
        String id = api.submit(2);

        assertThat(api.plan(id).get("status").asText()).isEqualTo("QUEUED");
        start("muster.role=worker");

        assertThat(api.awaitEnd(id).get("status").asText()).isEqualTo("SOLVED");
    }

    @Test
    void aRequestThatIsBeingAnsweredIsAnsweredThoughTheServiceShutsDown() throws Exception {
        var service = start();
        try (var caller = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer =
                    caller.submit(() -> service.post("/api/v1/plans?wait=PT5S", Submissions.endless("in flight", 60)));
            await().atMost(PATIENCE)
                    .until(() -> service.json("/api/v1/plans").get("plans").size() == 1);

            assertThat(service.terminate()).isTrue();

            assertThat(answer.get().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void aPlanOfPartsIsPutTogetherWhoeverDies() throws Exception {
        var api = start("muster.role=api");
        var worker = start("muster.role=worker");
        String id =
                api.submit(Submissions.parts("in parts", 12, Submissions.smallDistrict(), Submissions.otherDistrict()));
        await().atMost(PATIENCE).until(() -> api.plan(id).path("parts").path(0).hasNonNull("score"));

        worker.kill();
        start("muster.role=worker");

        var ended = api.awaitEnd(id);
        assertThat(ended.get("status").asText()).isEqualTo("SOLVED");
        assertThat(ended.get("parts"))
                .hasSize(2)
                .allMatch(part -> part.get("status").asText().equals("SOLVED"));
        assertThat(scoreOf(ended).isFeasible()).isTrue();
    }
}
