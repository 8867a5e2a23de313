package org.muster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.problem.Problem;

/** What is too large is refused before memory is taken for it: everything here happens in a heap of 128 MB. */
class LargeInputTest {

    @TempDir
    private Path folder;

    @Test
    void readsOrRefusesEverythingInASmallHeap() throws Exception {
        var haidian = folder.resolve("haidian.json");
        write(SampleProblem.district(32_648, 1_000, 6_000, 7), haidian);
        assertThat(Files.size(haidian)).isGreaterThan(8L << 20);

        assertThat(linesOfSmallHeap(haidian))
                .containsExactly(
                        "good submission: accepted with 32648 cadres",
                        "200 MB of spaces: too large BYTES",
                        "200 MB that nobody asked for: too large BYTES",
                        "200 MB in a gzip bomb: too large BYTES",
                        "a text of 50 MB: too large TEXT_LENGTH",
                        "a number of 50 MB: too large TEXT_LENGTH",
                        "a million brackets: too large DEPTH",
                        "a million units: 1 faults, the last listed too-many at /problem/units",
                        "a million cadres: 1 faults, the last listed too-many at /problem/cadres",
                        "a million nulls: 50001 faults, the last listed wrong-type at /problem/demands/99",
                        "a million empty cadres: 100000 faults, the last listed missing at /problem/cadres/24/location",
                        "a million intervals of one cadre: "
                                + "1 faults, the last listed too-many at /problem/cadres/0/availability",
                        "a million intervals of many cadres: "
                                + "1 faults, the last listed too-many at /problem/cadres/4000/availability/0",
                        "a million tags: 1 faults, the last listed too-many at /problem/posts/0/tags",
                        "a million unknown fields: 100000 faults, the last listed unknown-field at /f99",
                        "a million unknown fields further down: too large UNKNOWN_FIELDS",
                        "a million weights: "
                                + "100000 faults, the last listed unknown-reference at /problem/weights/f99",
                        "a million limits by kind: "
                                + "1 faults, the last listed too-many at /problem/dutyRules/0/maxPerKind/f1000",
                        "three million ways: "
                                + "1 faults, the last listed too-many at /problem/travel/minutes/c20000/s");
    }

    private static void write(Problem problem, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("{\"problem\":".getBytes(StandardCharsets.UTF_8));
            new ProblemWriter().write(problem, out);
            out.write('}');
        }
    }

    private List<String> linesOfSmallHeap(Path submission) throws Exception {
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        SmallHeap.class.getName(),
                        submission.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(printed);
    }

    private static String classPath() {
        return Stream.of(SmallHeap.class, ProblemReader.class, JsonParser.class, NullMarked.class)
                .map(LargeInputTest::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Nobody knows where %s is.".formatted(type), e);
        }
    }
}
