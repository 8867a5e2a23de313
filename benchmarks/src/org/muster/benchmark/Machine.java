package org.muster.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a table was measured.
 *
 * @param cpu the model's name
 * @param cores that the machine has
 * @param java the version that runs contenders
 * @param commit of the working tree; with a {@code +} when files had been changed
 */
public record Machine(String cpu, int cores, String java, String commit) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public static Machine here() throws IOException, InterruptedException {
        var changed = git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+";
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                git("rev-parse", "--short", "HEAD") + changed);
    }

    /** How many processes wanted a processor during the last minute; negative where that is unknown. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String cpuModel() throws IOException {
        if (!Files.exists(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String git(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("git");
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? answer : "unknown";
    }
}
