package org.muster.demo;

import java.util.ArrayList;
import java.util.List;
import org.muster.demo.SiteSize.Need;
import org.muster.problem.Demand;

/** Makes the demands of a round: what each site needs, with the heads shared out to the district's exact sum. */
final class Demands {
    /** How unlike the heads of two equal sites are: the standard deviation of their logarithm. */
    private static final double SPREAD_OF_HEADS = 0.3;

    /** More people come to be tested in the morning. */
    private static final double EARLY_WEIGHT = 1.1, LATER_WEIGHT = 0.9;

    private Demands() {}

    /** A post in a window that a site needs. */
    private record Wanted(DemoSite place, Need need) {}

    static List<Demand> of(String round, List<DemoSite> sites, int seats, long seed) {
        var seededRandom = new SeededRandom(seed, "demands " + round);
        var wanted = sites.stream()
                .flatMap(place -> place.size().needs().stream().map(need -> new Wanted(place, need)))
                .toList();
        var weights = wanted.stream()
                .mapToDouble(one -> weight(one.place().size(), one.need(), seededRandom))
                .toArray();
        var heads = Apportionment.of(seats, 1, weights);
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < heads.length; i++) {
            demands.add(demand(round, wanted.get(i).place(), wanted.get(i).need(), heads[i], seededRandom));
        }
        return demands;
    }

    private static double weight(SiteSize size, Need need, SeededRandom seededRandom) {
        return need.post().headsWeight()
                * size.scale()
                * (need.shift() == Shift.EARLY ? EARLY_WEIGHT : LATER_WEIGHT)
                * Math.exp(SPREAD_OF_HEADS * seededRandom.gaussian());
    }

    private static Demand demand(String round, DemoSite place, Need need, int max, SeededRandom seededRandom) {
        var post = need.post();
        var site = place.site().id();
        boolean flexible = (post == DemoPost.GUIDE || post == DemoPost.REGISTRAR)
                && max >= 3
                && seededRandom.chance(DemographicShares.FLEXIBLE_DEMANDS);
        boolean lastHeadIsWanted = !flexible || seededRandom.chance(DemographicShares.LAST_HEAD_WANTED);
        int priority = place.size() == SiteSize.LARGE ? post.priority() + 1 : post.priority();
        return new Demand(
                "%s-%s-%s-%s"
                        .formatted(site, round, need.shift().kind(), post.post().id()),
                site,
                need.shift().windowIn(round),
                post.post().id(),
                flexible ? max - 1 : max,
                lastHeadIsWanted ? max : max - 1,
                max,
                priority,
                1,
                1);
    }
}
