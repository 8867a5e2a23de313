package org.muster.planning.phases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.problem.ProblemIndex;

/** Which demands lie near each other in the same window. */
final class Neighbourhood {
    private static final int NEAR_SITES = 10;

    private Neighbourhood() {}

    /** For each demand those of its window at the nearest sites, its own among them. */
    static int[][] nearDemands(ProblemIndex index) {
        var demandsOfSite = new int[index.sites()][];
        var bySite = IntStream.range(0, index.demands())
                .boxed()
                .collect(java.util.stream.Collectors.groupingBy(index::siteOf));
        bySite.forEach((site, demands) -> demandsOfSite[site] =
                demands.stream().mapToInt(Integer::intValue).toArray());
        var used = bySite.keySet().stream().sorted().toList();
        var near = new int[index.demands()][];
        for (int site : used) {
            var from = index.problem().sites().get(site).location();
            var nearest = used.stream()
                    .sorted(Comparator.comparingDouble((Integer other) -> from.kilometresTo(
                                    index.problem().sites().get(other).location()))
                            .thenComparingInt(other -> other))
                    .limit(NEAR_SITES)
                    .toList();
            for (int demand : demandsOfSite[site]) {
                near[demand] = nearest.stream()
                        .flatMapToInt(other -> Arrays.stream(demandsOfSite[other]))
                        .filter(other -> index.windowOf(other) == index.windowOf(demand))
                        .toArray();
            }
        }
        return near;
    }
}
