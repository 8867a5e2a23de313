package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest list there may be is written and read, and hostile files are refused, in a heap of 500 MB. */
class LargeSheetTest {

    @TempDir
    private Path folder;

    @Test
    void readsAHundredThousandCadresInASmallHeap() throws Exception {
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx500m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeap.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(printed))
                .containsExactly(
                        "CSV: 100000 items, faults []",
                        "XLSX: 100000 items, faults []",
                        "bomb: 0 items, faults [too-large]",
                        "strings: 0 items, faults [too-large]");
    }
}
