package org.muster.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.BoundCalculator;
import org.muster.flow.FlowPlanner;
import org.muster.flow.TimeValues;
import org.muster.problem.index.ProblemIndex;

/** The main class of a child process that proves a bound, once for all contenders. */
public final class BoundRun {
    /** Far beyond what brings anything. */
    private static final int STEPS = 5_000;

    private BoundRun() {}

    /** @param words instance, rounds, seconds, folder to write to */
    public static void main(String[] words) throws IOException {
        var instance = new Instance(words[0], Integer.parseInt(words[1]));
        long end = System.nanoTime() + Duration.ofSeconds(Integer.parseInt(words[2])).toNanos();
        var file = fileIn(Path.of(words[3]));
        var index = ProblemIndex.of(instance.problem());
        BoundCalculator.calculate(
                index,
                TimeValues.of(index, () -> FlowPlanner.plan(index, () -> false).schedule(), () -> false)
                        .orElseThrow(),
                STEPS,
                bound -> write(file, bound),
                () -> System.nanoTime() - end > 0);
    }

    /** Each tighter bound replaces the one before, so that a process that is killed has not worked in vain. */
    private static void write(Path file, org.muster.bounds.Bound bound) {
        try {
            Files.writeString(file, bound.medium() + "," + bound.soft());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was proven; null when the process ended without an answer. */
    static @Nullable Bound read(Path folder) throws IOException {
        if (!Files.exists(fileIn(folder))) {
            return null;
        }
        var text = Files.readString(fileIn(folder));
        int comma = text.indexOf(',');
        return new Bound(Long.parseLong(text.substring(0, comma)), Long.parseLong(text.substring(comma + 1)));
    }

    private static Path fileIn(Path folder) {
        return folder.resolve("bound.csv");
    }
}
