package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertLater;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;

/** A burst is accepted or told to come again, and what is accepted is solved. */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class BurstIT {

    private static final int BURST = 500;
    private static final int QUEUE = 200;
    private static final Duration ALL_SOLVED = Duration.ofMinutes(10);

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void eachOfFiveHundredSubmissionsAtOnceIsAcceptedOrToldToComeAgain(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api().heap("256m").with("muster.queue.limit=" + QUEUE));
        stage.start(Launch.on(postgres).worker());
        stage.start(Launch.on(postgres).worker());

        var answers = submitAtOnce(api, Submissions.of("burst", Submissions.smallDistrict(), 1));

        int accepted = 0;
        for (var answer : answers) {
            if (answer.statusCode() == 202) {
                accepted++;
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
                assertLater(answer, answer.statusCode());
            }
        }
        System.out.printf("%d of %d submissions were accepted.%n", accepted, BURST);
        assertThat(StatusChanges.count(postgres, "plan")).isEqualTo(accepted);
        await().atMost(ALL_SOLVED).until(() -> StatusChanges.count(postgres, "plan where ended is null") == 0);
        assertThat(StatusChanges.count(postgres, "plan where status = 'SOLVED' and attempt = 1"))
                .isEqualTo(accepted);
        assertThat(api.log()).doesNotContain("OutOfMemoryError");
        assertThat(api.isReady()).isTrue();
    }

    private static List<HttpResponse<String>> submitAtOnce(ServiceProcess api, String submission) throws Exception {
        var go = new CountDownLatch(1);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < BURST; caller++) {
                answers.add(callers.submit(() -> {
                    go.await();
                    return api.post("/api/v1/plans", submission);
                }));
            }
            go.countDown();
        }
        var all = new ArrayList<HttpResponse<String>>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
