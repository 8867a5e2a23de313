package org.muster.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;

/** Puts a second district east of the first one, to have a problem larger than any district. */
final class Neighbours {
    private static final String SECOND = "east-";

    private final Problem east;
    private final double degrees;

    private Neighbours(Problem east, double degrees) {
        this.east = east;
        this.degrees = degrees;
    }

    /**
     * Joins two problems of the same rounds, windows, posts, skills and duty rules. What stands in the second one is
     * not taken over.
     *
     * @throws IllegalArgumentException when their rounds, windows, posts, skills or duty rules differ
     */
    static Problem join(Problem west, Problem east) {
        if (!west.windows().equals(east.windows())
                || !west.rounds().equals(east.rounds())
                || !west.posts().equals(east.posts())
                || !west.skills().equals(east.skills())
                || !west.dutyRules().equals(east.dutyRules())) {
            throw new IllegalArgumentException(
                    "The two problems differ in rounds, windows, posts, skills or duty rules. Maybe one has more rounds.");
        }
        double distance = longitudes(west).max(Double::compare).orElse(0.0)
                - longitudes(east).min(Double::compare).orElse(0.0);
        return new Neighbours(east, distance).beside(west);
    }

    private static Stream<Double> longitudes(Problem problem) {
        return Stream.concat(
                problem.sites().stream().map(site -> site.location().lon()),
                problem.cadres().stream().map(cadre -> cadre.location().lon()));
    }

    private Problem beside(Problem west) {
        return west.toBuilder()
                .communities(both(west.communities(), east.communities().stream().map(this::renamed)))
                .units(both(west.units(), east.units().stream().map(Neighbours::renamed)))
                .sites(both(west.sites(), east.sites().stream().map(this::renamed)))
                .demands(both(west.demands(), east.demands().stream().map(Neighbours::renamed)))
                .cadres(both(west.cadres(), east.cadres().stream().map(this::renamed)))
                .build();
    }

    private static <T> List<T> both(List<T> west, Stream<T> east) {
        var both = new ArrayList<>(west);
        east.forEach(both::add);
        return both;
    }

    private Community renamed(Community community) {
        return new Community(
                SECOND + community.id(),
                community.name(),
                SECOND + community.subdistrict(),
                moved(community.location()));
    }

    private static WorkUnit renamed(WorkUnit unit) {
        return new WorkUnit(
                SECOND + unit.id(),
                unit.name(),
                unit.staff(),
                unit.maxAway(),
                unit.maxAwayShare(),
                unit.subdistricts().stream().map(name -> SECOND + name).collect(Collectors.toSet()));
    }

    private Site renamed(Site site) {
        return new Site(
                SECOND + site.id(),
                site.name(),
                site.kind(),
                SECOND + site.community(),
                moved(site.location()),
                site.admits());
    }

    private static Demand renamed(Demand demand) {
        return new Demand(
                SECOND + demand.id(),
                SECOND + demand.site(),
                demand.window(),
                demand.post(),
                demand.min(),
                demand.ideal(),
                demand.max(),
                demand.priority(),
                demand.idealWeight(),
                demand.overWeight());
    }

    private Cadre renamed(Cadre cadre) {
        return People.like(
                        cadre,
                        SECOND + cadre.id(),
                        SECOND + cadre.unit(),
                        SECOND + cadre.homeCommunity(),
                        moved(cadre.location()))
                .confinedTo(renamed(cadre.confinedTo()))
                .lastSite(renamed(cadre.lastSite()))
                .build();
    }

    private static @Nullable String renamed(@Nullable String site) {
        return site == null ? null : SECOND + site;
    }

    private Location moved(Location location) {
        return new Location(location.lat(), location.lon() + degrees);
    }
}
