package org.muster.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of real places, which lie beside this class; their README credits them. */
public final class RealPlaces {

    private RealPlaces() {}

    /**
     * The rows of a file below its header, each as its fields. No field is quoted, so that commas separate fields and
     * nothing else.
     */
    public static Stream<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(RealPlaces.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
