package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.ProblemIndex;

/**
 * Heads of demands as units that flow through cadres to the sink:
 *
 * <pre>demand -> cadre in a group of conflicting windows -> cadre -> (unit on its day) -> sink</pre>
 *
 * <p>A head that is left out flows straight to the sink. Only the most promising pairs of demand and cadre are arcs;
 * {@link #addCheaper} finds every other pair that would make the flow cheaper. A flow to which it adds none is the
 * cheapest over all pairs.
 *
 * <p>Left out are the unit ceilings where there are several days, rest between windows that do not always conflict, and
 * all goals about teams. Prices on duties can stand for them. Costs are in parts of a point, see {@link #scale}.
 */
public final class StaffingNetwork {
    private static final int NONE = -1;
    /** How many medium points outweigh: this many times the dearest duty. */
    private static final long COVER_FACTOR = 20;

    private static final long LARGEST_TOTAL = 1L << 60;

    private final ProblemIndex index;
    private final Draft standing;
    private final DutyCosts costs;
    private final FlowNetwork network = new FlowNetwork();
    private final NetworkSimplex simplex = new NetworkSimplex(network);
    private final int[] demands;
    private final HeadCosts[] heads;
    private final int[] nodeOfDemand;
    private final int[] nodeOfCadre;
    private final int[][] nodeOfSlot;
    private final int[] nodeOfUnit;
    private final int onlyDay;
    private final List<List<Integer>> sites;
    private final int[][] candidates;
    private final int[] candidateCount;
    private int[] demandOfArc = {};
    private int[] cadreOfArc = {};
    private long[] costOfArc = {};
    private int dutyArcs;
    private int[] networkArc = {};
    private long scale = 1;
    private long coverCost;

    /**
     * Makes a network without any pairs.
     *
     * @param standing duties that stand already
     * @param scope windows whose demands are staffed
     */
    public StaffingNetwork(ProblemIndex index, Draft standing, BitSet scope) {
        this.index = index;
        this.standing = standing;
        costs = new DutyCosts(index, standing, scope);
        demands = IntStream.range(0, index.demands()).filter(costs::isInScope).toArray();
        heads = new HeadCosts[index.demands()];
        for (int demand : demands) {
            heads[demand] = HeadCosts.of(index, demand, standing.heads(demand));
        }
        var days = scope.stream().map(index::day).distinct().toArray();
        onlyDay = days.length == 1 ? days[0] : NONE;
        nodeOfDemand = filled(index.demands());
        nodeOfCadre = filled(index.cadres());
        nodeOfUnit = filled(index.units());
        nodeOfSlot = new int[index.cadres()][];
        sites = demandsBySite();
        candidates = new int[index.demands()][];
        Arrays.fill(candidates, new int[0]);
        candidateCount = new int[index.demands()];
    }

    /** How many parts of cost a point has. */
    public long scale() {
        return scale;
    }

    /** What a weighted required head that is missing costs, in parts of a point. */
    public long coverCost() {
        return coverCost;
    }

    public DutyCosts costs() {
        return costs;
    }

    /** What leaving heads out costs; only for demands in scope. */
    public HeadCosts heads(int demand) {
        return heads[demand];
    }

    /** The demands in scope, ascending. Not to be changed. */
    public int[] demands() {
        return demands;
    }

    /** How many pairs of demand and cadre are arcs. They are numbered from 0 in the order of their adding. */
    public int pairs() {
        return dutyArcs;
    }

    public int demandOf(int pair) {
        return demandOfArc[pair];
    }

    public int cadreOf(int pair) {
        return cadreOfArc[pair];
    }

    public boolean isUsed(int pair) {
        return simplex.flow(networkArc[pair]) > 0;
    }

    /** Adds a price, in parts of a point, to the cost of a pair; it replaces the one before. */
    public void setPrice(int pair, long price) {
        network.setCost(networkArc[pair], costOfArc[pair] * scale + price);
    }

    /** The marginal cost of a head, in parts of a point. */
    public long priceOfHead(int demand) {
        return nodeOfDemand[demand] == NONE ? 0 : simplex.price(nodeOfDemand[demand]);
    }

    /** How much dearer than worth its while a duty would be; negative when it would make the flow cheaper. */
    public long reducedCost(int pair) {
        return network.cost(networkArc[pair])
                - simplex.price(network.tail(networkArc[pair]))
                + simplex.price(network.head(networkArc[pair]));
    }

    /** Weighted required heads that the flow leaves out. */
    public long missing() {
        long missing = 0;
        for (int demand : demands) {
            if (heads[demand].seats() > 0) {
                missing += (long) heads[demand].priority() * simplex.flow(network.wayOut(nodeOfDemand[demand]));
            }
        }
        return missing;
    }

