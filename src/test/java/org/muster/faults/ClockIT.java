package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muster.faults.Plans.assertSolved;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/**
 * Clocks may jump. The library libfaketime shows one worker another time of day than the machine's; time that passes
 * (the monotonic clock) it leaves alone, as a real change of a clock does.
 */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ClockIT {

    private static final int SECONDS = 40;

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));

    @RegisterExtension
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(strings = {"+1h", "-1h"})
    void noLeaseIsLostAndNothingEndsEarly(String jump, @TempDir Path folder) throws Exception {
        var faketime = library();
        assumeTrue(faketime.isPresent(), "libfaketime is not there. Maybe apt-get install libfaketime.");
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var changes = StatusChanges.notedIn(postgres);
        var offset = Files.writeString(folder.resolve("offset"), "+0");
        stage.start(Launch.on(postgres).worker());
        stage.start(inItsOwnTime(Launch.on(postgres).worker(), faketime.get(), offset));
        var one = api.submit(SECONDS);
        var other = api.submit(SECONDS);
        api.awaitSchedule(one);
        api.awaitSchedule(other);

        Files.writeString(offset, jump);

        assertUntouchedByTheClock(api.awaitEnd(one));
        assertUntouchedByTheClock(api.awaitEnd(other));
        assertThat(changes.of(one)).containsExactly("SOLVING", "SOLVED");
        assertThat(changes.of(other)).containsExactly("SOLVING", "SOLVED");

        // One for each worker, while the clocks differ.
        var third = api.submit(4);
        var fourth = api.submit(4);
        assertUntouchedByTheClock(api.awaitEnd(third));
        assertUntouchedByTheClock(api.awaitEnd(fourth));
    }

    private static Launch inItsOwnTime(Launch launch, Path faketime, Path offset) {
        return launch.environment("LD_PRELOAD", faketime.toString())
                .environment("FAKETIME_TIMESTAMP_FILE", offset.toString())
                .environment("FAKETIME_CACHE_DURATION", "1") // without, each look at the clock reads the file
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .environment("DONT_FAKE_MONOTONIC", "1");
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    private static void assertUntouchedByTheClock(JsonNode plan) {
        assertSolved(plan, 1);
        var created = instant(plan, "created");
        var started = instant(plan, "started");
        var ended = instant(plan, "ended");
        assertThat(started).as("start, %s", plan).isAfterOrEqualTo(created);
        assertThat(ended).as("end, %s", plan).isAfter(started);
        var limit = Duration.parse(plan.get("options").get("timeLimit").asText());
        assertThat(Duration.parse(plan.get("progress").get("elapsed").asText()))
                .as("time spent, %s", plan)
                .isBetween(limit.dividedBy(2), limit.plus(ServiceProcess.PATIENCE));
        assertThat(Duration.between(started, ended))
                .as("from start to end, %s", plan)
                .isBetween(limit.dividedBy(2), limit.plus(ServiceProcess.PATIENCE));
    }

    private static Instant instant(JsonNode plan, String field) {
        return Instant.parse(plan.get(field).asText());
    }
}
