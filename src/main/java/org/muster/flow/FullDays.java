package org.muster.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * Duties of cadres for whom a flow has two on a day: it does not see that both must be at one site. They are placed
 * anew on pairs of demands at one site, where the flow's prices say that heads are worth most.
 */
final class FullDays {
    /** Pairs of demands that are considered for a cadre. */
    private static final int NEAREST = 40;

    private final ProblemIndex index;
    private final PartialSchedule partialSchedule;
    private final StaffingNetwork flow;
    private final List<Pair> pairs = new ArrayList<>();

    /** Two demands that can be served one after the other. */
    private record Pair(int first, int second, int day) {}

    private record CadreDay(int cadre, int day) {}

    FullDays(ProblemIndex index, PartialSchedule partialSchedule, StaffingNetwork flow) {
        this.index = index;
        this.partialSchedule = partialSchedule;
        this.flow = flow;
    }

    /** Adds the pairs of duties to the draft. */
    void place(BooleanSupplier cancelled) {
        findPairs();
        var network = new FlowNetwork();
        var nodeOfPair = new int[pairs.size()];
        for (int pair = 0; pair < nodeOfPair.length; pair++) {
            int seats = Math.min(
                    wanted(pairs.get(pair).first()), wanted(pairs.get(pair).second()));
            nodeOfPair[pair] = network.addNode(seats, FlowNetwork.SINK, seats + 1, 0);
        }
        var arcs = new LinkedHashMap<Integer, int[]>();
        for (var busy : busyDays()) {
            int node = network.addNode(0, FlowNetwork.SINK, 1, 0);
            for (long packed : bestPairs(busy)) {
                int pair = TopK.cadre(packed);
                arcs.put(
                        network.addArc(nodeOfPair[pair], node, 1, TopK.cost(packed) - flow.coverCost()),
                        new int[] {busy.cadre(), pair});
            }
        }
        var simplex = new NetworkSimplex(network);
        simplex.solve(cancelled);
        arcs.forEach((arc, choice) -> {
            if (simplex.flow(arc) > 0) {
                addBoth(choice[0], pairs.get(choice[1]));
            }
        });
    }

    private int wanted(int demand) {
        return flow.heads(demand).required() + flow.heads(demand).ideal();
    }

    private void addBoth(int cadre, Pair pair) {
        if (partialSchedule.fits(cadre, pair.first())) {
            partialSchedule.add(cadre, pair.first());
            if (partialSchedule.fits(cadre, pair.second())) {
                partialSchedule.add(cadre, pair.second());
            } else {
                partialSchedule.remove(cadre, pair.first());
            }
        }
    }

    /** Each demand is in one pair at most: with the next window that starts when it ends, on the same post if any. */
    private void findPairs() {
        record Place(int site, long minute, String post) {}
        var starts = new HashMap<Place, Integer>();
        for (int demand : flow.demands()) {
            starts.put(
                    new Place(
                            index.siteOf(demand),
                            index.start(index.windowOf(demand)),
                            index.demand(demand).post()),
                    demand);
        }
        for (int demand : flow.demands()) {
            var next = starts.get(new Place(
                    index.siteOf(demand),
                    index.end(index.windowOf(demand)),
                    index.demand(demand).post()));
            if (next != null && index.day(index.windowOf(next)) == index.day(index.windowOf(demand))) {
                pairs.add(new Pair(demand, next, index.day(index.windowOf(demand))));
            }
        }
    }

    private List<CadreDay> busyDays() {
        var duties = new LinkedHashMap<CadreDay, Integer>();
        for (var duty : flow.duties()) {
            duties.merge(new CadreDay(duty[1], index.day(index.windowOf(duty[0]))), 1, Integer::sum);
        }
        return duties.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The pairs that are worth most, packed with their cost; only those that cost less than they are worth. */
    private long[] bestPairs(CadreDay busy) {
        var best = new TopK(NEAREST);
        long further = flow.costs().furtherCost(busy.cadre(), 2) * flow.scale();
        for (int number = 0; number < pairs.size(); number++) {
            var pair = pairs.get(number);
            if (pair.day() == busy.day()
                    && index.mayServe(busy.cadre(), pair.first())
                    && index.mayServe(busy.cadre(), pair.second())) {
                long cost = (index.dutyCost(busy.cadre(), pair.first())
                                        + index.dutyCost(busy.cadre(), pair.second())
                                        + fairness(busy.cadre(), pair.first())
                                        + fairness(busy.cadre(), pair.second())
                                        + longDay(busy.cadre(), pair))
                                * flow.scale()
                        + further
                        - flow.priceOfHead(pair.first())
                        - flow.priceOfHead(pair.second());
                if (best.wants(cost)) {
                    best.add(cost, number);
                }
            }
        }
        return best.inOrder();
    }

    private long longDay(int cadre, Pair pair) {
        int minutes = index.minutes(index.windowOf(pair.first())) + index.minutes(index.windowOf(pair.second()));
        return index.weight(Rule.LONG_DAY) * partialSchedule.longDayGrowth(cadre, pair.day(), minutes);
    }

    private long fairness(int cadre, int demand) {
        return index.fairnessCost(partialSchedule.load(cadre), index.hoursOf(index.windowOf(demand)));
    }
}
