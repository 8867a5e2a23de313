package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Where a table is written.
 *
 * @param results what is kept
 * @param scratch what may be deleted afterwards
 */
public record ResultFolder(Path results, Path scratch) {
    private static final Path RESULTS = Path.of("benchmarks", "results");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");

    /** Makes the folders of a table that is measured now. */
    public static ResultFolder of(String table) throws IOException {
        var name = "%s-%s".formatted(TIME.format(ZonedDateTime.now(ZoneId.systemDefault())), table);
        return new ResultFolder(
                Files.createDirectories(RESULTS.resolve(name)),
                Files.createDirectories(RESULTS.resolve("scratch").resolve(name)));
    }
}
