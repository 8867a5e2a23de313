package org.muster.bounds;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.muster.flow.ConflictGroups;
import org.muster.flow.Draft;
import org.muster.flow.DutyCosts;
import org.muster.flow.HeadCosts;
import org.muster.flow.StaffingNetwork;
import org.muster.problem.ProblemIndex;

/**
 * What every schedule costs at least, from any prices of heads.
 *
 * <p>Each demand pays a price for a head, each cadre takes the duties that pay best. What demands save by leaving
 * heads out and what cadres lose at those prices is a lower limit, whatever the prices are: so a rounding or an early
 * stop in the flow makes it weaker, never wrong. All pairs of demand and cadre are looked at here, not only the arcs of
 * the network. Where a cadre may serve twice a day only at one site, that is counted exactly, which no flow can.
 *
 * <p>Source: H. Everett, "Generalized Lagrange multiplier method", Operations Research 11 (1963).
 */
final class DualBound {
    private static final int BLOCK = 2048;

    private final ProblemIndex index;
    private final Draft standing;
    private final StaffingNetwork network;
    private final DutyCosts costs;
    private final int onlyDay;
    private final int[] demands;

    DualBound(ProblemIndex index, Draft standing, StaffingNetwork network) {
        this.index = index;
        this.standing = standing;
        this.network = network;
        costs = network.costs();
        demands = Arrays.stream(network.demands())
                .filter(demand -> network.heads(demand).seats() > 0)
                .boxed()
                .sorted((a, b) -> index.siteOf(a) != index.siteOf(b)
                        ? Integer.compare(index.siteOf(a), index.siteOf(b))
                        : Integer.compare(index.windowOf(a), index.windowOf(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        var days = Arrays.stream(demands)
                .map(demand -> index.day(index.windowOf(demand)))
                .distinct()
                .toArray();
        onlyDay = days.length == 1 ? days[0] : ProblemIndex.NONE;
    }

    /**
     * The least cost over all schedules of heads, duties and prices, in parts of a point; what stands is left out.
     *
     * @param headPrices by demand, in parts of a point
     */
    long evaluate(long[] headPrices, StaffingNetwork.PairPrices prices) {
        long total = leastOfHeads(headPrices, prices);
        var worth = new long[index.cadres()];
        IntStream.range(0, Math.ceilDiv(index.cadres(), BLOCK))
                .parallel()
                .forEach(block -> new Block(block * BLOCK, headPrices, prices).fill(worth));
        return total + leastOfCadres(worth);
    }

    private long leastOfHeads(long[] headPrices, StaffingNetwork.PairPrices prices) {
        long total = 0;
        for (int from = 0; from < demands.length; ) {
            int to = from + 1;
            while (to < demands.length && isOneTeam(demands[from], demands[to])) {
                to++;
            }
            total += leastOfTeam(from, to, headPrices, prices);
            from = to;
        }
        return total;
    }

    private boolean isOneTeam(int demand, int other) {
        return index.siteOf(demand) == index.siteOf(other) && index.windowOf(demand) == index.windowOf(other);
    }

    /** Heads join the team one after the other, those first that are dearest to leave out: the best number counts. */
    private long leastOfTeam(int from, int to, long[] headPrices, StaffingNetwork.PairPrices prices) {
        int seats = 0;
        for (int place = from; place < to; place++) {
            seats += network.heads(demands[place]).seats();
        }
        var joining = new long[seats];
        long cost = 0;
        int seat = 0;
        for (int place = from; place < to; place++) {
            var heads = network.heads(demands[place]);
            long price = headPrices[demands[place]];
            for (int head = 0; head < heads.seats(); head++) {
                long leftOut = costOfLeavingOut(heads, head);
                cost += leftOut;
                joining[seat++] = price - leftOut;
            }
        }
        Arrays.sort(joining);
        long least = cost + prices.beyondDuties(demands[from], 0);
        for (int heads = 1; heads <= seats; heads++) {
            cost += joining[heads - 1];
            least = Math.min(least, cost + prices.beyondDuties(demands[from], heads));
        }
        return least;
    }

    /** Of a demand's seats, the required ones come first, and those above the ideal last. */
    private long costOfLeavingOut(HeadCosts heads, int seat) {
        if (seat < heads.required()) {
            return network.coverCost() * heads.priority();
        }
        return network.scale() * (seat < heads.required() + heads.ideal() ? heads.idealCost() : heads.overCost());
    }

    /** With a single day, no more cadres of a unit serve than its ceiling allows. */
    private long leastOfCadres(long[] worth) {
        if (onlyDay == ProblemIndex.NONE) {
            return Arrays.stream(worth).sum();
        }
        long total = 0;
        var ofUnit = new int[index.units()];
        for (int cadre = 0; cadre < worth.length; cadre++) {
            if (standing.servesOn(cadre, onlyDay)) {
                total += worth[cadre];
            } else if (worth[cadre] < 0) {
                ofUnit[index.unitOf(cadre)]++;
            }
        }
        var byUnit = new long[index.units()][];
        Arrays.setAll(byUnit, unit -> new long[ofUnit[unit]]);
        for (int cadre = 0; cadre < worth.length; cadre++) {
            if (worth[cadre] < 0 && !standing.servesOn(cadre, onlyDay)) {
                int unit = index.unitOf(cadre);
                byUnit[unit][--ofUnit[unit]] = worth[cadre];
            }
        }
        for (int unit = 0; unit < byUnit.length; unit++) {
            Arrays.sort(byUnit[unit]);
            int room = Math.max(0, Math.min(byUnit[unit].length, standing.roomInUnit(unit, onlyDay)));
            total += Arrays.stream(byUnit[unit], 0, room).sum();
        }
        return total;
    }

    /** Some cadres in a row, each with the best duties found so far. */
    private final class Block {
        private final int from;
        private final int to;
        private final long[] headPrices;
        private final StaffingNetwork.PairPrices prices;
        private final long[][] best;
        private final long[][] bestAtSite;
        private final long[][] bestPair;
        private final boolean[] seenAtSite;

        Block(int from, long[] headPrices, StaffingNetwork.PairPrices prices) {
            this.from = from;
            this.headPrices = headPrices;
            this.prices = prices;
            to = Math.min(index.cadres(), from + BLOCK);
            best = new long[to - from][];
            bestAtSite = new long[to - from][];
            bestPair = new long[to - from][];
            seenAtSite = new boolean[to - from];
            for (int place = 0; place < best.length; place++) {
                int groups = costs.groupsOf(from + place).count();
                best[place] = new long[groups];
                bestAtSite[place] = groups > 1 ? new long[groups] : best[place];
                bestPair[place] = groups > 1 ? new long[groups] : best[place];
            }
        }

        void fill(long[] worth) {
            var siteRow = new long[to - from];
            var teamRow = new long[to - from];
            int site = ProblemIndex.NONE;
            int window = ProblemIndex.NONE;
            for (int demand : demands) {
                if (index.siteOf(demand) != site) {
                    closeSite();
                    site = index.siteOf(demand);
                    window = ProblemIndex.NONE;
                    costs.fillSite(site, from, to, siteRow);
                }
                if (index.windowOf(demand) != window) {
                    window = index.windowOf(demand);
                    for (int place = 0; place < siteRow.length; place++) {
                        teamRow[place] = siteRow[place] >= DutyCosts.BARRED
                                ? DutyCosts.BARRED
                                : siteRow[place] * network.scale();
                    }
                    prices.addTo(demand, from, to, teamRow);
                }
                look(demand, teamRow);
            }
            closeSite();
            for (int place = 0; place < best.length; place++) {
                worth[from + place] = worthOf(place);
            }
        }

        private void look(int demand, long[] teamRow) {
            var kindRow = costs.kindRow(index.dutyKindOf(demand));
            long scale = network.scale();
            long head = headPrices[demand];
            for (int place = 0; place < teamRow.length; place++) {
                long kindCost = kindRow[from + place];
                if (kindCost < DutyCosts.BARRED && teamRow[place] + kindCost * scale < head) {
                    meet(demand, place, teamRow[place] + kindCost * scale - head);
                }
            }
            for (int cadre : costs.publishedOn(demand)) {
                if (cadre >= from && cadre < to) {
                    if (costs.of(demand, cadre) < DutyCosts.BARRED) {
                        long kept = (kindRow[cadre] - costs.rewardForPublished()) * scale;
                        meet(demand, cadre - from, teamRow[cadre - from] + kept - head);
                    }
                }
            }
        }

        private void meet(int demand, int place, long reduced) {
            int cadre = from + place;
            if (reduced >= 0 || standing.clashes(cadre, demand)) {
                return;
            }
            int window = index.windowOf(demand);
            var groups = costs.groupsOf(cadre);
            int group = groups.of(window);
            best[place][group] = Math.min(best[place][group], reduced);
            if (groups.count() > 1 && groups.mayPair(window)) {
                bestAtSite[place][group] = Math.min(bestAtSite[place][group], reduced);
                seenAtSite[place] = true;
            }
        }

        /** Notes for each day what duties of several groups at this site are worth together. */
        private void closeSite() {
            for (int place = 0; place < seenAtSite.length; place++) {
                if (seenAtSite[place]) {
                    seenAtSite[place] = false;
                    var groups = costs.groupsOf(from + place);
                    for (int first = 0; first < groups.count(); ) {
                        int end = endOfDay(groups, first);
                        long sum = 0;
                        for (int group = first; group < end; group++) {
                            sum += bestAtSite[place][group];
                            bestAtSite[place][group] = 0;
                        }
                        bestPair[place][first] = Math.min(bestPair[place][first], sum);
                        first = end;
                    }
                }
            }
        }

        private static int endOfDay(ConflictGroups groups, int first) {
            int end = first + 1;
            while (end < groups.count() && groups.dayOf(end) == groups.dayOf(first)) {
                end++;
            }
            return end;
        }

        /** The worth of the best set of duties, 0 or less: duties one after the other, best first. */
        private long worthOf(int place) {
            var groups = costs.groupsOf(from + place);
            var gains = new long[groups.count()];
            for (int first = 0; first < groups.count(); ) {
                int end = endOfDay(groups, first);
                if (end - first == 2 && !groups.crossesSites()) {
                    long single = Math.min(best[place][first], best[place][first + 1]);
                    gains[first] = single;
                    gains[first + 1] = Math.min(0, bestPair[place][first] - single);
                } else {
                    System.arraycopy(best[place], first, gains, first, end - first);
                }
                first = end;
            }
            Arrays.sort(gains);
            long sum = 0;
            long least = 0;
            for (int count = 1; count <= Math.min(gains.length, costs.mostDuties(from + place)); count++) {
                sum += gains[count - 1] + costs.furtherCost(from + place, count) * network.scale();
                least = Math.min(least, sum);
            }
            return least;
        }
    }
}
