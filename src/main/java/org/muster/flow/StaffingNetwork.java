package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.problem.index.ProblemIndex;

/**
 * Heads of demands as units that flow through cadres to the sink:
 *
 * <pre>demand -> cadre in a group of conflicting windows -> (day of the cadre) -> cadre -> (unit on its day) -> sink</pre>
 *
 * <p>A head that is left out flows straight to the sink. Only the most promising pairs of demand and cadre are arcs;
 * {@link #addCheaper} finds every other pair that would make the flow cheaper. A flow to which it adds none is the
 * cheapest over all pairs.
 *
 * <p>Left out are the unit ceilings where there are several days, rest between windows that do not always conflict, and
 * all goals about teams. Prices on duties can stand for them. Costs are in parts of a point, see {@link #scale}.
 *
 * <p>How to read it: {@link #cheapest} is the whole method, three lines. {@link #addNearest} makes the nodes of
 * demands and the first arcs, {@link #solveOverAllPairs} takes turns between the simplex and {@link #addCheaper},
 * which prices all pairs. {@link #addPair} makes the nodes of a cadre on the way: slot, day, cadre, unit. {@link
 * #priceOfTime} and {@link #priceOfHead} read the dual prices, from which reduced costs are made in {@link #cheaper}.
 */
public final class StaffingNetwork {
    private static final int NONE = -1;
    private static final long[] NOTHING = {};
    /** How many pairs of a demand are arcs at first beside twice as many as it has seats, and are added at a time. */
    static final int NEAREST = 60, CHEAPER = 40;

    /** How many medium points outweigh: this many times the dearest duty. */
    private static final long COVER_FACTOR = 20;

    private static final long LARGEST_TOTAL = 1L << 60;

    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final DutyCosts costs;
    private final FlowNetwork network = new FlowNetwork();
    private final NetworkSimplex simplex = new NetworkSimplex(network);
    private final int[] demands;
    private final HeadCosts[] heads;
    private final int[] nodeOfDemand;
    private final int[] nodeOfCadre;
    private final int[][] nodeOfSlot;
    private final int[][] nodeOfDay;
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
     * @param days how many of these duties a cadre may have on a day
     */
    private StaffingNetwork(ProblemIndex index, PartialSchedule standing, BitSet scope, DutyCosts.Days days) {
        this.index = index;
        this.standing = standing;
        costs = new DutyCosts(index, standing, scope, days);
        demands = IntStream.range(0, index.demands()).filter(costs::isInScope).toArray();
        heads = new HeadCosts[index.demands()];
        for (int demand : demands) {
            heads[demand] = HeadCosts.of(index, demand, standing.heads(demand));
        }
        var dates = scope.stream().map(index::day).distinct().toArray();
        onlyDay = dates.length == 1 ? dates[0] : NONE;
        nodeOfDemand = filled(index.demands());
        nodeOfCadre = filled(index.cadres());
        nodeOfUnit = filled(index.units());
        nodeOfSlot = new int[index.cadres()][];
        nodeOfDay = new int[index.cadres()][];
        sites = demandsBySite();
        candidates = new int[index.demands()][];
        Arrays.fill(candidates, new int[0]);
        candidateCount = new int[index.demands()];
    }

