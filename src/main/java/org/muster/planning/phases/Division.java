package org.muster.planning.phases;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.Location;
import org.muster.problem.index.ProblemIndex;

/**
 * Cuts a district into strips with about as many seats each, one for every searcher. The direction of the cut turns
 * from one division to the next, so that what lies on a border once lies inside later.
 */
final class Division {
    private static final int DIRECTIONS = 4;
    private static final int NOWHERE = -1;

    private final ProblemIndex index;
    private final int strips;
    private final double east;
    private final double north;
    /** For each site its strip. */
    private final int[] stripOfSite;
    /** Where each strip but the last one ends. */
    private final double[] end;

    private Division(ProblemIndex index, int strips, int turn) {
        this.index = index;
        this.strips = strips;
        double angle = Math.PI * (turn % DIRECTIONS) / DIRECTIONS;
        east = Math.cos(angle);
        north = Math.sin(angle);
        stripOfSite = new int[index.sites()];
        end = new double[strips];
        cut();
    }

    /**
     * Divides a schedule.
     *
     * @param turn counts the divisions made so far
     */
    static List<Scope> of(ScoreKeeper keeper, int strips, int turn) {
        return new Division(keeper.index(), strips, turn).scopes(keeper);
    }

    private void cut() {
        var seats = new int[index.sites()];
        for (int demand = 0; demand < index.demands(); demand++) {
            seats[index.siteOf(demand)] += index.demand(demand).max();
        }
        long all = IntStream.of(seats).asLongStream().sum();
        var sites = IntStream.range(0, index.sites())
                .boxed()
                .sorted(Comparator.comparingDouble(this::positionOfSite).thenComparingInt(site -> site))
                .toList();
        long before = 0;
        for (int site : sites) {
            int strip = (int) Math.min(strips - 1, before * strips / Math.max(1, all));
            stripOfSite[site] = strip;
            end[strip] = positionOfSite(site);
            before += seats[site];
        }
    }

    private List<Scope> scopes(ScoreKeeper keeper) {
        var scopes = Stream.generate(() -> new Scope(new BitSet(), new BitSet()))
                .limit(strips)
                .toList();
        for (int demand = 0; demand < index.demands(); demand++) {
            scopes.get(stripOfSite[index.siteOf(demand)]).demands().set(demand);
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            int strip = keeper.duties(cadre) == 0 ? stripOfHome(cadre) : stripOfDuties(keeper, cadre);
            if (strip != NOWHERE) {
                scopes.get(strip).cadres().set(cadre);
            }
        }
        return scopes;
    }

    /** The strip in which all duties of a cadre lie; a cadre who serves in several stays as is. */
    private int stripOfDuties(ScoreKeeper keeper, int cadre) {
        int strip = stripOfSite[index.siteOf(keeper.demandAt(cadre, 0))];
        for (int place = 1; place < keeper.duties(cadre); place++) {
            if (stripOfSite[index.siteOf(keeper.demandAt(cadre, place))] != strip) {
                return NOWHERE;
            }
        }
        return strip;
    }

    private int stripOfHome(int cadre) {
        double position = position(index.cadre(cadre).location());
        int strip = 0;
        while (strip < strips - 1 && position > end[strip]) {
            strip++;
        }
        return strip;
    }

    private double positionOfSite(int site) {
        return position(index.problem().sites().get(site).location());
    }

    private double position(Location location) {
        return east * location.lon() * Math.cos(Math.toRadians(location.lat())) + north * location.lat();
    }
}
