package org.muster.benchmark.service;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.benchmark.Machine;
import org.muster.benchmark.Statistics;
import org.muster.schedule.Score;

/** What a measurement of throughput says, for people. */
final class ThroughputReport {
    /** Above this load when a run began, something else ran too. */
    private static final double QUIET = 0.5;

    private final Order order;
    private final Machine machine;
    private final List<ThroughputRun> runs;

    ThroughputReport(Order order, Machine machine, List<ThroughputRun> runs) {
        this.order = order;
        this.machine = machine;
        this.runs = List.copyOf(runs);
    }

    /** The report as Markdown. */
    String toMarkdown() {
        var text = new StringBuilder();
        text.append("# Benchmark: throughput\n\n");
        text.append("%s, %d cores; each process with %s of heap on Java %s; commit %s. %s%n%n"
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        order.heap(),
                        machine.java(),
                        machine.commit(),
                        quietness()));
        text.append("%d plans of %s, %d s each, submitted at once to one API process; one PostgreSQL. %s%n%n"
                .formatted(
                        order.plans(),
                        order.instance(),
                        order.seconds(),
                        "What is measured: [README](../../README.md)."));
        appendSpeed(text);
        appendQuality(text);
        return text.toString();
    }

    /** Loads of later runs hold what earlier ones left behind, so the first one counts. */
    private String quietness() {
        double load = runs.getFirst().load();
        return load <= QUIET
                ? "The machine was quiet."
                : String.format(
                        Locale.ROOT,
                        "**The machine was not quiet** when the first run began (load %.1f): these numbers show that"
                                + " the harness works, not how fast the service is.",
                        load);
    }

    private void appendSpeed(StringBuilder text) {
        text.append("| workers | plans an hour | beside the first run | wall, s | processor of workers, s | a plan, s |"
                + " cores busy | processor of API, s | waiting, median, s | waiting, longest, s |\n");
        text.append("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (var run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.2f | %.1f | %.1f | %.2f | %.2f | %.1f | %.1f | %.1f |%n",
                    run.workers(),
                    run.plansPerHour(),
                    run.plansPerHour() / runs.getFirst().plansPerHour(),
                    seconds(run.wall()),
                    seconds(run.workersCpu()),
                    seconds(run.workersCpu()) / run.plans().size(),
                    run.busyCores(),
                    seconds(run.apiCpu()),
                    seconds(median(run, SolvedPlan::waited)),
                    seconds(run.plans().stream()
                            .map(SolvedPlan::waited)
                            .max(Comparator.naturalOrder())
                            .orElseThrow())));
        }
    }

    private void appendQuality(StringBuilder text) {
        text.append("\n| workers | solved at the first attempt | solving, median, s | score, median | score, worst |"
                + " gap, median | gap, worst |\n");
        text.append("|--:|--:|--:|---|---|--:|--:|\n");
        for (var run : runs) {
            var scores = run.plans().stream()
                    .map(SolvedPlan::score)
                    .filter(Objects::nonNull)
                    .toList();
            var gaps = run.plans().stream()
                    .map(SolvedPlan::gap)
                    .filter(Objects::nonNull)
                    .toList();
            text.append("| %d | %d of %d | %.1f | %s | %s | %s | %s |%n"
                    .formatted(
                            run.workers(),
                            run.plans().stream().filter(SolvedPlan::wentWell).count(),
                            run.plans().size(),
                            seconds(median(run, SolvedPlan::took)),
                            scores.isEmpty() ? "-" : shown(Statistics.median(scores, Comparator.naturalOrder())),
                            scores.isEmpty() ? "-" : shown(Statistics.worst(scores, Comparator.naturalOrder())),
                            gaps.isEmpty() ? "-" : percent(Statistics.median(gaps, Comparator.reverseOrder())),
                            gaps.isEmpty() ? "-" : percent(Statistics.worst(gaps, Comparator.reverseOrder()))));
        }
    }

    private static Duration median(ThroughputRun run, Function<SolvedPlan, Duration> time) {
        return Statistics.median(run.plans().stream().map(time).toList(), Comparator.naturalOrder());
    }

    private static String shown(@Nullable Score score) {
        return String.valueOf(score);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
