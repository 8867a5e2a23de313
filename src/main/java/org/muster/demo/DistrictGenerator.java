package org.muster.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.problem.Demand;
import org.muster.problem.Problem;

/** Makes the problem of a district from its profile. The same profile, rounds and seed make the same problem. */
final class DistrictGenerator {
    private DistrictGenerator() {}

    static Problem problem(DistrictProfile profile, Days days, long seed) {
        var places = Places.of(profile, seed);
        var units = Units.of(profile, places, seed);
        var sites = Sites.of(profile, places, seed);
        return Problem.builder()
                .communities(places.communities())
                .units(units.stream().map(DemoUnit::unit).toList())
                .skills(DemoPost.SKILLS)
                .posts(Arrays.stream(DemoPost.values()).map(DemoPost::post).toList())
                .sites(sites.stream().map(DemoSite::site).toList())
                .rounds(days.rounds())
                .windows(days.windows())
                .demands(demands(profile, sites, days, seed))
                .cadres(People.of(units, places, sites, days, seed))
                .dutyRules(profile.hasLongDays(days) ? DutyRuleSets.ofLongDays(days) : DutyRuleSets.of(days))
                .build();
    }

    private static List<Demand> demands(DistrictProfile profile, List<DemoSite> sites, Days days, long seed) {
        var demands = new ArrayList<Demand>();
        for (var round : days.rounds()) {
            demands.addAll(Demands.of(round.id(), sites, profile.seats(), seed));
        }
        return demands;
    }
}
