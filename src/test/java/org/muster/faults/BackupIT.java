package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.faults.Plans.assertSolved;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/**
 * A backup is enough. It is a copy of the data directory of the stopped service: the programs of PostgreSQL that come
 * along have no pg_dump.
 */
@Tag("long")
@Tag("embedded")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BackupIT {

    private static final String DISTRICT = "/api/v1/districts/kept";

    @RegisterExtension
    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    @Test
    void everythingIsThereAfterItIsRestored() throws Exception {
        var data = folder.resolve("postgres");
        var service = stage.start(Launch.on(data));
        assertThat(service.post("/api/v1/demo-problems/dongcheng/district?as=kept", "{}")
                        .statusCode())
                .isEqualTo(201);
        var planned = service.post(DISTRICT + "/rounds/" + firstRound(service) + "/plans", """
                {"options": {"timeLimit": "PT3S"}}""");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(202);
        var plan = service.json("/api/v1/plans").get("plans").get(0).get("id").asText();
        assertSolved(service.awaitEnd(plan), 1);
        assertThat(service.post(DISTRICT + "/plans/" + plan + "/publication", "{}")
                        .statusCode())
                .isBetween(200, 201);
        var alone = service.submit(1);
        assertSolved(service.awaitEnd(alone), 1);
        var everything = everything(service, plan, alone);
        assertThat(service.terminate()).isTrue();

        run("cp", "-a", data.toString(), folder.resolve("backup").toString());
        run("rm", "-r", data.toString());
        var empty = stage.start(Launch.on(data));
        assertThat(empty.json("/api/v1/plans").get("plans")).isEmpty();
        assertThat(empty.terminate()).isTrue();
        run("rm", "-r", data.toString());
        run("cp", "-a", folder.resolve("backup").toString(), data.toString());

        var restored = stage.start(Launch.on(data));
        assertThat(everything(restored, plan, alone)).isEqualTo(everything);
        assertSolved(restored.awaitEnd(restored.submit(1)), 1);
    }

    private static String firstRound(ServiceProcess service) throws IOException {
        return service.json(DISTRICT + "/rounds").get("items").get(0).get("id").asText();
    }

    /** What a caller can see, address by address. */
    private static Map<String, String> everything(ServiceProcess service, String... plans) throws IOException {
        var seen = new LinkedHashMap<String, String>();
        var addresses = new ArrayList<>(List.of(
                "/api/v1/plans",
                "/api/v1/districts",
                DISTRICT,
                DISTRICT + "/audit",
                DISTRICT + "/cadres",
                DISTRICT + "/sites",
                DISTRICT + "/units",
                DISTRICT + "/demands",
                DISTRICT + "/windows",
                DISTRICT + "/rounds",
                DISTRICT + "/publications"));
        for (var plan : plans) {
            for (var part : List.of("", "/problem", "/schedule", "/evaluation")) {
                addresses.add("/api/v1/plans/" + plan + part);
            }
        }
        for (var address : addresses) {
            var answer = service.get(address);
            assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(200);
            seen.put(address, answer.body());
        }
        return seen;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
