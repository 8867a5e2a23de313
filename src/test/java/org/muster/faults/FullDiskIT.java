package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muster.faults.Plans.assertLater;
import static org.muster.faults.Plans.assertSolved;
import static org.muster.harness.ServiceProcess.PATIENCE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A full disk harms nothing that is stored. The database lies on a small file system of its own, which only the service
 * and what it starts can see: it is mounted in a namespace, so that nobody needs to be root and nothing stays mounted.
 */
@Tag("long")
@Tag("embedded")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FullDiskIT {

    private static final List<String> ON_A_SMALL_DISK =
            List.of("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=160m tmpfs \"$0\" && exec \"$@\"");
    private static final byte[] BLOCK = new byte[1 << 16];

    @RegisterExtension
    private final Stage stage = new Stage();

    @TempDir
    private Path disk;

    @Test
    void whatIsStoredStaysAndWorkGoesOnOnceThereIsRoom() throws Exception {
        var within = new ArrayList<>(ON_A_SMALL_DISK);
        within.add(disk.toString());
        assumeTrue(
                new ProcessBuilder(concat(within, "true")).start().waitFor() == 0,
                "Nobody may mount a file system in a namespace of his own here (unshare -Urm).");
        var service = stage.start(Launch.on(disk.resolve("postgres")).within(within));
        var before = service.submit(1);
        var ended = service.awaitEnd(before);
        assertSolved(ended, 1);
        var id = service.submit(60);
        service.awaitSchedule(id);

        // The namespace of a process can be reached through its root.
        var filler = Path.of("/proc", Long.toString(service.pid()), "root" + disk, "filler");
        fill(filler);
        assertLater(awaitRefusal(service), 503);
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(service.get("/api/v1/plans/" + before).statusCode()).isIn(200, 503);
        assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);

        Files.delete(filler);
        service.awaitReady();

        await().atMost(PATIENCE).until(() -> submitLarge(service).statusCode() == 202);
        assertThat(service.plan(before)).isEqualTo(ended);
        assertSolved(service.awaitEnd(id), 1);
    }

    private static List<String> concat(List<String> words, String last) {
        var all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** Submits until there is no room for more. */
    private static HttpResponse<String> awaitRefusal(ServiceProcess service) {
        return await().atMost(PATIENCE).until(() -> submitLarge(service), answer -> answer.statusCode() != 202);
    }

    private static HttpResponse<String> submitLarge(ServiceProcess service) throws IOException {
        var problem = DemoDistricts.find("dongcheng").orElseThrow().problem(1, 1);
        return service.post("/api/v1/plans", Submissions.of("large", problem, 1));
    }
}
