package org.muster.problem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.demo.DemoDistricts;
import org.muster.problem.Location;

class DistancesTest {
    private static final long SEED = 7;

    @Test
    void agreesWithTheHaversineFromAMetreToFiveHundredKilometres() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 100_000; round++) {
            var here = new Location(random.nextDouble(-89, 89), random.nextDouble(-179, 179));
            double reach = Math.pow(10, random.nextDouble(-5, 0.6));
            var there = new Location(
                    Math.clamp(here.lat() + reach * random.nextDouble(-1, 1), -90, 90),
                    here.lon() + Math.min(1, reach) * random.nextDouble(-1, 1));
            double kilometres = new Distances(List.of(here)).kilometres(0, new Distances(List.of(there)), 0);
            if (kilometres < Distances.FARTHEST_KM) {
                assertThat(kilometres)
                        .as("%s to %s, seed %d", here, there, SEED)
                        .isCloseTo(here.kilometresTo(there), within(Distances.INACCURACY_KM / 10));
            }
        }
    }

    @Test
    void knowsThatTheOtherSideOfTheEarthIsFar() {
        var here = new Distances(List.of(new Location(40, 116)));
        var there = new Distances(List.of(new Location(-40, -64)));
        assertThat(here.kilometres(0, there, 0)).isGreaterThan(Distances.FARTHEST_KM);
    }

    @Test
    void givesADistrictTheMinutesOfTheModel() {
        var problem = DemoDistricts.find("dongcheng").orElseThrow().problem(1, 1);
        var index = ProblemIndex.of(problem);
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int site = 0; site < index.sites(); site++) {
                assertThat(index.travel(cadre, site))
                        .isEqualTo(problem.travel()
                                .minutes(
                                        problem.cadres().get(cadre),
                                        problem.sites().get(site)));
            }
        }
    }
}
