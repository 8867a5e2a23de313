package org.muster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as real processes, which are killed and stopped while they solve. */
class RestartIT {

    @TempDir
    private Path folder;

    private final List<ServiceProcess> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (var service : started) {
            service.end();
        }
    }

    private ServiceProcess start(String... settings) throws IOException {
        var service = ServiceProcess.start(database(), settings);
        started.add(service);
        return service;
    }

    private Path database() {
        return folder.resolve("postgres");
    }

    private static long softOf(JsonNode plan) {
        return plan.get("score").get("soft").asLong();
    }

    private static void assertTakenUp(JsonNode ended, long saved) {
        assertThat(ended.get("status").asText()).isEqualTo("SOLVED");
        assertThat(ended.get("attempt").asInt()).isEqualTo(2);
        assertThat(softOf(ended)).isGreaterThanOrEqualTo(saved);
    }

    @Test
    void aKilledSolveIsTakenUpAgainAndNotWorse() throws Exception {
        var service = start();
        String id = service.submit(20);
        long saved = softOf(service.awaitSchedule(id));

        service.kill();

        assertTakenUp(start().awaitEnd(id), saved);
    }

    @Test
    void aSolveThatAShutdownCutsOffIsHandedOver() throws Exception {
        var service = start();
        String id = service.submit(20);
        long saved = softOf(service.awaitSchedule(id));

        assertThat(service.terminate()).isTrue();
        assertThat(database().resolve("postmaster.pid")).doesNotExist();

        assertTakenUp(start().awaitEnd(id), saved);
    }

    @Test
    void aWorkerThatDiesIsReplacedByAnotherOneWhileCallersAreAnswered() throws Exception {
        var api = start("muster.role=api");
        var worker = start("muster.role=worker");
        assertThat(worker.statusOf("/api/v1/plans")).isEqualTo(404);
        String id = api.submit(25);
        long saved = softOf(api.awaitSchedule(id));

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
}
