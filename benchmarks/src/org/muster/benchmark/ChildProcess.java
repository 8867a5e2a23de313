package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Java process like all others of a table: the same heap, processors and collector. */
final class ChildProcess {
    /** Starting Java and making the problem are not on the clock. */
    static final Duration AROUND_THE_CLOCK = Duration.ofSeconds(90);

    private final Setting setting;
    private final Duration aroundTheClock;

    /**
     * What is equal for all.
     *
     * @param heap as in {@code -Xmx}
     * @param processors how many it sees
     */
    record Setting(String heap, int processors) {}

    /** How a process ended. */
    enum Ending {
        /** It answered. */
        DONE,
        /** It ended with an error; its output says which. */
        FAILED,
        /** It was killed, for it had taken more than twice its time. */
        KILLED
    }

    /**
     * Prepares processes.
     *
     * @param aroundTheClock what each may take beside twice its time, {@link #AROUND_THE_CLOCK} or less
     */
    ChildProcess(Setting setting, Duration aroundTheClock) {
        this.setting = setting;
        this.aroundTheClock = aroundTheClock;
    }

    /** Runs a main class to its end, or kills it when it takes more than twice its time. */
    Ending run(Class<?> main, List<String> words, int seconds, Path output) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + setting.heap());
        command.add("-XX:ActiveProcessorCount=" + setting.processors());
        command.add("-XX:+UseParallelGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(words);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return endingOf(process, aroundTheClock.plusSeconds(2L * seconds));
    }

    private static Ending endingOf(Process process, Duration most) throws InterruptedException {
        try {
            if (process.waitFor(most)) {
                return process.exitValue() == 0 ? Ending.DONE : Ending.FAILED;
            }
            return Ending.KILLED;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
