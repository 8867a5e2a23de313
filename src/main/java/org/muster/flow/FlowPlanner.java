package org.muster.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Makes a schedule that keeps every rule from the cheapest flow: the warm start of the search.
 *
 * <p>Several rounds flow together where the network stays small, else day after day. The same problem gives the same
 * schedule, unless it is cancelled.
 */
public final class FlowPlanner {
    /** Pairs of demand and cadre up to which several days flow together. */
    private static final long MOST_JOINT_PAIRS = 3_000_000;

    private static final int NEAREST = 60;
    private static final int CHEAPER = 40;
    private static final int SCALE = 1;

    private final ProblemIndex index;
    private final BooleanSupplier cancelled;
    private final Draft draft;
    static int steps = Integer.getInteger("steps", 0);

    private FlowPlanner(ProblemIndex index, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
        draft = Draft.ofPins(index);
    }

    /**
     * Plans all rounds. Rules that the pins break among themselves, and duty rules that ask for more duties than can be
     * given, stay broken; everything else is kept.
     *
     * @param cancelled asked often; once it is true, the schedule so far comes back soon, with more heads left out
     */
    public static Schedule plan(ProblemIndex index, BooleanSupplier cancelled) {
        return new FlowPlanner(index, cancelled).plan();
    }

    private Schedule plan() {
        for (var scope : scopes()) {
            if (!cancelled.getAsBoolean()) {
                staff(scope);
            }
        }
        if (System.getenv("PROBE") != null) System.out.printf("     settled cpu %.2f s%n", cpu());
        var repair = new Repair(index, draft, cancelled);
        repair.fill(IntStream.range(0, index.demands()).toArray());
        repair.serveDutyRules();
        return draft.toSchedule();
    }

    private void staff(BitSet scope) {
        var network = new StaffingNetwork(index, draft, scope);
        network.addNearest(NEAREST, SCALE);
        solve(network, CHEAPER, cancelled);
        if (steps > 0) {
            var teams = new TeamPrices(index, network, draft);
            for (int step = 1; step <= steps; step++) {
                network.solve(cancelled);
                if (step % 10 == 0 && network.addCheaper(CHEAPER, teams) > 0) {
                    teams.learnPairs();
                    network.solve(cancelled);
                }
                if (step < steps) {
                    double length = 1 / (1 + step / 20.0);
                    teams.step(0.3 * length, 0.3 * length);
                }
            }
        }
        settle(index, draft, network);
    }

    /**
     * Adds pairs until none would make the flow cheaper.
     *
     * @return whether the flow is the cheapest over all pairs; false when it was cancelled before
     */
    static boolean solve(StaffingNetwork network, int cheaper, BooleanSupplier cancelled) {
        do {
            if (System.getenv("PROBE") != null)
                System.out.printf(
                        "  %d pairs %d pivots %d missing %.2f s%n",
                        network.pairs(), network.pivots(), network.pivots() == 0 ? 0 : network.missing(), cpu());
            if (System.getenv("PROBE") != null) System.out.printf("     before solve cpu %.2f s%n", cpu());
            if (!network.solve(cancelled) || cancelled.getAsBoolean()) {
                return false;
            }
            if (System.getenv("PROBE") != null) System.out.printf("     after solve cpu %.2f s%n", cpu());
        } while (network.addCheaper(cheaper) > 0);
        return true;
    }

    static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
    /** Takes over the duties of a flow, the most urgent first, but for those that would break a rule. */
    static void settle(ProblemIndex index, Draft draft, StaffingNetwork network) {
        var duties = new ArrayList<>(network.duties());
        duties.sort(
                Comparator.comparingInt((int[] duty) -> -index.demand(duty[0]).priority())
                        .thenComparingLong(duty -> index.start(index.windowOf(duty[0]))));
        for (var duty : duties) {
            if (draft.fits(duty[1], duty[0])) {
                draft.add(duty[1], duty[0]);
            }
        }
    }

    private List<BitSet> scopes() {
        var days = new TreeMap<Integer, BitSet>();
        var all = new BitSet();
        for (int window = 0; window < index.windows(); window++) {
            days.computeIfAbsent(index.day(window), _ -> new BitSet()).set(window);
            all.set(window);
        }
        long pairs = 0;
        for (int demand = 0; demand < index.demands(); demand++) {
            pairs += NEAREST + CHEAPER + 2L * index.demand(demand).max();
        }
        return pairs <= MOST_JOINT_PAIRS ? List.of(all) : List.copyOf(days.values());
    }
}
