package org.muster.benchmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muster.benchmark.Instance;
import org.muster.benchmark.Machine;
import org.muster.benchmark.ResultFolder;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;

/** Many equal plans for one worker, for two, for three: how many an hour, and how good they get. */
final class Throughput {
    private static final int ROUNDS = 1;

    private final Order order;
    private final ResultFolder folder;

    Throughput(Order order, ResultFolder folder) {
        this.order = order;
        this.folder = folder;
    }

    /** Measures each number of workers on a database of its own. Each run is written down as soon as it has ended. */
    List<ThroughputRun> run() throws IOException, InterruptedException {
        append("plans.csv", SolvedPlan.HEADER);
        append("runs.csv", ThroughputRun.HEADER);
        var runs = new ArrayList<ThroughputRun>();
        for (int workers : order.workers()) {
            var run = run(workers);
            runs.add(run);
            append("runs.csv", run.toCsv());
            for (var plan : run.plans()) {
                append("plans.csv", plan.toCsv(workers));
            }
        }
        return runs;
    }

    private ThroughputRun run(int count) throws IOException, InterruptedException {
        double load = Machine.load();
        try (var stage = new Stage()) {
            var database = Files.createTempDirectory(folder.scratch().toAbsolutePath(), "database-");
            var launch = Launch.on(stage.postgres(database)).fast().heap(order.heap()).with("muster.solver.save-interval=PT3S");
            var api = stage.start(launch.api());
            var workers = new ArrayList<ServiceProcess>();
            for (int worker = 0; worker < count; worker++) {
                workers.add(stage.start(launch.worker()));
            }
            return measure(api, workers, load);
        }
    }

    private ThroughputRun measure(ServiceProcess api, List<ServiceProcess> workers, double load) throws IOException {
        // The first solve of a process compiles what all others use: it is not on the clock.
        awaitAll(api, submitAll(api, 2 * workers.size(), order.seconds()));

        var before = processorTime(workers);
        var apiBefore = api.processorTime();
        long begun = System.nanoTime();
        var plans = awaitAll(api, submitAll(api, order.plans(), order.seconds()));
        var wall = Duration.ofNanos(System.nanoTime() - begun);
        return new ThroughputRun(
                workers.size(),
                wall,
                processorTime(workers).minus(before),
                api.processorTime().minus(apiBefore),
                load,
                plans.stream().map(SolvedPlan::of).toList());
    }

    private List<String> submitAll(ServiceProcess api, int plans, int seconds) throws IOException {
        var problem = Submissions.json(new Instance(order.instance(), ROUNDS).problem());
        var ids = new ArrayList<String>();
        for (int plan = 0; plan < plans; plan++) {
            ids.add(api.submit(Submissions.of("throughput", problem, seconds)));
        }
        return ids;
    }

    private List<JsonNode> awaitAll(ServiceProcess api, List<String> ids) {
        var patience = ServiceProcess.PATIENCE.plusSeconds(4L * ids.size() * order.seconds());
        return ids.stream().map(id -> api.awaitEnd(id, patience)).toList();
    }

    private static Duration processorTime(List<ServiceProcess> processes) {
        return processes.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private void append(String file, String line) throws IOException {
        Path path = folder.results().resolve(file);
        Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
