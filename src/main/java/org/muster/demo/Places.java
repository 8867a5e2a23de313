package org.muster.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.muster.demo.BeijingNames.Subdistrict;
import org.muster.demo.DistrictProfile.Box;
import org.muster.problem.Community;
import org.muster.problem.Location;

/**
 * Where things are in a demo district: real names, made-up positions.
 *
 * <p>Subdistricts lie spread over the district, each far from the others; communities lie around the centre of their
 * subdistrict, homes and sites around the centre of their community.
 */
final class Places {
    private static final double DEGREES_PER_KM = 1 / 111.2;
    private static final int CANDIDATES = 30;
    private static final double KM_WITHIN_COMMUNITY = 0.2;
    private static final int NUMBERED_SUBDISTRICTS = 17;
    private static final int NUMBERED_COMMUNITIES = 10;

    private final Box box;
    private final List<Community> communities;
    private final Map<String, Location> centres;

    /**
     * @param centres of the communities' subdistricts, in the order in which they are to be listed
     */
    Places(Box box, List<Community> communities, Map<String, Location> centres) {
        this.box = box;
        this.communities = List.copyOf(communities);
        this.centres = Collections.unmodifiableMap(new LinkedHashMap<>(centres));
    }

    static Places of(DistrictProfile profile, long seed) {
        var seededRandom = new SeededRandom(seed, "places");
        var names = BeijingNames.find(profile.id()).orElseGet(() -> numbered(profile.nameZh()));
        var box = profile.box();
        var spread = spread(names.size(), box, seededRandom);
        var centres = new LinkedHashMap<String, Location>();
        var communities = new ArrayList<Community>();
        double spacing = Math.sqrt((box.north() - box.south()) * (box.east() - box.west()) / names.size());
        for (int i = 0; i < names.size(); i++) {
            var subdistrict = names.get(i);
            centres.put(subdistrict.name(), spread.get(i));
            for (var community : subdistrict.communities()) {
                communities.add(new Community(
                        "community-%03d".formatted(communities.size() + 1),
                        community,
                        subdistrict.name(),
                        around(spread.get(i), spacing / 3, box, seededRandom)));
            }
        }
        return new Places(box, communities, centres);
    }

    /** Stand-ins for names that are not at hand. */
    private static List<Subdistrict> numbered(String district) {
        return IntStream.rangeClosed(1, NUMBERED_SUBDISTRICTS)
                .mapToObj(number -> new Subdistrict(
                        "%s第%d街道".formatted(district, number),
                        IntStream.rangeClosed(1, NUMBERED_COMMUNITIES)
                                .mapToObj("第%d社区居委会"::formatted)
                                .toList()))
                .toList();
    }

    /**
     * Points of which each was the farthest from the points before it among a few.
     *
     * <p>Source: D. P. Mitchell, "Spectrally optimal sampling for distribution ray tracing", SIGGRAPH (1991).
     */
    private static List<Location> spread(int count, Box box, SeededRandom seededRandom) {
        var points = new ArrayList<Location>();
        while (points.size() < count) {
            var candidates = new ArrayList<Location>();
            for (int i = 0; i < CANDIDATES; i++) {
                candidates.add(box.inside(
                        seededRandom.between(box.south(), box.north()), seededRandom.between(box.west(), box.east())));
            }
            points.add(candidates.stream()
                    .max(Comparator.comparingDouble(candidate -> kilometresToNearest(points, candidate)))
                    .orElseThrow());
        }
        return points;
    }

    private static double kilometresToNearest(List<Location> points, Location candidate) {
        return points.stream().mapToDouble(candidate::kilometresTo).min().orElse(0);
    }

    private static Location around(Location centre, double degrees, Box box, SeededRandom seededRandom) {
        return box.inside(
                centre.lat() + degrees * seededRandom.gaussian(), centre.lon() + degrees * seededRandom.gaussian());
    }

    List<Community> communities() {
        return communities;
    }

    List<String> subdistricts() {
        return List.copyOf(centres.keySet());
    }

    /** A place in the community. */
    Location within(Community community, SeededRandom seededRandom) {
        return around(community.location(), KM_WITHIN_COMMUNITY * DEGREES_PER_KM, box, seededRandom);
    }

    /** The subdistrict and those nearest to it, {@code count} in all. */
    List<String> nearest(String subdistrict, int count) {
        var centre = centreOf(subdistrict);
        return centres.keySet().stream()
                .sorted(Comparator.comparingDouble(other -> centre.kilometresTo(centreOf(other))))
                .limit(count)
                .toList();
    }

    private Location centreOf(String subdistrict) {
        var centre = centres.get(subdistrict);
        if (centre == null) {
            throw new IllegalArgumentException("There is no subdistrict (%s).".formatted(subdistrict));
        }
        return centre;
    }
}
