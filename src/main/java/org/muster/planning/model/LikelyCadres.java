package org.muster.planning.model;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.flow.TimeValues;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * For each demand the cadres who would serve it at the lowest cost: where every search looks first.
 *
 * <p>Where a flow has found prices of time, they count: a cadre who is needed more elsewhere is not likely here.
 * Otherwise the load that most cadres of the schedule will reach anyway counts the same for all, so that travel
 * decides.
 */
public final class LikelyCadres {
    /** How many a demand gets beside twice as many as it has seats, where values of time tell who is likely. */
    private static final int FEW = 60;
    /** The same where nothing does: the nearest are soon taken, and of one unit there should be a few. */
    private static final int MANY = 150;

    private static final int CADRE_BITS = 20;
    private static final long CADRE_MASK = (1L << CADRE_BITS) - 1;
    /** Above any cost; the sum of two, packed with a cadre, is still a number. */
    private static final long DEAREST = 1L << (Long.SIZE - CADRE_BITS - 4);
    /** So far above it that a desired duty does not bring it down. */
    private static final long BARRED = 2 * DEAREST;
    /** Up to so many costs of posts and windows are kept in mind. */
    private static final long MOST_ENTRIES = 24L << 20;

    private final ProblemIndex index;
    private final @Nullable TimeValues values;
    private final BooleanSupplier cancelled;
    private final int usualLoad;
    private final AtomicReferenceArray<long @Nullable []> kindRows;
    private final boolean keepsRows;
    private final int[][] cadres;
    /** The same, by unit. */
    private final int[][] byUnit;

    private LikelyCadres(ProblemIndex index, @Nullable TimeValues values, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
        this.values = values;
        usualLoad = usualLoad();
        kindRows = new AtomicReferenceArray<>(index.dutyKinds());
        keepsRows = (long) index.dutyKinds() * index.cadres() <= MOST_ENTRIES;
        cadres = new int[index.demands()][];
        byUnit = new int[index.demands()][];
    }

    /** Finds them for each demand, on all cores. */
    public static LikelyCadres of(ProblemIndex index, Optional<TimeValues> values) {
        return of(index, values, () -> false);
    }

    /**
     * The same, in as much time as there is.
     *
     * @param cancelled asked often; once it is true, the demands that are left get some who may serve, whatever they cost
     */
    public static LikelyCadres of(ProblemIndex index, Optional<TimeValues> values, BooleanSupplier cancelled) {
        var likely = new LikelyCadres(index, values.orElse(null), cancelled);
        var demandsOfSite = IntStream.range(0, index.sites())
                .mapToObj(_ -> IntStream.builder())
                .toList();
        for (int demand = 0; demand < index.demands(); demand++) {
            demandsOfSite.get(index.siteOf(demand)).add(demand);
        }
        IntStream.range(0, index.sites()).parallel().forEach(site -> {
            int[] demands = demandsOfSite.get(site).build().toArray();
            if (demands.length > 0 && !cancelled.getAsBoolean()) {
                likely.find(demands, likely.costsOfSite(site));
            } else {
                likely.takeAny(demands);
            }
        });
        return likely;
    }

    /** How many there are. */
    public int count(int demand) {
        return cadres[demand].length;
    }

    /** The cadre of a rank, from 0 for the cheapest. */
    public int cadre(int demand, int rank) {
        return cadres[demand][rank];
    }

    /** One of them who belongs to a unit, or {@link ProblemIndex#NONE}. */
    public int anyOf(int demand, int unit, SplittableRandom random) {
        int[] ordered = byUnit[demand];
        int begin = firstOf(ordered, unit);
        int end = begin;
        while (end < ordered.length && index.unitOf(ordered[end]) == unit) {
            end++;
        }
        return begin == end ? NONE : ordered[begin + random.nextInt(end - begin)];
    }

