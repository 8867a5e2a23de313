package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.problem.Demand;
import org.muster.problem.Site;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;

/**
 * How many required heads can be filled, by priority, if costs did not matter.
 *
 * <p>Cadres who may take the same duties are one node, so that the network of all pairs stays small. Rest between
 * windows that do not always conflict, and duty rules but for the most duties, are left out: what is missing here is
 * missing in every schedule.
 */
public final class CoverFlow {
    private static final int NONE = -1;
    private static final int PLENTY = Integer.MAX_VALUE / 4;
    /** Dearer than leaving out any head. */
    private static final int DETOUR = 2 * Demand.HIGHEST_PRIORITY;
    /** Pairs of demand and cadre up to which people whose ways differ are told apart. */
    private static final long MOST_SINGLE_PAIRS = 2_000_000;

    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final DutyCosts costs;
    private final FlowNetwork network = new FlowNetwork();
    private final NetworkSimplex simplex = new NetworkSimplex(network);
    private final int[] nodeOfDemand;
    private final int[] nodeOfKind;
    private final Map<List<Integer>, Integer> nodeOfUnitDay = new HashMap<>();
    private final List<Integer> openDemands = new ArrayList<>();
    private final int[] mostDutiesOfDay;
    private boolean tellsApart = true;
    private boolean exact;

    /** People who are exchangeable here. */
    private record Crowd(int unit, ConflictGroups groups, int mostDuties, BitSet kinds, int confinedTo, int alone) {}

    private CoverFlow(ProblemIndex index, PartialSchedule standing) {
        this.index = index;
        this.standing = standing;
        var scope = new BitSet();
        scope.set(0, index.windows());
        costs = new DutyCosts(index, standing, scope, DutyCosts.Days.FREE);
        mostDutiesOfDay = mostDutiesOfDays();
        nodeOfDemand = new int[index.demands()];
        Arrays.fill(nodeOfDemand, NONE);
        nodeOfKind = new int[index.dutyKinds()];
        Arrays.fill(nodeOfKind, NONE);
    }

    /**
     * Finds the best cover.
     *
     * @param standing duties that stand
     * @param cancelled asked often; once it is true {@link #isExact} says whether it was found before
     */
    public static CoverFlow of(ProblemIndex index, PartialSchedule standing, BooleanSupplier cancelled) {
        var cover = new CoverFlow(index, standing);
        cover.build();
        cover.exact = cover.simplex.solve(cancelled);
        return cover;
    }

    /** Whether the search for the best cover was finished. */
    public boolean isExact() {
        return exact;
    }

    /** Required heads of a demand that are left out. */
    public int missing(int demand) {
        return nodeOfDemand[demand] == NONE ? 0 : simplex.flow(network.wayOut(nodeOfDemand[demand]));
    }

    /** Required heads that are left out, each times its priority. No schedule leaves fewer out. */
    public long weightedMissing() {
        long missing = 0;
        for (int demand : openDemands) {
            missing += (long) index.demand(demand).priority() * missing(demand);
        }
        return missing;
    }

    /** The demands that compete with a demand for the same people: those from which a head could be taken over. */
    public int[] rivals(int demand) {
        var reached = new boolean[network.nodes()];
        var from = new int[network.nodes() + 1];
        var arcs = arcsByNode(from);
        var stack = new ArrayList<Integer>();
        stack.add(nodeOfDemand[demand]);
        reached[nodeOfDemand[demand]] = true;
        reached[FlowNetwork.SINK] = true;
        while (!stack.isEmpty()) {
            int node = stack.removeLast();
            for (int place = from[node]; place < from[node + 1]; place++) {
                int arc = arcs[place];
                boolean forward = network.tail(arc) == node;
                int other = forward ? network.head(arc) : network.tail(arc);
                boolean open = forward ? simplex.flow(arc) < network.capacity(arc) : simplex.flow(arc) > 0;
                if (open && !reached[other]) {
                    reached[other] = true;
                    stack.add(other);
                }
            }
        }
        return openDemands.stream()
                .mapToInt(Integer::intValue)
                .filter(each -> reached[nodeOfDemand[each]])
                .toArray();
    }

    private int[] arcsByNode(int[] from) {
        var degree = new int[network.nodes() + 1];
        for (int arc = 0; arc < network.arcs(); arc++) {
            degree[network.tail(arc)]++;
            degree[network.head(arc)]++;
        }
        for (int node = 0; node < network.nodes(); node++) {
            from[node + 1] = from[node] + degree[node];
        }
        var next = Arrays.copyOf(from, from.length);
        var arcs = new int[2 * network.arcs()];
        for (int arc = 0; arc < network.arcs(); arc++) {
            arcs[next[network.tail(arc)]++] = arc;
            arcs[next[network.head(arc)]++] = arc;
        }
        return arcs;
    }