    /** How often the flow's tree has changed: a measure of the work done that does not depend on the machine. */
    public long pivots() {
        return simplex.pivots();
    }

    /**
     * Adds for each demand the cadres who cost least, and makes the nodes.
     *
     * @param each how many beside twice as many as the demand has seats
     * @param mostScale how many parts of cost a point should have; fewer where sums would grow too large
     */
    public void addNearest(int each, long mostScale) {
        var found = new long[index.demands()][];
        forEachDemand((demand, costRow) -> found[demand] =
                Cheapest.of(costRow, index.cadres(), each + 2 * heads[demand].seats(), DutyCosts.BARRED));
        long dearest = 1;
        for (int demand : demands) {
            dearest = Math.max(dearest, heads[demand].idealCost());
            for (long packed : found[demand]) {
                dearest = Math.max(dearest, Math.abs(Cheapest.cost(packed)));
            }
        }
        setScale(dearest, mostScale);
        for (int demand : demands) {
            if (heads[demand].seats() > 0) {
                addDemandNode(demand);
                for (long packed : found[demand]) {
                    addPair(demand, Cheapest.cadre(packed), Cheapest.cost(packed));
                }
            }
        }
    }

    /** Makes the flow over the pairs so far as cheap as it can be; false when it was cancelled before. */
    public boolean solve(BooleanSupplier cancelled) {
        return simplex.solve(cancelled);
    }

    /**
     * Adds pairs that would make the flow cheaper, at most {@code each} for a demand.
     *
     * @param prices what pairs that are no arcs yet cost in addition; null for nothing
     * @return how many were added
     */
    public int addCheaper(int each, @Nullable PairPrices prices) {
        var found = new long[index.demands()][];
        forEachDemand((demand, row) -> found[demand] = cheaper(demand, row, each, prices));
        int added = 0;
        for (int demand : demands) {
            if (found[demand] != null) {
                for (long packed : found[demand]) {
                    int cadre = Cheapest.cadre(packed);
                    addPair(demand, cadre, costOf(demand, cadre));
                    added++;
                }
            }
        }
        return added;
    }

    /** Prices of pairs of demand and cadre. */
    public interface PairPrices {
        /** Adds to each cadre's cost, in parts of a point, what a duty on the demand costs in addition. */
        void addTo(int demand, long[] costs);
    }

    /** The duties of the flow beside those that stand. */
    public List<int[]> duties() {
        var duties = new ArrayList<int[]>();
        for (int pair = 0; pair < dutyArcs; pair++) {
            if (isUsed(pair)) {
                duties.add(new int[] {demandOfArc[pair], cadreOfArc[pair]});
            }
        }
        return duties;
    }

