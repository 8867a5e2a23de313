package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muster.faults.Plans.scoreOf;
import static org.muster.harness.ServiceProcess.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.demo.DemoDistricts;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.persistence.embedded.ExternalPostgres;

/** What was accepted is solved, once, whoever dies meanwhile. */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledWorkersIT {

    private static final long SEED = 5;
    private static final int WORKERS = 3;
    private static final int PLANS = 50;
    private static final int SECONDS = 6;
    private static final Duration KILLING = Duration.ofMinutes(2);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);

    @RegisterExtension
    private final Stage stage = new Stage();

    private final Random dice = new Random(SEED);

    @Test
    void everyPlanEndsOnceAndIsNotWorseThanItWas(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        var changes = StatusChanges.notedIn(postgres);
        var workers = new ArrayList<ServiceProcess>();
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(stage.start(Launch.on(postgres).worker()));
        }
        var plans = submitAll(api);
        var seen = stage.added(new BestSeen(api));

        int killed = killForAWhile(postgres, workers);

        for (var id : plans) {
            var plan = api.awaitEnd(id);
            assertThat(plan.get("status").asText()).as("%s", plan).isEqualTo("SOLVED");
            assertThat(changes.of(id))
                    .as("changes of %s", id)
                    .endsWith("SOLVED")
                    .containsOnlyOnce("SOLVED");
            assertThat(scoreOf(plan)).as("%s", plan).isGreaterThanOrEqualTo(seen.of(id));
        }
        assertThat(StatusChanges.count(postgres, "plan where attempt <> lost_attempts + 1"))
                .isZero();
        await().atMost(PATIENCE)
                .until(() -> StatusChanges.count(postgres, "scheduled_tasks where task_name = 'turn'") == 0);
        long lost = StatusChanges.count(postgres, "plan where lost_attempts > 0");
        System.out.printf("Seed %d: %d workers were killed, %d plans lost theirs.%n", SEED, killed, lost);
        assertThat(lost).as("plans that lost a worker").isPositive();
    }

    private static List<String> submitAll(ServiceProcess api) throws Exception {
        var large = DemoDistricts.find("dongcheng").orElseThrow().problem(1, SEED);
        var submission = Submissions.of("dongcheng", large, SECONDS);
        var plans = new ArrayList<String>();
        for (int plan = 0; plan < PLANS; plan++) {
            plans.add(plan % 2 == 0 ? api.submit(submission) : api.submit(SECONDS));
        }
        return plans;
    }

    /**
     * Kills a worker every few seconds and starts another one in its place, for which it does not wait: a worker may
     * die while it starts, and none may be left for a while.
     */
    private int killForAWhile(ExternalPostgres postgres, List<ServiceProcess> workers) throws Exception {
        int killed = 0;
        for (long begun = System.nanoTime();
                System.nanoTime() - begun < KILLING.toNanos()
                        && StatusChanges.count(postgres, "plan where ended is null") > 0; ) {
            Thread.sleep(BETWEEN_KILLS);
            sparePlansThatWereLostTwice(postgres);
            int victim = dice.nextInt(workers.size());
            workers.get(victim).kill();
            killed++;
            workers.set(victim, stage.launch(Launch.on(postgres).worker()));
        }
        return killed;
    }

    /** A plan that is lost three times fails: that is another promise, see {@link PoisonIT}. */
    private static void sparePlansThatWereLostTwice(ExternalPostgres postgres) {
        await().atMost(PATIENCE)
                .until(() -> StatusChanges.count(postgres, "plan where lost_attempts >= 2 and ended is null") == 0);
    }
}
