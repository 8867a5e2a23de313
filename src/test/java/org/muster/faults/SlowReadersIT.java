package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.faults.Plans.assertSolved;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.Stage;

/** Slow readers cost nothing. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SlowReadersIT {

    private static final int DEAF = 150;

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void othersHearAllWhileOneReadsAByteASecondAndManyReadNothing(@TempDir Path folder) throws Exception {
        var service = stage.start(
                Launch.on(folder.resolve("postgres")).heap("256m").with("muster.solver.save-interval=PT0.5S"));
        var id = service.submit(30);
        var events = "/api/v1/plans/" + id + "/events";
        for (int reader = 0; reader < DEAF; reader++) {
            stage.added(RawRequest.get(service, events));
        }
        var slow = stage.added(RawRequest.get(service, events));
        var heard = new AtomicInteger();
        Thread.ofVirtual().start(() -> readAByteASecond(slow, heard));
        var attentive = stage.added(RawRequest.get(service, events));

        int told = 0;
        boolean done = false;
        var lines = new BufferedReader(new InputStreamReader(attentive.answer(), StandardCharsets.UTF_8));
        while (!done) {
            var line = lines.readLine();
            assertThat(line).as("a line of the events, after %d of them", told).isNotNull();
            told += line.startsWith("event:") ? 1 : 0;
            done = line.equals("event:done");
        }

        assertThat(told).isGreaterThan(10);
        assertSolved(service.plan(id), 1);
        assertThat(heard.get()).isBetween(1, 1000);
        assertThat(service.log()).doesNotContain("OutOfMemoryError");
    }

    private static void readAByteASecond(RawRequest request, AtomicInteger heard) {
        try {
            while (request.answer().read() >= 0) {
                heard.incrementAndGet();
                Thread.sleep(1000);
            }
        } catch (IOException | InterruptedException e) {
            // The test is over.
        }
    }
}