    private long[] cheaper(int demand, long[] row, int each, @Nullable PairPrices prices) {
        if (heads[demand].seats() == 0) {
            return new long[0];
        }
        for (int place = 0; place < candidateCount[demand]; place++) {
            row[candidates[demand][place]] = DutyCosts.BARRED;
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            row[cadre] = row[cadre] >= DutyCosts.BARRED ? DutyCosts.BARRED : row[cadre] * scale;
        }
        if (prices != null) {
            prices.addTo(demand, row);
        }
        long head = priceOfHead(demand);
        int window = index.windowOf(demand);
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            if (row[cadre] < DutyCosts.BARRED) {
                long reduced = row[cadre] - head + priceOfCadre(cadre, window);
                row[cadre] = reduced < 0 ? reduced : DutyCosts.BARRED;
            }
        }
        return Cheapest.of(row, index.cadres(), each, 0);
    }

    /** A cadre who is not in the network yet costs nothing to use, but for a place of the unit. */
    private long priceOfCadre(int cadre, int window) {
        var slots = nodeOfSlot[cadre];
        if (slots != null && slots[costs.groupsOf(cadre).of(window)] != NONE) {
            return simplex.price(slots[costs.groupsOf(cadre).of(window)]);
        }
        if (nodeOfCadre[cadre] != NONE) {
            return simplex.price(nodeOfCadre[cadre]);
        }
        int unit = nodeOfUnit[index.unitOf(cadre)];
        return unit == NONE || standing.servesOn(cadre, onlyDay) ? 0 : simplex.price(unit);
    }

    private long costOf(int demand, int cadre) {
        var row = new long[1];
        var cost = new long[1];
        costs.fillSite(index.siteOf(demand), cadre, cadre + 1, row);
        costs.fill(demand, cadre, cadre + 1, row, cost);
        return cost[0];
    }

    private void setScale(long dearest, long mostScale) {
        int highest = 1;
        long seats = 1;
        for (int demand : demands) {
            highest = Math.max(highest, heads[demand].priority());
            seats += heads[demand].seats();
        }
        long whole = COVER_FACTOR * dearest;
        scale = Math.clamp(LARGEST_TOTAL / seats / highest / whole, 1, mostScale);
        coverCost = whole * scale;
    }

    private void addDemandNode(int demand) {
        var left = heads[demand];
        int node = network.addNode(left.seats(), FlowNetwork.SINK, left.seats(), coverCost * left.priority());
        nodeOfDemand[demand] = node;
        if (left.ideal() > 0) {
            network.addArc(node, FlowNetwork.SINK, left.ideal(), left.idealCost() * scale);
        }
        if (left.over() > 0) {
            network.addArc(node, FlowNetwork.SINK, left.over(), left.overCost() * scale);
        }
    }

    private void addPair(int demand, int cadre, long cost) {
        if (costs.mostDuties(cadre) == 0) {
            return;
        }
        if (dutyArcs == demandOfArc.length) {
            int length = Math.max(1024, 2 * dutyArcs);
            demandOfArc = Arrays.copyOf(demandOfArc, length);
            cadreOfArc = Arrays.copyOf(cadreOfArc, length);
            costOfArc = Arrays.copyOf(costOfArc, length);
            networkArc = Arrays.copyOf(networkArc, length);
        }
        int slot = slotNode(cadre, costs.groupsOf(cadre).of(index.windowOf(demand)));
        demandOfArc[dutyArcs] = demand;
        cadreOfArc[dutyArcs] = cadre;
        costOfArc[dutyArcs] = cost;
        networkArc[dutyArcs] = network.addArc(nodeOfDemand[demand], slot, 1, cost * scale);
        dutyArcs++;
        if (candidateCount[demand] == candidates[demand].length) {
            candidates[demand] = Arrays.copyOf(candidates[demand], Math.max(16, 2 * candidateCount[demand]));
        }
        candidates[demand][candidateCount[demand]++] = cadre;
    }

    private int slotNode(int cadre, int group) {
        if (nodeOfCadre[cadre] == NONE) {
            addCadreNode(cadre);
        }
        if (costs.groupsOf(cadre).count() == 1) {
            return nodeOfCadre[cadre];
        }
        if (nodeOfSlot[cadre] == null) {
            nodeOfSlot[cadre] = filled(costs.groupsOf(cadre).count());
        }
        if (nodeOfSlot[cadre][group] == NONE) {
            nodeOfSlot[cadre][group] = network.addNode(0, nodeOfCadre[cadre], 1, 0);
        }
        return nodeOfSlot[cadre][group];
    }

    private void addCadreNode(int cadre) {
        int towards = onlyDay == NONE || standing.servesOn(cadre, onlyDay) ? FlowNetwork.SINK : unitNode(cadre);
        nodeOfCadre[cadre] = network.addNode(0, towards, 1, 0);
        for (int count = 2; count <= costs.mostDuties(cadre); count++) {
            network.addArc(nodeOfCadre[cadre], FlowNetwork.SINK, 1, costs.furtherCost(cadre, count) * scale);
        }
    }

    private int unitNode(int cadre) {
        int unit = index.unitOf(cadre);
        int room = standing.roomInUnit(unit, onlyDay);
        if (room >= index.cadres()) {
            return FlowNetwork.SINK;
        }
        if (nodeOfUnit[unit] == NONE) {
            nodeOfUnit[unit] = network.addNode(0, FlowNetwork.SINK, room, 0);
        }
        return nodeOfUnit[unit];
    }

    /** Something to do with a demand and what everybody would cost there. */
    private interface DemandTask {
        void run(int demand, long[] costRow);
    }

    /** Goes through the demands in parallel, those of a site one after the other. The row may be changed. */
    private void forEachDemand(DemandTask task) {
        IntStream.range(0, sites.size()).parallel().forEach(site -> {
            if (sites.get(site).isEmpty()) {
                return;
            }
            var siteRow = new long[index.cadres()];
            var row = new long[index.cadres()];
            costs.fillSite(site, 0, index.cadres(), siteRow);
            for (int demand : sites.get(site)) {
                costs.fill(demand, 0, index.cadres(), siteRow, row);
                task.run(demand, row);
            }
        });
    }

    private List<List<Integer>> demandsBySite() {
        var bySite = new ArrayList<List<Integer>>();
        for (int site = 0; site < index.sites(); site++) {
            bySite.add(new ArrayList<>());
        }
        for (int demand : demands) {
            bySite.get(index.siteOf(demand)).add(demand);
        }
        return bySite;
    }

    private static int[] filled(int length) {
        var numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