    private int firstOf(int[] ordered, int unit) {
        int low = 0;
        int high = ordered.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.unitOf(ordered[middle]) < unit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What the place costs each cadre. */
    private long[] costsOfSite(int site) {
        var costs = new long[index.cadres()];
        index.fillSiteCosts(site, 0, costs.length, BARRED, costs);
        for (int cadre = 0; cadre < costs.length; cadre++) {
            boolean isChange = index.lastSite(cadre) != NONE && index.lastSite(cadre) != site;
            if (isChange && costs[cadre] < BARRED) {
                costs[cadre] += index.weight(Rule.SAME_SITE);
            }
        }
        return costs;
    }

    private void find(int[] demands, long[] costsOfSite) {
        for (int demand : demands) {
            int most = (knowsValues(demand) ? FEW : MANY)
                    + 2 * index.demand(demand).max();
            if (cancelled.getAsBoolean()) {
                takeAny(new int[] {demand});
                continue;
            }
            var found = new long[4 * most];
            int count = find(demand, costsOfSite, most, found);
            keep(demand, cadresOf(Arrays.copyOf(found, count)));
        }
    }

    /** Some who may serve, from anywhere in the list: demands that ask for the same do not ask the same people. */
    private void takeAny(int[] demands) {
        for (int demand : demands) {
            var pool = index.pool(index.dutyKindOf(demand));
            int first = (int) ((long) index.cadres() * demand / index.demands());
            keep(
                    demand,
                    IntStream.concat(IntStream.range(first, index.cadres()), IntStream.range(0, first))
                            .filter(cadre -> pool.get(cadre) && index.mayServe(cadre, demand))
                            .limit(FEW + 2L * index.demand(demand).max())
                            .toArray());
        }
    }

    private void keep(int demand, int[] found) {
        cadres[demand] = found;
        byUnit[demand] = cadresOf(Arrays.stream(found)
                .mapToLong(cadre -> (long) index.unitOf(cadre) << CADRE_BITS | cadre)
                .sorted()
                .toArray());
    }

    /** Fills the start of {@code found} with costs and cadres, packed, in ascending order; returns how many. */
    private int find(int demand, long[] costsOfSite, int most, long[] found) {
        var costsOfKind = costsOfKind(index.dutyKindOf(demand));
        int count = 0;
        long limit = DEAREST;
        for (int cadre = 0; cadre < costsOfKind.length; cadre++) {
            long cost = costsOfSite[cadre] + costsOfKind[cadre];
            if (cost < limit) {
                found[count++] = cost << CADRE_BITS | cadre;
                if (count == found.length) {
                    Arrays.sort(found);
                    count = most;
                    limit = found[most - 1] >> CADRE_BITS;
                }
            }
        }
        Arrays.sort(found, 0, count);
        return Math.min(count, most);
    }

    private boolean knowsValues(int demand) {
        return values != null && values.knows(index.windowOf(demand));
    }

    /** What post and window cost each cadre, fairness included. */
    private long[] costsOfKind(int kind) {
        var costs = kindRows.get(kind);
        if (costs == null) {
            costs = computeCostsOfKind(kind);
            if (keepsRows) {
                kindRows.set(kind, costs);
            }
        }
        return costs;
    }

    private long[] computeCostsOfKind(int kind) {
        var costs = new long[index.cadres()];
        Arrays.fill(costs, BARRED);
        int window = index.windowOfKind(kind);
        var pool = index.pool(kind);
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            costs[cadre] = index.kindCost(cadre, kind) + valueOf(window, cadre);
        }
        return costs;
    }

    private long valueOf(int window, int cadre) {
        return values != null && values.knows(window)
                ? values.of(window, cadre)
                : index.fairnessCost(Math.max(usualLoad, index.baseHours(cadre)), index.hoursOf(window));
    }

    private static int[] cadresOf(long[] packed) {
        return Arrays.stream(packed).mapToInt(each -> (int) (each & CADRE_MASK)).toArray();
    }

    /** Hours of the last of those who would be called if only the load mattered. */
    private int usualLoad() {
        long seatsOfRound = index.seats() / Math.max(1, index.problem().rounds().size());
        int called = (int) Math.min(index.cadres(), Math.max(1, seatsOfRound));
        var loads = IntStream.range(0, index.cadres())
                .map(index::baseHours)
                .sorted()
                .toArray();
        return loads.length == 0 ? 0 : loads[called - 1];
    }
}
