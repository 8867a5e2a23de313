package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.harness.ServiceProcess.PATIENCE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.persistence.embedded.ExternalPostgres;
import org.muster.persistence.queue.QueueStore;

/**
 * A burst of plans, and processes that are killed, or stand still for longer than their leases, at random moments:
 * every plan that was accepted ends. {@code -Dmuster.test.bursts=10} plays ten short ones instead of one.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledBurstIT {

    private static final long SEED = 13;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(20);

    @RegisterExtension
    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    /** All that was started, those included that are dead: each has said something. */
    private final List<ServiceProcess> started = new ArrayList<>();

    private final List<ServiceProcess> running = new ArrayList<>();
    private final List<Launch> roles = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("muster.test.bursts", 1)).map(burst -> SEED + burst);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlanThatWasAcceptedEnds(long seed) throws Exception {
        play(seed, 24, 2, Duration.ofSeconds(35));
    }

    @Tag("long")
    @Test
    void everyPlanOfALargeBurstThatWasAcceptedEnds() throws Exception {
        play(SEED + 100, 100, 5, Duration.ofMinutes(4));
    }

    /** One process with one slot, and more plans than it can solve for minutes. */
    @Tag("long")
    @Test
    void aProcessThatIsKilledAgainAndAgainWhileManyWaitLosesNone() throws Exception {
        var service = Launch.on(stage.postgres(folder)).with("muster.queue.limit=1000");
        var process = stage.start(service);
        var accepted = submitAtOnce(process, 60, 4);
        for (int kill = 0; kill < 3; kill++) {
            Thread.sleep(Duration.ofSeconds(25));
            assertQuiet(process);
            process.kill();
            process = stage.start(service);
        }

        for (var id : accepted) {
            assertThat(process.awaitEnd(id, Duration.ofMinutes(8)).get("status").asText())
                    .isEqualTo("SOLVED");
        }
        assertQuiet(process);
    }

    private void play(long seed, int plans, int seconds, Duration killing) throws Exception {
        var dice = new Random(seed);
        var postgres = stage.postgres(folder);
        add(Launch.on(postgres).api());
        running.getFirst().awaitReady();
        add(Launch.on(postgres).worker());
        add(Launch.on(postgres).worker());
        var accepted = submitAtOnce(running.getFirst(), plans, seconds);

        int faults = disturb(dice, killing);

        var api = running.getFirst().awaitReady();
        await().atMost(PATIENCE).until(() -> StatusChanges.count(postgres, "plan where ended is null") == 0);
        for (var id : accepted) {
            assertEnded(postgres, seed, api.plan(id).path("status").asText(), id);
        }
        await().atMost(PATIENCE)
                .until(() -> StatusChanges.count(postgres, "scheduled_tasks where task_name = 'turn'") == 0);
        for (var process : started) {
            assertQuiet(process);
        }
        System.out.printf(
                "Seed %d: %d plans were accepted, and ended in spite of %d kills and pauses; %d were lost at times.%n",
                seed, accepted.size(), faults, StatusChanges.count(postgres, "plan where lost_attempts > 0"));
    }

    private void add(Launch launch) throws IOException {
        var process = stage.launch(launch);
        roles.add(launch);
        running.add(process);
        started.add(process);
    }

    /** Kills a process every few seconds and starts another one in its place, or lets it stand still for a while. */
    private int disturb(Random dice, Duration time) throws Exception {
        int faults = 0;
        for (long begun = System.nanoTime(); System.nanoTime() - begun < time.toNanos(); faults++) {
            Thread.sleep(1_000 + dice.nextInt(7_000));
            int victim = dice.nextInt(running.size());
            if (victim > 0 && dice.nextInt(4) == 0) {
                var paused = running.get(victim);
                paused.pause();
                Thread.sleep(LONGER_THAN_A_LEASE);
                paused.resume();
            } else {
                running.get(victim).kill();
                Thread.sleep(dice.nextInt(3_000));
                running.set(victim, stage.launch(roles.get(victim)));
                started.add(running.get(victim));
            }
        }
        return faults;
    }

    /** A plan that was lost three times has failed and says so: that is a promise, too. */
    private static void assertEnded(ExternalPostgres postgres, long seed, String status, String id) throws Exception {
        var lost = "plan where id = '%s' and lost_attempts >= %d".formatted(id, QueueStore.ATTEMPTS);
        assertThat(status)
                .as("seed %d, plan %s", seed, id)
                .isEqualTo(StatusChanges.count(postgres, lost) > 0 ? "FAILED" : "SOLVED");
    }

    /** Nobody gives back what is another's by then, or works for it. */
    private static void assertQuiet(ServiceProcess process) {
        assertThat(process.log())
                .as("log of %s", process)
                .doesNotContain("Failed while completing", "Expected one execution", "nobody solved it");
    }

    /** Submits so many plans at once. Who is told to come again does. */
    private static List<String> submitAtOnce(ServiceProcess api, int plans, int seconds) throws Exception {
        var accepted = new ArrayList<String>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            Callable<String> submission = () -> submit(api, seconds);
            for (var answer : callers.invokeAll(Collections.nCopies(plans, submission))) {
                accepted.add(answer.get());
            }
        }
        return accepted;
    }

    private static String submit(ServiceProcess api, int seconds) throws IOException {
        var submission = Submissions.endless("burst", seconds);
        var answer = await().atMost(PATIENCE)
                .until(
                        () -> api.post("/api/v1/plans", submission),
                        given -> given.statusCode() != 503 && given.statusCode() != 429);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }
}
