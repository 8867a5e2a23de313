package org.muster.evaluation.explanation;

import java.util.function.Consumer;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/**
 * The same as {@link SingleSteps} in a small part of the time: the first few by an estimate from what single duties
 * cost, each weighed exactly.
 */
final class PromisingSteps {
    private static final int WEIGHED = 128;

    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final Savings savings;
    private final Change change = new Change();

    PromisingSteps(ScoreKeeper keeper) {
        this.index = keeper.index();
        this.keeper = keeper;
        this.savings = new Savings(keeper);
    }

    /**
     * Cadres whom the cadre could replace in a further duty: where the duty that ends costs much, and the cadre's
     * little.
     */
    void takenSeats(int cadre, Consumer<CandidateMove> ideas) {
        var promising = new TopN(CandidateMove.BEST_FIRST, WEIGHED);
        for (var saving : savings.all()) {
            int demand = saving.demand();
            if (couldCome(cadre, demand) && keeper.serves(saving.cadre(), demand)) {
                long points = saving.points() - index.dutyCost(cadre, demand);
                if (promising.wants(points)) {
                    promising.offer(CandidateMove.replacement(demand, saving.cadre(), cadre)
                            .estimatedAt(points));
                }
            }
        }
        for (var candidateMove : promising.ideas()) {
            keeper.weighReplace(candidateMove.demand(), candidateMove.leaving(), cadre, change);
            ideas.accept(candidateMove.at(change.toScore()));
        }
    }

    /** Cadres who could be added to a demand: those whom the duty and its load burden little. */
    void additions(int demand, Consumer<CandidateMove> ideas) {
        var promising = new TopN(CandidateMove.BEST_FIRST, WEIGHED);
        for (int coming = 0; coming < index.cadres(); coming++) {
            if (couldCome(coming, demand)) {
                long points = -burden(coming, demand);
                if (promising.wants(points)) {
                    promising.offer(CandidateMove.addition(demand, coming).estimatedAt(points));
                }
            }
        }
        for (var candidateMove : promising.ideas()) {
            keeper.weighAdd(candidateMove.coming(), demand, change);
            ideas.accept(candidateMove.at(change.toScore()));
        }
    }

    /** Cadres who could leave a duty elsewhere for the demand: those whose present duty costs more by itself. */
    void arrivals(int demand, Consumer<CandidateMove> ideas) {
        var promising = new TopN(CandidateMove.BEST_FIRST, WEIGHED);
        for (var saving : savings.all()) {
            int coming = saving.cadre();
            int left = saving.demand();
            if (index.mayServe(coming, demand) && !keeper.serves(coming, demand) && keeper.serves(coming, left)) {
                long points = index.dutyCost(coming, left) - index.dutyCost(coming, demand);
                if (promising.wants(points)) {
                    promising.offer(CandidateMove.move(coming, left, demand).estimatedAt(points));
                }
            }
        }
        for (var candidateMove : promising.ideas()) {
            keeper.weighMove(candidateMove.coming(), candidateMove.left(), demand, change);
            ideas.accept(candidateMove.at(change.toScore()));
        }
    }

    /** Whether no known rule forbids a further duty. */
    private boolean couldCome(int cadre, int demand) {
        if (!index.mayServe(cadre, demand)) {
            return false;
        }
        for (int place = 0; place < keeper.duties(cadre); place++) {
            if (index.windowOf(keeper.demandAt(cadre, place)) == index.windowOf(demand)) {
                return false;
            }
        }
        return true;
    }

    private long burden(int cadre, int demand) {
        int load = index.baseHours(cadre);
        for (int place = 0; place < keeper.duties(cadre); place++) {
            load += index.hoursOf(index.windowOf(keeper.demandAt(cadre, place)));
        }
        return index.dutyCost(cadre, demand) + index.fairnessCost(load, index.hoursOf(index.windowOf(demand)));
    }
}