    private void build() {
        for (int demand = 0; demand < index.demands(); demand++) {
            int required = index.demand(demand).min() - standing.heads(demand);
            if (required > 0) {
                openDemands.add(demand);
                nodeOfDemand[demand] = network.addNode(
                        required,
                        FlowNetwork.SINK,
                        required + 1,
                        index.demand(demand).priority());
                int kind = index.dutyKindOf(demand);
                if (nodeOfKind[kind] == NONE) {
                    nodeOfKind[kind] = network.addNode(0, FlowNetwork.SINK, PLENTY, DETOUR);
                }
                if (index.problem().sites().get(index.siteOf(demand)).admits() == Site.Admits.ANYONE) {
                    network.addArc(nodeOfDemand[demand], nodeOfKind[kind], required, 0);
                }
            }
        }
        crowds().forEach(this::addCrowd);
    }

    private Map<Crowd, Integer> crowds() {
        var openKinds = new BitSet();
        openDemands.forEach(demand -> openKinds.set(index.dutyKindOf(demand)));
        var single = new BitSet();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            var travel = index.rulesOf(cadre).limits().get(DutyRule.MAX_TRAVEL);
            single.set(cadre, standing.duties(cadre).length > 0 || (travel != null && travel.isRequired()));
        }
        if ((long) single.cardinality() * openDemands.size() > MOST_SINGLE_PAIRS) {
            single.clear();
            tellsApart = false;
        }
        var crowds = new LinkedHashMap<Crowd, Integer>();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            int each = cadre;
            var kinds = new BitSet();
            openKinds.stream().filter(kind -> index.pool(kind).get(each)).forEach(kinds::set);
            if (!kinds.isEmpty() && costs.mostDuties(cadre) > 0) {
                var crowd = new Crowd(
                        index.ceiling(index.unitOf(cadre)) == Integer.MAX_VALUE ? NONE : index.unitOf(cadre),
                        costs.groupsOf(cadre),
                        costs.mostDuties(cadre),
                        kinds,
                        index.confinedTo(cadre),
                        single.get(cadre) ? cadre : NONE);
                crowds.merge(crowd, 1, Integer::sum);
            }
        }
        return crowds;
    }

    private void addCrowd(Crowd crowd, int people) {
        var slots = new int[crowd.groups().count()];
        Arrays.fill(slots, NONE);
        boolean limited = crowd.mostDuties() < crowd.groups().count();
        int all = limited ? network.addNode(0, FlowNetwork.SINK, people * crowd.mostDuties(), 0) : NONE;
        for (int kind = crowd.kinds().nextSetBit(0);
                kind >= 0;
                kind = crowd.kinds().nextSetBit(kind + 1)) {
            int window = costs.windowOfKind(kind);
            int group = crowd.groups().of(window);
            if (slots[group] == NONE) {
                int towards = limited ? all : unitDay(crowd, group, index.day(window));
                if (towards == NONE) {
                    continue;
                }
                slots[group] = network.addNode(0, towards, people, 0);
            }
            if (crowd.confinedTo() == NONE && crowd.alone() == NONE) {
                network.addArc(nodeOfKind[kind], slots[group], people, 0);
            }
        }
        if (crowd.confinedTo() != NONE || crowd.alone() != NONE) {
            addPairs(crowd, slots, people);
        }
    }

    private void addPairs(Crowd crowd, int[] slots, int people) {
        for (int demand : openDemands) {
            int slot = slots[crowd.groups().of(index.windowOf(demand))];
            boolean may = crowd.alone() == NONE
                    ? crowd.kinds().get(index.dutyKindOf(demand)) && index.siteOf(demand) == crowd.confinedTo()
                    : index.mayServe(crowd.alone(), demand) && !standing.isRuledOut(crowd.alone(), demand);
            if (may && slot != NONE) {
                network.addArc(nodeOfDemand[demand], slot, people, 0);
            }
        }
    }

    /**
     * Where people of a unit go on a day; those who serve that day anyway take no further place. Where a single duty may
     * be on several days the ceilings are left out: people are counted once for all days, ceilings on each.
     */
    private int unitDay(Crowd crowd, int group, int day) {
        if (crowd.unit() == NONE
                || crowd.groups().daysOf(group).cardinality() > 1
                || (crowd.alone() != NONE && standing.servesOn(crowd.alone(), day))) {
            return FlowNetwork.SINK;
        }
        return nodeOfUnitDay.computeIfAbsent(List.of(crowd.unit(), day), _ -> {
            long people = Math.max(0, standing.roomInUnit(crowd.unit(), day));
            if (!tellsApart) {
                // Then those who serve that day anyway are in the crowds too, and take no further place.
                people += IntStream.range(0, index.cadres())
                        .filter(cadre -> index.unitOf(cadre) == crowd.unit() && standing.servesOn(cadre, day))
                        .count();
            }
            long duties = people * mostDutiesOfDay[day];
            if (duties == 0) {
                return NONE;
            }
            return network.addNode(0, FlowNetwork.SINK, (int) Math.min(PLENTY, duties), 0);
        });
    }

    private int[] mostDutiesOfDays() {
        var most = new int[index.days()];
        IntStream.range(0, index.cadres()).mapToObj(costs::groupsOf).distinct().forEach(groups -> {
            var duties = new int[index.days()];
            for (int group = 0; group < groups.count(); group++) {
                groups.daysOf(group).stream().forEach(day -> duties[day]++);
            }
            Arrays.setAll(most, day -> Math.max(most[day], duties[day]));
        });
        return most;
    }
}
