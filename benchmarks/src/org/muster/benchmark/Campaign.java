package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.schedule.Score;

/** Measures a table: one process after the other, each judged when it has ended. */
final class Campaign {
    private static final String TRACE_HEADER =
            "contender,instance,rounds,seed,seconds,millis,hard,medium,soft,boundMedium,boundSoft";

    private final Table table;
    private final ChildProcess process;
    private final Machine machine;
    private final Path results;
    private final Path scratch;
    private final List<RunResult> done = new ArrayList<>();
    private final HashMap<Instance, Bound> bounds = new HashMap<>();
    private int children;

    /**
     * @param results where tables are written
     * @param scratch for what children hand over; it may be deleted afterwards
     */
    Campaign(Table table, ChildProcess process, Machine machine, Path results, Path scratch) {
        this.table = table;
        this.process = process;
        this.machine = machine;
        this.results = results;
        this.scratch = scratch;
    }

    /**
     * Runs everything. Each run is written down as soon as it is judged.
     *
     * @throws IllegalStateException when a schedule beats its bound: one of the two is wrong
     */
    List<RunResult> run() throws IOException, InterruptedException {
        append("runs.csv", RunResult.HEADER);
        append("trace.csv", TRACE_HEADER);
        for (var contest : table.contests()) {
            run(contest);
        }
        return List.copyOf(done);
    }

    private void run(Contest contest) throws IOException, InterruptedException {
        var problem = contest.instance().problem();
        var bound = boundOf(contest.instance());
        Known known = null;
        for (var contender : table.contenders()) {
            for (var request : table.runs(contest, contender)) {
                var folder = newFolder();
                var result = run(request, problem, bound, known, folder);
                write(result);
                result.requirePossible();
                if (contender == Contender.MUSTER) {
                    known = Known.better(known, new Known(result, folder));
                }
            }
        }
    }

    /** A schedule that peers may learn from. */
    private record Known(RunResult result, RunFolder folder) {

        static @Nullable Known better(@Nullable Known one, Known other) {
            boolean helps = other.result().score() != null && other.result().score().isFeasible();
            if (!helps || (one != null && RunResult.BY_QUALITY.compare(one.result(), other.result()) >= 0)) {
                return one;
            }
            return other;
        }
    }

    private RunResult run(
            RunRequest request, Problem problem, @Nullable Bound bound, @Nullable Known known, RunFolder folder)
            throws IOException, InterruptedException {
        double load = Machine.load();
        var words = new ArrayList<>(request.toArguments());
        words.add(folder.path().toString());
        if (known != null) {
            words.add(known.folder().path().toString());
        }
        var ending = process.run(BenchmarkRun.class, words, request.seconds(), outputOf(folder));
        var schedule = folder.readSchedule();
        var trace = folder.readTrace();
        var score = schedule.assignments().isEmpty()
                ? null
                : Referee.evaluate(problem, schedule).score();
        var measured = folder.readMeasured();
        return new RunResult(
                request,
                ending,
                score,
                trace.isEmpty() ? null : trace.getLast().score(),
                bound,
                firstMillis(trace, score, measured, mediumOfNobody(problem)),
                measured,
                load,
                trace);
    }

    /** When a contender first said that it keeps every rule; where it never did, when it proved it by its answer. */
    private static @Nullable Long firstMillis(
            List<Trace.Point> trace, @Nullable Score score, RunFolder.@Nullable Measured measured, long nobody) {
        for (var point : trace) {
            if (point.score().isFeasible() && point.score().medium() > nobody) {
                return point.millis();
            }
        }
        return score != null && score.isFeasible() && measured != null ? measured.millis() : null;
    }

    /** The cover when nobody serves: a schedule that says no more is not a first one. */
    private static long mediumOfNobody(Problem problem) {
        return -problem.demands().stream()
                .mapToLong(demand -> (long) demand.priority() * demand.min())
                .sum();
    }

    private @Nullable Bound boundOf(Instance instance) throws IOException, InterruptedException {
        var known = bounds.get(instance);
        if (known != null) {
            return known;
        }
        var folder = newFolder();
        var words = List.of(
                instance.name(),
                Integer.toString(instance.rounds()),
                Integer.toString(table.boundSeconds()),
                folder.path().toString());
        process.run(BoundRun.class, words, table.boundSeconds(), outputOf(folder));
        var bound = BoundRun.read(folder.path());
        if (bound != null) {
            bounds.put(instance, bound);
        }
        say("%s: the bound is %s".formatted(instance, bound == null ? "unknown, see " + outputOf(folder) : bound));
        return bound;
    }

    private void write(RunResult result) throws IOException {
        done.add(result);
        append("runs.csv", result.toCsv(machine));
        var request = result.request();
        for (var point : result.trace()) {
            append(
                    "trace.csv",
                    Csv.line(
                            request.contender(),
                            request.instance().name(),
                            request.instance().rounds(),
                            request.seed(),
                            request.seconds(),
                            point.millis(),
                            point.score().hard(),
                            point.score().medium(),
                            point.score().soft(),
                            point.bound() == null ? null : point.bound().medium(),
                            point.bound() == null ? null : point.bound().soft()));
        }
        say("%s: %s, gap %s".formatted(request, described(result.score()), Report.percent(result.gap())));
    }

    private static String described(@Nullable Score score) {
        return score == null ? "no schedule" : score.toString();
    }

    private RunFolder newFolder() throws IOException {
        children++;
        return new RunFolder(Files.createDirectories(scratch.resolve("%04d".formatted(children))));
    }

    private static Path outputOf(RunFolder folder) {
        return folder.path().resolve("output.txt");
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(
                results.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @SuppressWarnings("SystemOut") // a command-line tool tells how far it is
    private static void say(String line) {
        System.out.println(line);
    }
}
