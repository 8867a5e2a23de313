package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Comparator;
import org.muster.evaluation.Change;
import org.muster.evaluation.ScoreKeeper;
import org.muster.planning.DemandFact;
import org.muster.planning.RosterFacts;
import org.muster.schedule.Schedule;

/**
 * Fills required heads with the first candidates who are free: what is left to do when the time is over before the
 * flow is through. It takes a second at Haidian's size and cannot be cut short, so that whoever asks for a schedule
 * too early still gets one that can be used.
 */
public final class CandidateFill {
    private static final Comparator<DemandFact> MOST_URGENT_FIRST = Comparator.comparingInt(
                    (DemandFact demand) -> -demand.demand().priority())
            .thenComparingInt(demand -> demand.candidates().size())
            .thenComparingInt(DemandFact::number);

    private final ScoreKeeper keeper;
    private final Change change = new Change();

    private CandidateFill(ScoreKeeper keeper) {
        this.keeper = keeper;
    }

    /** Adds duties to a schedule, none of which breaks a rule. */
    public static Schedule fill(RosterFacts facts, Schedule schedule) {
        var filling = new CandidateFill(ScoreKeeper.of(facts.index(), schedule));
        var demands = new ArrayList<>(facts.demands());
        demands.sort(MOST_URGENT_FIRST);
        demands.forEach(filling::fill);
        return filling.keeper.schedule();
    }

    private void fill(DemandFact demand) {
        int required = demand.demand().min();
        for (var cadre : demand.candidates()) {
            if (keeper.heads(demand.number()) >= required) {
                return;
            }
            keeper.weighAdd(cadre.number(), demand.number(), change);
            if (change.hard() >= 0) {
                keeper.add(cadre.number(), demand.number());
            }
        }
    }
}
