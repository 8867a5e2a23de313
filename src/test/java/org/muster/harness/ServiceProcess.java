package org.muster.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged service as a real process on loopback. */
public final class ServiceProcess implements Closeable {

    /** For anything that should have happened long ago, on a machine that does other things too. */
    public static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int FIRST_PORT = 20_000, PORTS_OF_FORK = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDED = Set.of("SOLVED", "STOPPED", "FAILED");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a process. What it says goes into a file of {@code target/faults}. */
    public static ServiceProcess launch(Launch launch) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(launch.within());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.machine().words());
        command.addAll(
                List.of("-Xmx" + launch.heap(), "--enable-native-access=ALL-UNNAMED", "-Dquarkus.http.port=" + port));
        launch.settings().forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-jar", System.getProperty("muster.runner")));
        var logs = Files.createDirectories(Path.of("target", "faults"));
        var log = Files.createTempFile(logs, "service-", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(launch.environment());
        return new ServiceProcess(builder.start(), port, log);
    }

    public ServiceProcess awaitReady() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("The service ended with (%d): %s".formatted(process.exitValue(), log()));
        }
        return this;
    }

    /** Whether it takes requests, as it says itself. */
    public boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** The processor time that it has used. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All it has said. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and says whether it did. */
    public boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Stops all of its threads where they are. */
    public void pause() throws InterruptedException {
        signal("STOP");
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in whatever way works. */
    @Override
    public void close() {
        try {
            resume(); // who is paused cannot end
            if (!terminate()) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }

    /** Submits a plan that does not end before its time is over; its identifier. */
    public String submit(int seconds) throws IOException {
        return submit(Submissions.endless("in processes", seconds));
    }

    /** Submits a plan; its identifier. */
    public String submit(String submission) throws IOException {
        var answer = post("/api/v1/plans", submission);
        if (answer.statusCode() != 202) {
            throw new IOException("Not accepted (%d): %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body()).get("id").asText();
    }

    public JsonNode awaitSchedule(String id) {
        return await().atMost(PATIENCE).until(() -> plan(id), plan -> plan.hasNonNull("score"));
    }

    public JsonNode awaitStatus(String id, String status) {
        return await().atMost(PATIENCE)
                .until(() -> plan(id), plan -> plan.path("status").asText().equals(status));
    }

    public JsonNode awaitEnd(String id) {
        return awaitEnd(id, PATIENCE);
    }

    public JsonNode awaitEnd(String id, Duration patience) {
        return await().atMost(patience)
                .until(
                        () -> plan(id),
                        plan -> ENDED.contains(plan.path("status").asText()));
    }

    public void awaitLog(String pattern) {
        var wanted = Pattern.compile(pattern);
        await().atMost(PATIENCE).until(() -> wanted.matcher(log()).find());
    }

    public JsonNode plan(String id) throws IOException {
        return json("/api/v1/plans/" + id);
    }

    public JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    public HttpResponse<String> post(String path, String json, String... headers) throws IOException {
        return post(path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public HttpResponse<String> post(String path, String mediaType, BodyPublisher body, String... headers)
            throws IOException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", mediaType)
                .POST(body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> delete(String path) throws IOException {
        return send(
                HttpRequest.newBuilder(address(path)).header("If-Match", "*").DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The sum of a metric over all its tags. */
    public double metric(String name) throws IOException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * A port that nothing listens on. Each process of tests has ports of its own, below those that the system gives to
     * connections, so that nothing else takes it before the service does.
     */
    private static int freePort() throws IOException {
        int first = FIRST_PORT + PORTS_OF_FORK * (Integer.getInteger("muster.test.fork", 1) - 1);
        for (int tries = 0; tries < PORTS_OF_FORK; tries++) {
            int port = first + ThreadLocalRandom.current().nextInt(PORTS_OF_FORK);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // by another service, or by one that ended a moment ago
            }
        }
        throw new IOException("None of %d ports from %d is free.".formatted(PORTS_OF_FORK, first));
    }

    @Override
    public String toString() {
        return "process %d on port %d, see %s".formatted(pid(), port, log);
    }
}
