package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Measures a table and writes it down: see {@code benchmarks/README.md}. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * @param words the name of a table, then what narrows it, see {@link Selection}
     * @throws IllegalStateException when a schedule beats its bound
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        if (words.length == 0) {
            throw new IllegalArgumentException("Which table? One of short, table, sizes.");
        }
        var selection = Selection.of(List.of(words).subList(1, words.length));
        measure(selection.from(Table.of(words[0])), selection.setting());
    }

    @SuppressWarnings("SystemOut") // a command-line tool tells how far it is
    private static void measure(Table table, ChildProcess.Setting setting) throws IOException, InterruptedException {
        var folder = ResultFolder.of(table.name());
        var results = folder.results();
        var machine = Machine.here();
        System.out.printf("The clocks of this table run for %d minutes.%n", Math.ceilDiv(table.seconds(), 60));
        var campaign = new Campaign(table, new ChildProcess(setting, ChildProcess.AROUND_THE_CLOCK), machine, results, folder.scratch());
        var done = campaign.run();
        Files.writeString(results.resolve("report.md"), new Report(table, setting, machine, done).toMarkdown());
        new Plots(results).draw(Report.standings(done));
        System.out.println("Written to " + results);
    }
}
