package org.muster.planning.phases;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muster.planning.CadreFact;
import org.muster.planning.Candidates;
import org.muster.planning.DemandFact;
import org.muster.planning.Duty;
import org.muster.planning.Roster;
import org.muster.planning.RosterFacts;
import org.muster.planning.Seat;
import org.muster.problem.Rule;

/**
 * Makes a first schedule that keeps the rules, on a draft beside Timefold, and hands it over as one move.
 *
 * <p>What stands already is kept where the rules allow. Then the required heads are filled by priority, the scarcest
 * demand first, each with whoever costs least; where nobody is free, people move up in a chain. Last come the heads
 * that are wanted, as long as they are worth more than they cost.
 */
public final class GreedyConstruction implements PhaseCommand<Roster> {
    private final List<Duty> warmStart;
    private final Runnable onStart;

    /**
     * @param warmStart duties to keep where the rules allow; earlier ones go first
     * @param onStart called when the solver has begun, before anything else
     */
    public GreedyConstruction(List<Duty> warmStart, Runnable onStart) {
        this.warmStart = List.copyOf(warmStart);
        this.onStart = onStart;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<Roster> context) {
        onStart.run();
        var roster = context.getWorkingSolution();
        var construction = new Construction(roster.facts());
        construction.keep(warmStart);
        construction.fill(context::isPhaseTerminated);
        var seating = construction.seating(roster.getSeats());
        if (!seating.seats().isEmpty()) {
            context.execute(seating);
        }
    }

    /** One run. */
    private static final class Construction {
        /** How many of all who are free are kept in mind for the next heads of a demand. */
        private static final int RESERVE = 200;

        private static final Comparator<DemandFact> MOST_URGENT_FIRST = Comparator.comparingInt(
                        (DemandFact demand) -> demand.demand().priority())
                .reversed()
                .thenComparingInt(demand -> demand.candidates().size())
                .thenComparingInt(DemandFact::number);

        private static final Comparator<DemandFact> MOST_WANTED_FIRST = Comparator.comparingInt(
                        (DemandFact demand) -> demand.demand().idealWeight())
                .reversed()
                .thenComparingInt(DemandFact::number);

        private final RosterFacts facts;
        private final Draft draft;
        private final Chains chains;
        private List<CadreFact> reserve = List.of();
        private @Nullable DemandFact reserveOf;

        Construction(RosterFacts facts) {
            this.facts = facts;
            draft = new Draft(facts);
            chains = new Chains(facts, draft);
        }

        void keep(List<Duty> warmStart) {
            for (var standing : facts.standingDuties()) {
                if (standing.pinned()) {
                    draft.put(standing.cadre(), standing.demand());
                }
            }
            for (var duty : warmStart) {
                if (draft.hasFreeSeat(duty.demand()) && draft.mayTake(duty.cadre(), duty.demand())) {
                    draft.put(duty.cadre(), duty.demand());
                }
            }
        }

        /** Fills one demand after the other, until all are seen to or time is up. */
        void fill(BooleanSupplier isOver) {
            var demands = new ArrayList<>(facts.demands());
            demands.sort(MOST_URGENT_FIRST);
            for (int next = 0; next < demands.size() && !isOver.getAsBoolean(); next++) {
                fillRequired(demands.get(next));
            }
            demands.sort(MOST_WANTED_FIRST);
            for (int next = 0; next < demands.size() && !isOver.getAsBoolean(); next++) {
                fillWanted(demands.get(next));
            }
        }

        private void fillRequired(DemandFact demand) {
            boolean isFilled = true;
            while (isFilled && draft.heads(demand) < demand.demand().min()) {
                var cadre = findCheapest(demand);
                if (cadre != null) {
                    draft.put(cadre, demand);
                } else {
                    isFilled = chains.fill(demand);
                }
            }
        }

        private void fillWanted(DemandFact demand) {
            long worth = (long) facts.index().problem().weights().of(Rule.IDEAL_COVER)
                    * demand.demand().idealWeight();
            while (draft.heads(demand) < demand.demand().ideal()) {
                var cadre = findCheapest(demand);
                if (cadre == null || draft.costOf(cadre, demand) >= worth) {
                    return;
                }
                draft.put(cadre, demand);
            }
        }

        /** The cheapest who may serve, of the candidates, or else of everybody. */
        private @Nullable CadreFact findCheapest(DemandFact demand) {
            var cheapest = findCheapest(demand, demand.candidates());
            if (cheapest == null && reserveOf == demand) {
                cheapest = findCheapest(demand, reserve);
            }
            if (cheapest == null && demand.candidates().size() >= Candidates.MOST) {
                reserve = everybodyFreeFor(demand);
                reserveOf = demand;
                cheapest = findCheapest(demand, reserve);
            }
            return cheapest;
        }

        /** Of some who are sorted by what they cost at least. */
        private @Nullable CadreFact findCheapest(DemandFact demand, List<CadreFact> sorted) {
            CadreFact cheapest = null;
            long least = Long.MAX_VALUE;
            for (var cadre : sorted) {
                if (draft.leastCostOf(cadre, demand) >= least) {
                    return cheapest;
                }
                if (draft.mayTake(cadre, demand)) {
                    long cost = draft.costOf(cadre, demand);
                    if (cost < least) {
                        least = cost;
                        cheapest = cadre;
                    }
                }
            }
            return cheapest;
        }

        /** Looking at everybody takes a while: who is found now serves for all heads of the demand. */
        private List<CadreFact> everybodyFreeFor(DemandFact demand) {
            var pool = draft.withoutSeatIn(demand);
            var packed = new long[pool.cardinality()];
            int count = 0;
            for (int number = pool.nextSetBit(0); number >= 0; number = pool.nextSetBit(number + 1)) {
                var cadre = facts.cadres().get(number);
                if (draft.mayTake(cadre, demand)) {
                    packed[count++] = Candidates.packed(draft.leastCostOf(cadre, demand), number);
                }
            }
            Arrays.sort(packed, 0, count);
            return Arrays.stream(packed, 0, Math.min(count, RESERVE))
                    .mapToObj(each -> facts.cadres().get(Candidates.cadreOf(each)))
                    .toList();
        }

        /** The move that leads from the seats as they are, with the pinned ones taken, to the draft. */
        Reseating seating(List<Seat> seats) {
            var changed = new ArrayList<Seat>();
            var cadres = new ArrayList<@Nullable CadreFact>();
            for (var demand : facts.demands()) {
                int seat = facts.firstSeatOf(demand.number());
                for (var cadre : draft.cadresOf(demand)) {
                    if (!draft.isPinned(cadre, demand)) {
                        while (seats.get(seat).isPinned()) {
                            seat++;
                        }
                        demand.admit(cadre);
                        changed.add(seats.get(seat++));
                        cadres.add(cadre);
                    }
                }
            }
            return new Reseating(changed, cadres);
        }
    }
}
