package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/** Which demands belong together: those of one team, and those near each other in the same window. */
final class Neighbourhood {
    private static final int NEAR_SITES = 10;

    /** Each demand as often as it has seats. */
    private final int[][] seatsOfTeam;

    private final int[][] nearDemands;

    Neighbourhood(ScoreKeeper keeper) {
        var index = keeper.index();
        var seats = new ArrayList<IntStream.Builder>();
        for (int team = 0; team < keeper.teams(); team++) {
            seats.add(IntStream.builder());
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            for (int seat = 0; seat < index.demand(demand).max(); seat++) {
                seats.get(keeper.teamOf(demand)).add(demand);
            }
        }
        seatsOfTeam = seats.stream().map(team -> team.build().toArray()).toArray(int[][]::new);
        nearDemands = nearDemands(index);
    }

    /** Whether the team has a seat at all. */
    boolean hasSeats(int team) {
        return seatsOfTeam[team].length > 0;
    }

    /** The demand of any seat of a team that has one. */
    int anyDemandOf(int team, SplittableRandom random) {
        return seatsOfTeam[team][random.nextInt(seatsOfTeam[team].length)];
    }

    /** A demand of the same window at the same site or a near one; perhaps the same demand. */
    int anyNear(int demand, SplittableRandom random) {
        return nearDemands[demand][random.nextInt(nearDemands[demand].length)];
    }

    private static int[][] nearDemands(ProblemIndex index) {
        var demandsOfSite = new TreeMap<Integer, int[]>();
        for (int demand = 0; demand < index.demands(); demand++) {
            int each = demand;
            demandsOfSite.merge(
                    index.siteOf(demand),
                    new int[] {demand},
                    (others, _) -> IntStream.concat(Arrays.stream(others), IntStream.of(each))
                            .toArray());
        }
        var near = new int[index.demands()][];
        for (int site : demandsOfSite.keySet()) {
            var nearest =
                    nearestTo(site, demandsOfSite.navigableKeySet().stream().mapToInt(each -> each), index);
            for (int demand : demandsOfSite.getOrDefault(site, new int[0])) {
                near[demand] = Arrays.stream(nearest)
                        .flatMap(other -> Arrays.stream(demandsOfSite.getOrDefault(other, new int[0])))
                        .filter(other -> index.windowOf(other) == index.windowOf(demand))
                        .toArray();
            }
        }
        return near;
    }

    private static int[] nearestTo(int site, IntStream sites, ProblemIndex index) {
        record Distant(int site, double kilometres) {}
        var all = index.problem().sites();
        var from = all.get(site).location();
        return sites.mapToObj(other ->
                        new Distant(other, from.kilometresTo(all.get(other).location())))
                .sorted(Comparator.comparingDouble(Distant::kilometres).thenComparingInt(Distant::site))
                .limit(NEAR_SITES)
                .mapToInt(Distant::site)
                .toArray();
    }
}
