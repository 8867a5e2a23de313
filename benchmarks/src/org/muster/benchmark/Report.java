package org.muster.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a table says, for people. */
final class Report {
    /** Above this load when a run began, something else ran too. */
    private static final double QUIET = 0.5;

    private final Table table;
    private final ChildProcess.Setting setting;
    private final Machine machine;
    private final List<RunResult> results;

    Report(Table table, ChildProcess.Setting setting, Machine machine, List<RunResult> results) {
        this.table = table;
        this.setting = setting;
        this.machine = machine;
        this.results = results;
    }

    /** The standings of each contest, in the order in which they were measured. */
    static List<List<Standing>> standings(List<RunResult> results) {
        var byContest = new LinkedHashMap<Contest, LinkedHashMap<Contender, List<RunResult>>>();
        for (var result : results) {
            var request = result.request();
            byContest
                    .computeIfAbsent(new Contest(request.instance(), request.seconds()), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(request.contender(), _ -> new ArrayList<>())
                    .add(result);
        }
        return byContest.entrySet().stream()
                .map(contest -> contest.getValue().entrySet().stream()
                        .map(entry -> new Standing(contest.getKey(), entry.getKey(), entry.getValue()))
                        .toList())
                .toList();
    }

    /** A share as a percentage; a dash for what is not defined. */
    static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** The report as Markdown. */
    String toMarkdown() {
        var text = new StringBuilder();
        text.append("# Benchmark: ").append(table.name()).append("\n\n");
        text.append("%s, %d cores; each run with %d processors and %s of heap on Java %s; commit %s. %s%n%n"
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        setting.processors(),
                        setting.heap(),
                        machine.java(),
                        machine.commit(),
                        quietness()));
        text.append("How to read it, and what makes two tables comparable: [README](../../README.md).\n");
        for (var contest : standings(results)) {
            append(contest, text);
        }
        appendIncidents(text);
        return text.toString();
    }

    private String quietness() {
        long busy = results.stream().filter(run -> run.load() > QUIET).count();
        double most = results.stream().mapToDouble(RunResult::load).max().orElse(0);
        return busy == 0
                ? "The machine was quiet."
                : String.format(
                        Locale.ROOT,
                        "**The machine was not quiet** when %d of %d runs began (load up to %.1f): these numbers show"
                                + " that the harness works, not how good anybody is.",
                        busy,
                        results.size(),
                        most);
    }

    private static void append(List<Standing> standings, StringBuilder text) {
        var contest = standings.getFirst().contest();
        var bound = standings.getFirst().median().bound();
        text.append("\n## %s%n%nBound: %s.%n%n".formatted(contest, bound == null ? "none" : bound));
        text.append("| contender | runs | medium | soft | gap, median | gap, worst | beside muster |"
                + " first schedule, s | heap, MB | memory, MB | moves/s |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        var muster = standings.stream()
                .filter(standing -> standing.contender() == Contender.MUSTER)
                .findFirst();
        for (var standing : standings) {
            var beside = standing.contender() == Contender.MUSTER
                    ? ""
                    : muster.map(ours -> ours.comparedWith(standing)).orElse("-");
            text.append(row(standing, beside));
        }
        text.append("%n![score over time](%s.png)%n".formatted(contest.fileName()));
    }

    private static String row(Standing standing, String beside) {
        var median = standing.median();
        var score = median.score();
        var first = standing.firstSeconds();
        var measured = median.measured();
        return "| %s%s | %d | %s | %s | %s | %s | %s | %s | %d | %d | %s |%n"
                .formatted(
                        standing.contender(),
                        standing.late() > 0 ? " (late)" : "",
                        standing.runs().size(),
                        score == null ? "-" : score.isFeasible() ? score.medium() : score.hard() + " hard",
                        score == null ? "-" : score.soft(),
                        percent(median.gap()),
                        percent(standing.worst().gap()),
                        beside,
                        first == null ? "-" : String.format(Locale.ROOT, "%.2f", first),
                        standing.peakHeapMegabytes(),
                        standing.peakMemoryMegabytes(),
                        measured == null || measured.movesPerSecond() == 0 ? "-" : measured.movesPerSecond());
    }

    /** Runs that went wrong in some way: they must not hide in a median. */
    private void appendIncidents(StringBuilder text) {
        var incidents = results.stream().flatMap(run -> incidents(run).stream()).toList();
        if (!incidents.isEmpty()) {
            text.append("\n## Incidents\n\n");
            incidents.forEach(incident -> text.append("- ").append(incident).append('\n'));
        }
    }

    private static List<String> incidents(RunResult run) {
        var found = new ArrayList<String>();
        switch (run.ending()) {
            case DONE -> {}
            case FAILED -> found.add("%s: the process failed; scratch holds its output.".formatted(run.request()));
            case KILLED -> found.add("%s: killed after more than twice its time.".formatted(run.request()));
        }
        if (run.score() != null && run.claimed() != null && !run.score().equals(run.claimed())) {
            found.add("%s: it last spoke of %s, the referee counts %s."
                    .formatted(run.request(), run.claimed(), run.score()));
        }
        return found;
    }
}
