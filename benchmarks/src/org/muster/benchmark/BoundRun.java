package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The main class of a child process that proves a bound, once for all contenders. */
public final class BoundRun {
    private BoundRun() {}

    /** @param words instance, rounds, seconds, folder to write to */
    public static void main(String[] words) throws IOException {
        var instance = new Instance(words[0], Integer.parseInt(words[1]));
        var limit = Duration.ofSeconds(Integer.parseInt(words[2]));
        var bound = prove(instance, limit);
        Files.writeString(fileIn(Path.of(words[3])), bound.medium() + "," + bound.soft());
    }

    private static Bound prove(Instance instance, Duration limit) {
        throw new UnsupportedOperationException("No bound of %s in %s.".formatted(instance, limit));
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
