package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/** Slow senders keep nobody out, not even from their own address. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SlowSendersIT {

    private static final int SLOW = 64;
    private static final int OTHERS = 30;

    @RegisterExtension
    private final Stage stage = new Stage();

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicInteger sending = new AtomicInteger();

    @AfterEach
    void end() {
        isOver.set(true);
    }

    @Test
    void othersGetInWhileManySendAByteASecondAndComeAgainWhenTheyAreCutOff(@TempDir Path folder) throws Exception {
        var service = stage.start(Launch.on(folder.resolve("postgres")));
        for (int sender = 0; sender < SLOW; sender++) {
            Thread.ofVirtual().start(() -> sendAgainAndAgain(service));
        }
        await().atMost(ServiceProcess.PATIENCE).until(() -> sending.get() >= SLOW);

        for (int other = 0; other < OTHERS; other++) {
            var answer = service.post("/api/v1/districts", "{\"id\": \"d%d\", \"name\": \"d\"}".formatted(other));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        await().atMost(ServiceProcess.PATIENCE).until(() -> cutOff.get() >= SLOW);
    }

    private void sendAgainAndAgain(ServiceProcess service) {
        while (!isOver.get()) {
            try {
                if (RawRequest.postAByteASecond(service, "/api/v1/plans", sending::incrementAndGet) == 408) {
                    cutOff.incrementAndGet();
                }
            } catch (IOException e) {
                // The service hung up before its answer arrived. The next one is sent at once.
            }
        }
    }
}
