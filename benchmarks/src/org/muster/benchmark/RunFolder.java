package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/** What a child process hands over to its parent: a schedule, a trace, and what was measured inside. */
final class RunFolder {
    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /**
     * What only the process itself knows.
     *
     * @param millis how long it took to answer
     * @param peakHeapBytes sum of the peaks of all heap pools
     * @param peakMemoryKilobytes the most memory that the process held, native memory included
     */
    record Measured(
            long millis, long movesPerSecond, int threads, long heapBytes, long peakHeapBytes, long peakMemoryKilobytes) {}

    void writeSchedule(Schedule schedule) throws IOException {
        var lines = new ArrayList<String>();
        schedule.assignments().forEach(assignment -> lines.add(assignment.demand() + "," + assignment.cadre()));
        Files.write(scheduleFile(), lines);
    }

    /** The schedule; empty where none was written. */
    Schedule readSchedule() throws IOException {
        if (!Files.exists(scheduleFile())) {
            return Schedule.EMPTY;
        }
        var assignments = new ArrayList<Assignment>();
        for (var line : Files.readAllLines(scheduleFile())) {
            int comma = line.indexOf(',');
            assignments.add(new Assignment(line.substring(0, comma), line.substring(comma + 1), false));
        }
        return new Schedule(assignments);
    }

    private Path scheduleFile() {
        return folder.resolve("schedule.csv");
    }

    void writeTrace(List<Trace.Point> points) throws IOException {
        Files.write(
                folder.resolve("trace.csv"),
                points.stream()
                        .map(point -> "%d,%d,%d,%d%s"
                                .formatted(
                                        point.millis(),
                                        point.score().hard(),
                                        point.score().medium(),
                                        point.score().soft(),
                                        wordsOf(point.bound())))
                        .toList());
    }

    private static String wordsOf(@Nullable Bound bound) {
        return bound == null ? "" : ",%d,%d".formatted(bound.medium(), bound.soft());
    }

    /** The trace; empty where none was written. */
    List<Trace.Point> readTrace() throws IOException {
        var file = folder.resolve("trace.csv");
        var points = new ArrayList<Trace.Point>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                points.add(point(line.split(",", -1)));
            }
        }
        return points;
    }

    private static Trace.Point point(String[] words) {
        return new Trace.Point(
                Long.parseLong(words[0]),
                new Score(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])),
                words.length == 4 ? null : new Bound(Long.parseLong(words[4]), Long.parseLong(words[5])));
    }

    void writeMeasured(Measured measured) throws IOException {
        var properties = new Properties();
        properties.setProperty("millis", Long.toString(measured.millis()));
        properties.setProperty("movesPerSecond", Long.toString(measured.movesPerSecond()));
        properties.setProperty("threads", Integer.toString(measured.threads()));
        properties.setProperty("heapBytes", Long.toString(measured.heapBytes()));
        properties.setProperty("peakHeapBytes", Long.toString(measured.peakHeapBytes()));
        properties.setProperty("peakMemoryKilobytes", Long.toString(measured.peakMemoryKilobytes()));
        try (var out = Files.newBufferedWriter(measuredFile())) {
            properties.store(out, null);
        }
    }

    /** Null where nothing was written, for the process died. */
    @Nullable
    Measured readMeasured() throws IOException {
        if (!Files.exists(measuredFile())) {
            return null;
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(measuredFile())) {
            properties.load(in);
        }
        return new Measured(
                number(properties, "millis"),
                number(properties, "movesPerSecond"),
                (int) number(properties, "threads"),
                number(properties, "heapBytes"),
                number(properties, "peakHeapBytes"),
                number(properties, "peakMemoryKilobytes"));
    }

    private Path measuredFile() {
        return folder.resolve("measured.properties");
    }

    private static long number(Properties properties, String key) {
        var value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("The run did not measure (%s).".formatted(key));
        }
        return Long.parseLong(value);
    }
}
