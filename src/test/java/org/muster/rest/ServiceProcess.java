package org.muster.rest;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a real process on loopback. Processes with one database directory share the database. */
final class ServiceProcess {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param settings as {@code muster.role=api}
     */
    static ServiceProcess start(Path database, String... settings) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.port=" + port,
                "-Dmuster.solver.save-interval=PT1S",
                "-Dmuster.database.directory=" + database));
        for (var setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(List.of("-jar", System.getProperty("muster.runner")));
        var service = new ServiceProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                Path.of("target", "processes-it.log").toFile()))
                        .start(),
                port);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        service.get("/q/health/ready").path("status").asText().equals("UP"));
        return service;
    }

    /** Ends it as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and says whether it did. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Ends it in whatever way works. */
    void end() throws InterruptedException {
        if (!terminate()) {
            kill();
        }
    }

    /** Submits a plan that does not end before its time is over; its identifier. */
    String submit(int seconds) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/api/v1/plans"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Submissions.endless("in processes", seconds)))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body())
                .get("id")
                .asText();
    }

    JsonNode awaitSchedule(String id) {
        return await().atMost(PATIENCE).until(() -> plan(id), plan -> plan.hasNonNull("score"));
    }

    JsonNode awaitEnd(String id) {
        return await().atMost(PATIENCE).until(() -> plan(id), plan -> plan.hasNonNull("ended"));
    }

    JsonNode plan(String id) throws IOException, InterruptedException {
        return get("/api/v1/plans/" + id);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(path).body());
    }

    int statusOf(String path) throws IOException, InterruptedException {
        return send(path).statusCode();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address(path)).GET().build(), BodyHandlers.ofString());
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
