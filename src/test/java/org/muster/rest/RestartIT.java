package org.muster.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as real processes, which are killed and stopped while they solve. */
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private int port;
    private @Nullable Process service;

    @AfterEach
    void stopService() throws InterruptedException {
        if (!terminated()) {
            service().destroyForcibly();
        }
    }

    @Test
    void aKilledSolveIsTakenUpAgainAndNotWorse() throws Exception {
        startService();
        String id = submit(20);
        long saved = softOf(awaitSchedule(id));

        service().destroyForcibly().waitFor();
        startService();

        var ended = awaitEnd(id);
        assertThat(ended.get("status").asText()).isEqualTo("SOLVED");
        assertThat(ended.get("attempt").asInt()).isEqualTo(2);
        assertThat(softOf(ended)).isGreaterThanOrEqualTo(saved);
    }

    @Test
    void aSolveThatAShutdownCutsOffIsHandedOver() throws Exception {
        startService();
        String id = submit(20);
        long saved = softOf(awaitSchedule(id));

        assertThat(terminated()).isTrue();
        assertThat(database().resolve("postmaster.pid")).doesNotExist();
        startService();

        var ended = awaitEnd(id);
        assertThat(ended.get("status").asText()).isEqualTo("SOLVED");
        assertThat(ended.get("attempt").asInt()).isEqualTo(2);
        assertThat(softOf(ended)).isGreaterThanOrEqualTo(saved);
    }

    private boolean terminated() throws InterruptedException {
        service().destroy();
        return service().waitFor(60, TimeUnit.SECONDS);
    }

    private Process service() {
        return requireNonNull(service, "startService comes first");
    }

    private void startService() throws IOException {
        port = freePort();
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dquarkus.http.port=" + port,
                        "-Dmuster.solver.save-interval=PT1S",
                        "-Dmuster.database.directory=" + database(),
                        "-jar",
                        System.getProperty("muster.runner"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "restart-it.log").toFile()))
                .start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").path("status").asText().equals("UP"));
    }

    private Path database() {
        return folder.resolve("postgres");
    }

    private String submit(int seconds) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/api/v1/plans"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Submissions.endless("restarted", seconds)))
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body())
                .get("id")
                .asText();
    }

    private JsonNode awaitSchedule(String id) {
        return await().atMost(PATIENCE).until(() -> plan(id), plan -> plan.hasNonNull("score"));
    }

    private JsonNode awaitEnd(String id) {
        return await().atMost(PATIENCE).until(() -> plan(id), plan -> plan.hasNonNull("ended"));
    }

    private static long softOf(JsonNode plan) {
        return plan.get("score").get("soft").asLong();
    }

    private JsonNode plan(String id) throws IOException, InterruptedException {
        return get("/api/v1/plans/" + id);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path)).GET().build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
