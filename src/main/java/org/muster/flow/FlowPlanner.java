package org.muster.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Makes a schedule that keeps every rule from the cheapest flow: the warm start of the search.
 *
 * <p>A first flow tells who should serve twice a day, {@link FullDays} gives them two duties at one site, and a second
 * flow with one duty a day for everybody else fills what is left; where nobody may serve twice, the first one is all
 * that is needed. Then duties pay for the units they add to teams, a
 * few times over. Several days flow together where the network stays small, else day after day, and each once more
 * when all are planned. The same problem gives the same schedule, unless it is cancelled.
 */
public final class FlowPlanner {
    /** Pairs of demand and cadre up to which several days flow together. */
    private static final long MOST_JOINT_PAIRS = 300_000;

    /** The part of the wanted heads up to which the open ones are few. */
    private static final double FEW_OPEN = 0.05;

    private static final int SCALE = 1;
    /** Further rounds gain little, and at the largest size each takes longer than the search needs for as much. */
    private static final int TEAM_ROUNDS = 2;

    private final ProblemIndex index;
    private final BooleanSupplier cancelled;
    private final PartialSchedule partialSchedule;
    /** What stood at the beginning. */
    private final int[][] kept;

    private final List<BitSet> scopes;
    private final TimeValues values;
    private final List<BitSet> staffed = new ArrayList<>();

    private FlowPlanner(ProblemIndex index, PartialSchedule partialSchedule, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
        this.partialSchedule = partialSchedule;
        kept = partialSchedule.allDuties();
        scopes = scopes();
        values = new TimeValues(index);
    }

    /**
     * Plans all rounds. Rules that the pins break among themselves, and duty rules that ask for more duties than can be
     * given, stay broken; everything else is kept.
     *
     * @param cancelled asked often; once it is true, the schedule so far comes back soon, with more heads left out
     */
    public static FlowPlan plan(ProblemIndex index, BooleanSupplier cancelled) {
        return new FlowPlanner(index, PartialSchedule.ofPins(index), cancelled).plan();
    }

    /**
     * Plans what a schedule leaves open. Its duties move only where a required head could not be filled otherwise.
     *
     * @param start kept as it is: whoever calls sees to it that it breaks no rule
     * @param cancelled asked often; once it is true, the schedule so far comes back soon, with more heads left out
     */
    public static FlowPlan complete(ProblemIndex index, Schedule start, BooleanSupplier cancelled) {
        return new FlowPlanner(index, PartialSchedule.of(index, start), cancelled).plan();
    }

    private FlowPlan plan() {
        for (var scope : scopes) {
            if (!cancelled.getAsBoolean() && needsFlow(scope)) {
                staff(scope);
                staffed.add(scope);
            }
        }
        if (scopes.size() > 1) {
            staffAgain();
        }
        var repair = new Repair(index, partialSchedule, cancelled);
        repair.fill(IntStream.range(0, index.demands()).toArray());
        repair.serveDutyRules();
        return new FlowPlan(
                partialSchedule.toSchedule(),
                scopes.size() == 1 && !staffed.isEmpty() ? Optional.of(values) : Optional.empty());
    }

    /** The first days were planned without knowing what the later ones would ask of everybody. */
    private void staffAgain() {
        for (var scope : staffed) {
            if (!cancelled.getAsBoolean()) {
                var before = partialSchedule.leave(scope, kept);
                staff(scope);
                if (cancelled.getAsBoolean()) {
                    partialSchedule.leave(scope, kept);
                    before.forEach(duty -> partialSchedule.add(duty[0], duty[1]));
                }
            }
        }
    }

    /** Whether so many heads are open that it is not as well to fill them one by one. */
    private boolean needsFlow(BitSet scope) {
        long wanted = 0;
        long open = 0;
        for (int demand = 0; demand < index.demands(); demand++) {
            if (scope.get(index.windowOf(demand))) {
                wanted += index.demand(demand).ideal();
                open += Math.max(0, index.demand(demand).ideal() - partialSchedule.heads(demand));
            }
        }
        return open > FEW_OPEN * wanted;
    }

    private void staff(BitSet scope) {
        var free = StaffingNetwork.cheapest(index, partialSchedule, scope, DutyCosts.Days.FREE, SCALE, cancelled);
        if (scopes.size() == 1) {
            values.learn(free, partialSchedule, scope);
        }
        var single = free.hasOneDutyADay() ? free : besideFullDays(free, scope);
        gatherUnits(single);
        settle(single);
    }

    private StaffingNetwork besideFullDays(StaffingNetwork free, BitSet scope) {
        new FullDays(index, partialSchedule, free).place(cancelled);
        return StaffingNetwork.cheapest(index, partialSchedule, scope, DutyCosts.Days.ONE_DUTY, SCALE, cancelled);
    }

    private void gatherUnits(StaffingNetwork network) {
        var teams = new TeamPrices(index, network, partialSchedule);
        for (int round = 0; round < TEAM_ROUNDS && !cancelled.getAsBoolean(); round++) {
            teams.chargeNewUnits();
            network.solve(cancelled);
        }
    }

    /** Takes over the duties of a flow, the most urgent first, but for those that would break a rule. */
    private void settle(StaffingNetwork network) {
        var duties = new ArrayList<>(network.duties());
        duties.sort(
                Comparator.comparingInt((int[] duty) -> -index.demand(duty[0]).priority())
                        .thenComparingLong(duty -> index.start(index.windowOf(duty[0]))));
        for (var duty : duties) {
            if (partialSchedule.fits(duty[1], duty[0])) {
                partialSchedule.add(duty[1], duty[0]);
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
            pairs += StaffingNetwork.NEAREST
                    + StaffingNetwork.CHEAPER
                    + 2L * index.demand(demand).max();
        }
        return pairs <= MOST_JOINT_PAIRS ? List.of(all) : List.copyOf(days.values());
    }
}
