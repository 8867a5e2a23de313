package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.assertLater;
import static org.muster.harness.ServiceProcess.PATIENCE;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;

/** A retry is harmless, to whichever process it goes. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RetryIT {

    private static final int RETRIES = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void fiftyEqualSubmissionsToTwoProcessesAtOnceMakeOnePlan(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var doors = List.of(
                stage.start(Launch.on(postgres).api()),
                stage.start(Launch.on(postgres).api()));
        var submission = Submissions.endless("once", 2);
        var go = new CountDownLatch(1);
        var plans = new ArrayList<Future<String>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < RETRIES; caller++) {
                var door = doors.get(caller % doors.size());
                plans.add(callers.submit(() -> {
                    go.await();
                    return insist(door, submission);
                }));
            }
            go.countDown();
            for (var plan : plans) {
                assertThat(plan.get()).isEqualTo(plans.getFirst().get());
            }
        }
        assertThat(StatusChanges.count(postgres, "plan")).isEqualTo(1);
        assertThat(StatusChanges.count(postgres, "scheduled_tasks where task_name = 'turn'"))
                .isEqualTo(1);
    }

    /** Comes again for as long as the service asks for that. */
    private static String insist(ServiceProcess door, String submission) {
        return await().atMost(PATIENCE).until(() -> planOf(submit(door, submission)), plan -> !plan.isEmpty());
    }

    private static HttpResponse<String> submit(ServiceProcess door, String submission) throws Exception {
        return door.post("/api/v1/plans", submission, "Idempotency-Key", "one and only");
    }

    /** The plan of an answer; empty where the first request is still under way. */
    private static String planOf(HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() != 202) {
            assertLater(answer, 409);
            return "";
        }
        return JSON.readTree(answer.body()).get("id").asText();
    }
}
