package org.muster.planning.phases;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Keeps what was published and fills required heads with the first cadres who are free: what is left to do when the
 * time is over before the flow is through. It takes a second at Haidian's size and cannot be cut short, so that whoever
 * asks for a schedule too early still gets one that can be used.
 */
public final class CandidateFill {
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final ScoreKeeper keeper;
    private final Change change = new Change();

    private CandidateFill(LikelyCadres likely, ScoreKeeper keeper) {
        index = keeper.index();
        this.likely = likely;
        this.keeper = keeper;
    }

    /** Adds duties to a schedule, none of which breaks a rule. */
    public static Schedule fill(ProblemIndex index, LikelyCadres likely, Schedule schedule) {
        var filling = new CandidateFill(likely, ScoreKeeper.of(index, schedule));
        filling.keepPublished();
        filling.fill();
        return filling.keeper.schedule();
    }

    private void keepPublished() {
        index.problem().assignments().stream()
                .filter(StandingAssignment::published)
                .forEach(standing -> addIfAllowed(
                        index.findCadre(standing.cadre()).orElseThrow(),
                        index.findDemand(standing.demand()).orElseThrow()));
    }

    private void fill() {
        IntStream.range(0, index.demands())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer demand) -> -index.demand(demand).priority())
                        .thenComparingInt(likely::count))
                .forEach(this::fill);
    }

    private void fill(int demand) {
        int required = index.demand(demand).min();
        for (int rank = 0; rank < likely.count(demand) && keeper.heads(demand) < required; rank++) {
            addIfAllowed(likely.cadre(demand, rank), demand);
        }
    }

    private void addIfAllowed(int cadre, int demand) {
        if (index.mayServe(cadre, demand)) {
            keeper.weighAdd(cadre, demand, change);
            if (change.avoidable() >= 0) {
                keeper.add(cadre, demand);
            }
        }
    }
}
