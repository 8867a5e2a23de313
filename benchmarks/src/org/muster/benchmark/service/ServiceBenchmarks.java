package org.muster.benchmark.service;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.muster.benchmark.Machine;
import org.muster.benchmark.ResultFolder;

/** Measures the running service and writes it down: see {@code benchmarks/README.md}. */
public final class ServiceBenchmarks {

    private ServiceBenchmarks() {}

    /**
     * @param words what to measure, then what changes its size, see {@link Order}
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        var rest = words.length == 0 ? List.<String>of() : List.of(words).subList(1, words.length);
        switch (words.length == 0 ? "" : words[0]) {
            case "throughput" -> measureThroughput(Order.of(rest, 200, 5));
            case "city" -> measureCity(Order.of(rest, 16, 5));
            case "page" -> measurePage(Order.of(rest, 5, 60));
            default -> throw new IllegalArgumentException("What of the service? Maybe throughput, city, or page.");
        }
    }

    @SuppressWarnings("SystemOut") // a command-line tool tells how far it is
    private static void measureThroughput(Order order) throws IOException, InterruptedException {
        var folder = ResultFolder.of("throughput");
        System.out.printf("The solves of this table take some %d minutes.%n", Math.ceilDiv(order.leastSeconds(), 60));
        var runs = new Throughput(order, folder).run();
        var report = new ThroughputReport(order, Machine.here(), runs);
        Files.writeString(folder.results().resolve("report.md"), report.toMarkdown());
        System.out.println("Written to " + folder.results());
    }

    @SuppressWarnings("SystemOut")
    private static void measureCity(Order order) throws IOException, InterruptedException {
        var folder = ResultFolder.of("city");
        var city = new City(order, folder);
        var report = city.report(Machine.here(), city.run());
        Files.writeString(folder.results().resolve("report.md"), report);
        System.out.println(report);
    }

    @SuppressWarnings("SystemOut")
    private static void measurePage(Order order) throws IOException, InterruptedException {
        var folder = ResultFolder.of("page");
        var report = new PageSpeed(order, folder).run();
        Files.writeString(folder.results().resolve("report.md"), report);
        System.out.println(report);
    }
}