    /**
     * Makes the cheapest flow over all pairs, or the cheapest so far when it is cancelled.
     *
     * @param mostScale how many parts of cost a point should have; fewer where sums would grow too large
     */
    static StaffingNetwork cheapest(
            ProblemIndex index,
            PartialSchedule standing,
            BitSet scope,
            DutyCosts.Days days,
            long mostScale,
            BooleanSupplier cancelled) {
        var network = new StaffingNetwork(index, standing, scope, days);
        network.addNearest(NEAREST, mostScale);
        network.solveOverAllPairs(CHEAPER, cancelled);
        return network;
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

    /** Whether nobody could have two duties on a day: a network that allows one only would be the same. */
    boolean hasOneDutyADay() {
        return IntStream.range(0, index.cadres())
                .mapToObj(costs::groupsOf)
                .distinct()
                .allMatch(ConflictGroups::hasOneDutyADay);
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

    /** What one more of a unit's people away would be worth where the scope is one day, in parts of a point. */
    long priceOfAbsence(int unit) {
        return nodeOfUnit[unit] == NONE ? 0 : simplex.price(nodeOfUnit[unit]);
    }

    /** The marginal cost of a head, in parts of a point. */
    public long priceOfHead(int demand) {
        return nodeOfDemand[demand] == NONE ? 0 : simplex.price(nodeOfDemand[demand]);
    }

    /**
     * Adds for each demand the cadres who cost least, and makes the nodes.
     *
     * @param each how many beside twice as many as the demand has seats
     * @param mostScale how many parts of cost a point should have; fewer where sums would grow too large
     */
    private void addNearest(int each, long mostScale) {
        var found = new long[index.demands()][];
        forEachSite((site, siteRow) -> {
            var row = new long[index.cadres()];
            for (int demand : sites.get(site)) {
                costs.fill(demand, 0, index.cadres(), siteRow, row);
                found[demand] = nearest(row, each + 2 * heads[demand].seats());
            }
        });
        long dearest = 1;
        for (int demand : demands) {
            dearest = Math.max(dearest, heads[demand].idealCost());
            for (long packed : found[demand]) {
                dearest = Math.max(dearest, Math.abs(TopK.cost(packed)));
            }
        }
        setScale(dearest, mostScale);
        for (int demand : demands) {
            if (heads[demand].seats() > 0) {
                addDemandNode(demand);
                for (long packed : found[demand]) {
                    addPair(demand, TopK.cadre(packed), TopK.cost(packed));
                }
                addPublished(demand);
            }
        }
    }

    /** Makes the flow over the pairs so far as cheap as it can be; false when it was cancelled before. */
    public boolean solve(BooleanSupplier cancelled) {
        return simplex.solve(cancelled);
    }

    /**
     * Solves and adds pairs until none would make the flow cheaper, or it is cancelled.
     *
     * @param each how many pairs of a demand are added at a time
     */
    private void solveOverAllPairs(int each, BooleanSupplier cancelled) {
        while (solve(cancelled) && !cancelled.getAsBoolean()) {
            if (addCheaper(each) == 0) {
                return;
            }
        }
    }

    /**
     * Adds pairs that would make the flow cheaper, at most {@code each} for a demand.
     *
     * @return how many were added; 0 says that the flow is the cheapest over all pairs
     */
    private int addCheaper(int each) {
        var kindRows = new long[index.dutyKinds()][];
        for (int demand : demands) {
            int kind = index.dutyKindOf(demand);
            if (kindRows[kind] == null) {
                kindRows[kind] = pricedKindRow(demand);
            }
        }
        var found = new long[index.demands()][];
        forEachSite((site, siteRow) -> {
            for (int cadre = 0; cadre < siteRow.length; cadre++) {
                siteRow[cadre] = scaled(siteRow[cadre]);
            }
            for (int demand : sites.get(site)) {
                found[demand] = heads[demand].seats() == 0
                        ? NOTHING
                        : cheaper(demand, siteRow, kindRows[index.dutyKindOf(demand)], each);
            }
        });
        int added = 0;
        for (int demand : demands) {
            for (long packed : found[demand]) {
                int cadre = TopK.cadre(packed);
                addPair(demand, cadre, costs.of(demand, cadre));
                added++;
            }
        }
        return added;
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

    private static long[] nearest(long[] row, int count) {
        var lowest = new TopK(count);
        for (int cadre = 0; cadre < row.length; cadre++) {
            if (row[cadre] < DutyCosts.BARRED && lowest.wants(row[cadre])) {
                lowest.add(row[cadre], cadre);
            }
        }
        return lowest.inOrder();
    }

    /** Costs of post and window and the price of each cadre's time in it, in parts of a point. */
    private long[] pricedKindRow(int demand) {
        int window = index.windowOf(demand);
        var row = costs.kindRow(index.dutyKindOf(demand)).clone();
        for (int cadre = 0; cadre < row.length; cadre++) {
            if (row[cadre] < DutyCosts.BARRED) {
                row[cadre] = row[cadre] * scale + priceOfTime(cadre, window);
            }
        }
        return row;
    }

    private long[] cheaper(int demand, long[] siteRow, long[] kindRow, int each) {
        long head = priceOfHead(demand);
        var lowest = new TopK(each + heads[demand].seats());
        for (int cadre = 0; cadre < siteRow.length; cadre++) {
            long reduced = siteRow[cadre] + kindRow[cadre] - head;
            if (reduced < 0 && lowest.wants(reduced) && !standing.isRuledOut(cadre, demand)) {
                lowest.add(reduced, cadre);
            }
        }
        // Only pairs that are used can be candidates and still worth more than they cost.
        return Arrays.stream(lowest.inOrder())
                .filter(packed -> !isCandidate(demand, TopK.cadre(packed)))
                .limit(each)
                .toArray();
    }

    private boolean isCandidate(int demand, int cadre) {
        for (int place = 0; place < candidateCount[demand]; place++) {
            if (candidates[demand][place] == cadre) {
                return true;
            }
        }
        return false;
    }

    private long scaled(long cost) {
        return cost >= DutyCosts.BARRED ? DutyCosts.BARRED : cost * scale;
    }

    /**
     * What a cadre's time in a window of the scope is worth, in parts of a point. A cadre who is not in the network yet
     * costs a first duty and a place of the unit.
     */
    long priceOfTime(int cadre, int window) {
        var slots = nodeOfSlot[cadre];
        if (slots != null && slots[costs.groupsOf(cadre).of(window)] != NONE) {
            return simplex.price(slots[costs.groupsOf(cadre).of(window)]);
        }
        var days = nodeOfDay[cadre];
        if (days != null && days[index.day(window)] != NONE) {
            return simplex.price(days[index.day(window)]);
        }
        if (nodeOfCadre[cadre] != NONE) {
            return simplex.price(nodeOfCadre[cadre]);
        }
        int unit = nodeOfUnit[index.unitOf(cadre)];
        long place = unit == NONE || standing.servesOn(cadre, onlyDay) ? 0 : simplex.price(unit);
        return place + costs.furtherCost(cadre, 1) * scale;
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

    /** Cadres who were told already are always candidates: pricing may then forget what keeping them earns. */
    private void addPublished(int demand) {
        for (int cadre : costs.publishedOn(demand)) {
            long cost = costs.of(demand, cadre);
            if (cost < DutyCosts.BARRED && !isCandidate(demand, cadre)) {
                addPair(demand, cadre, cost);
            }
        }
    }

    private void addDemandNode(int demand) {
        var left = heads[demand];
        int node = network.addNode(left.seats(), FlowNetwork.SINK, left.seats() + 1, coverCost * left.priority());
        nodeOfDemand[demand] = node;
        if (left.ideal() > 0) {
            network.addArc(node, FlowNetwork.SINK, left.ideal(), left.idealCost() * scale);
        }
        if (left.over() > 0) {
            network.addArc(node, FlowNetwork.SINK, left.over(), left.overCost() * scale);
        }
    }

    private void addPair(int demand, int cadre, long cost) {
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
            int day = costs.groupsOf(cadre).dayOf(group);
            nodeOfSlot[cadre][group] =
                    network.addNode(0, isEverLong(cadre, day) ? dayNode(cadre, day) : nodeOfCadre[cadre], 1, 0);
        }
        return nodeOfSlot[cadre][group];
    }

    /** Whether several duties of a cadre on a day cost more than each by itself. */
    private boolean isEverLong(int cadre, int day) {
        int groups = costs.groupsOf(cadre).groupsOn(day);
        return groups > 1 && costs.longDay(cadre, day, groups) > 0;
    }

    private int dayNode(int cadre, int day) {
        if (nodeOfDay[cadre] == null) {
            nodeOfDay[cadre] = filled(index.days());
        }
        if (nodeOfDay[cadre][day] == NONE) {
            nodeOfDay[cadre][day] = network.addNode(0, nodeOfCadre[cadre], 1, 0);
            for (int count = 2; count <= costs.groupsOf(cadre).groupsOn(day); count++) {
                long further = costs.longDay(cadre, day, count) - costs.longDay(cadre, day, count - 1);
                network.addArc(nodeOfDay[cadre][day], nodeOfCadre[cadre], 1, Math.max(0, further) * scale);
            }
        }
        return nodeOfDay[cadre][day];
    }

    private void addCadreNode(int cadre) {
        int towards = onlyDay == NONE || standing.servesOn(cadre, onlyDay) ? FlowNetwork.SINK : unitNode(cadre);
        nodeOfCadre[cadre] = network.addNode(0, towards, 1, costs.furtherCost(cadre, 1) * scale);
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

    /** Something to do with the demands of a site and what it costs everybody to go there. */
    private interface SiteTask {
        void run(int site, long[] siteRow);
    }

    /** Goes through the sites with demands in parallel. The row may be changed. */
    private void forEachSite(SiteTask task) {
        IntStream.range(0, sites.size())
                .parallel()
                .filter(site -> !sites.get(site).isEmpty())
                .forEach(site -> {
                    var siteRow = new long[index.cadres()];
                    costs.fillSite(site, 0, index.cadres(), siteRow);
                    task.run(site, siteRow);
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
        bySite.forEach(atSite -> atSite.sort(Comparator.comparingInt(index::windowOf)));
        return bySite;
    }

    private static int[] filled(int length) {
        var numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
