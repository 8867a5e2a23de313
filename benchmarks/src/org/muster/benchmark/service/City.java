package org.muster.benchmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muster.benchmark.Machine;
import org.muster.benchmark.ResultFolder;
import org.muster.demo.DemoCity;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;
import org.muster.parts.PartRequest;

/** A city as one request, whose parts are solved side by side, beside its districts one after another. */
final class City {
    private static final int ROUNDS = 1;
    private static final int PERCENT = 100;
    private static final int SEED = 1;

    private final Order order;
    private final ResultFolder folder;

    /**
     * What came of it.
     *
     * @param whole the plan of the whole city, when it had ended
     * @param wholeWall from its submission to its end
     * @param parts the plans of the districts
     * @param partsWall from the submission of the first one to the end of the last one
     */
    record Result(int workers, JsonNode whole, Duration wholeWall, List<JsonNode> parts, Duration partsWall, double load) {}

    City(Order order, ResultFolder folder) {
        this.order = order;
        this.folder = folder;
    }

    List<Result> run() throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        for (int workers : order.workers()) {
            results.add(run(workers));
        }
        return results;
    }

    private Result run(int workers) throws IOException, InterruptedException {
        double load = Machine.load();
        try (var stage = new Stage()) {
            var database = Files.createTempDirectory(folder.scratch().toAbsolutePath(), "database-");
            var launch = Launch.on(stage.postgres(database)).fast().heap(order.heap());
            var api = stage.start(launch.api());
            for (int worker = 0; worker < workers; worker++) {
                stage.start(launch.worker());
            }
            return measure(api, workers, load);
        }
    }

    private Result measure(ServiceProcess api, int workers, double load) throws IOException {
        var districts = DemoCity.parts(order.plans(), ROUNDS, PERCENT, order.reservists(), SEED);
        var warming = new ArrayList<String>();
        for (int worker = 0; worker < 2 * workers; worker++) {
            warming.add(submit(api, districts.getFirst()));
        }
        warming.forEach(id -> awaitEnd(api, id));

        long begun = System.nanoTime();
        var whole = awaitEnd(api, api.submit(body(districts)));
        var wholeWall = Duration.ofNanos(System.nanoTime() - begun);

        begun = System.nanoTime();
        var parts = new ArrayList<JsonNode>();
        for (var district : districts) {
            parts.add(awaitEnd(api, submit(api, district)));
        }
        return new Result(workers, whole, wholeWall, parts, Duration.ofNanos(System.nanoTime() - begun), load);
    }

    private String submit(ServiceProcess api, PartRequest district) throws IOException {
        return api.submit(Submissions.of(district.id(), district.problem(), order.seconds()));
    }

    private String body(List<PartRequest> districts) {
        return districts.stream()
                .map(part -> "{\"id\": \"%s\", \"problem\": %s}"
                        .formatted(part.id(), Submissions.json(part.problem())))
                .collect(Collectors.joining(
                        ",",
                        "{\"name\": \"city\", \"options\": {\"timeLimit\": \"PT%dS\", \"seed\": 7}, \"parts\": ["
                                .formatted(order.seconds()),
                        "]}"));
    }

    private JsonNode awaitEnd(ServiceProcess api, String id) {
        return api.awaitEnd(id, ServiceProcess.PATIENCE.plusSeconds(10L * order.plans() * order.seconds()));
    }

    /** The results as Markdown. */
    String report(Machine machine, List<Result> results) {
        var text = new StringBuilder("# Benchmark: a city in one request\n\n");
        text.append("%s, %d cores; each process with %s of heap on Java %s; commit %s; load when the first run began %.1f.%n%n"
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        order.heap(),
                        machine.java(),
                        machine.commit(),
                        results.getFirst().load()));
        text.append("%d districts of the size of dongcheng, %d s each; %d people of a reserve of whom each is listed by three districts.%n%n"
                .formatted(order.plans(), order.seconds(), order.reservists()));
        text.append("| workers | parts | city, wall s | its districts one after another, wall s | ratio | city, score | city, bound | city, gap | districts, sum of soft scores |\n");
        text.append("|--:|--:|--:|--:|--:|---|---|--:|--:|\n");
        for (var result : results) {
            long soft = result.parts().stream()
                    .mapToLong(part -> part.get("score").get("soft").asLong())
                    .sum();
            text.append("| %d | %d | %.1f | %.1f | %.2f | %s | %s | %s | %d |%n"
                    .formatted(
                            result.workers(),
                            result.whole().get("parts").size(),
                            seconds(result.wholeWall()),
                            seconds(result.partsWall()),
                            seconds(result.partsWall()) / seconds(result.wholeWall()),
                            score(result.whole().get("score")),
                            score(result.whole().get("bound")),
                            result.whole().hasNonNull("gap")
                                    ? "%.2f %%".formatted(100 * result.whole().get("gap").asDouble())
                                    : "-",
                            soft));
        }
        return text.toString();
    }

    private static String score(JsonNode score) {
        return score.isObject()
                ? "%d/%d/%d".formatted(score.get("hard").asLong(), score.get("medium").asLong(), score.get("soft").asLong())
                : "-";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
