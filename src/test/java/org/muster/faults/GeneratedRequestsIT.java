package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contract.Contract;
import org.muster.contract.GeneratedRequest;
import org.muster.contract.RawClient;
import org.muster.contract.RequestGenerator;
import org.muster.contract.World;
import org.muster.harness.Launch;
import org.muster.harness.Stage;

/**
 * Whatever is asked, the service answers, and answers what the description of its API says.
 *
 * <p>{@code -Dmuster.generated.requests=20000} asks more than a build does, {@code -Dmuster.generated.seed} something
 * else.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class GeneratedRequestsIT {

    private static final int REQUESTS = Integer.getInteger("muster.generated.requests", 600);
    private static final long SEED = Long.getLong("muster.generated.seed", 20220503);
    /** Requests delete and change what they ask about. */
    private static final int REQUESTS_OF_A_WORLD = 300;

    private static final int CALLERS = 3;

    private static final int KINDS_SHOWN = 30;
    private static final String NEXT = "GET /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @RegisterExtension
    private final Stage stage = new Stage();

    /** The first request of each kind of fault. */
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    @Test
    void areAnsweredAsDescribed(@TempDir Path folder) throws Exception {
        var service = stage.start(Launch.on(folder.resolve("postgres"))
                .with("muster.webhooks.allow-http=true", "muster.webhooks.allow-private-targets=true"));
        var client = new RawClient(service.port());
        var batches = IntStream.iterate(0, first -> first < REQUESTS, first -> first + REQUESTS_OF_A_WORLD)
                .mapToObj(first -> (Callable<Void>) () -> askOfAWorld(client, first))
                .toList();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var batch : callers.invokeAll(batches)) {
                batch.get();
            }
        }
        System.out.printf("%d generated requests of seed %d: %s%n", REQUESTS, SEED, statuses);
        assertThat(service.log()).doesNotContain("OutOfMemoryError");
        assertThat(List.copyOf(faults.values())).as("seed %d", SEED).isEmpty();
    }

    private @Nullable Void askOfAWorld(RawClient client, int first) throws IOException {
        var world = World.made(client, "w" + first);
        var generator = new RequestGenerator(Contract.committed(), world, SEED + first);
        for (int number = first; number < Math.min(REQUESTS, first + REQUESTS_OF_A_WORLD); number++) {
            ask(client, generator.request(number), number);
        }
        world.removeWebhooks();
        assertThat(client.send(NEXT).status()).isEqualTo(200);
        return null;
    }

    private void ask(RawClient client, GeneratedRequest request, int number) {
        List<String> found = new ArrayList<>();
        var answered = "nothing";
        try {
            var answer = client.send(request.bytes());
            statuses.merge(answer.status(), 1, Integer::sum);
            found.addAll(Contract.committed().faultsOf(answer));
            answered = answer.toString();
        } catch (IOException e) {
            found.add("no answer: " + e.getClass().getSimpleName());
        }
        if (!found.isEmpty() && faults.size() < KINDS_SHOWN) {
            var kind = request.operation() + " " + found.getFirst().replaceAll("\\d+", "#");
            faults.putIfAbsent(kind, "%n#%d %s%n-> %s%n%s%n".formatted(number, found, answered, request));
        }
    }
}
