package org.muster.evaluation.explanation;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.schedule.Score;

/**
 * A move that a planner may consider: a cadre takes a seat of a demand, and perhaps a second cadre takes the seat that
 * the first one leaves. Parts that a move lacks are {@link org.muster.problem.index.ProblemIndex#NONE}.
 *
 * @param demand the demand that gets a cadre
 * @param leaving the cadre who makes room there
 * @param coming the cadre who takes the seat
 * @param left the demand that {@code coming} leaves for it
 * @param takingOver the cadre who takes the seat at {@code left}
 * @param vacated the demand that {@code takingOver} leaves for that
 * @param difference of the score
 */
record CandidateMove(int demand, int leaving, int coming, int left, int takingOver, int vacated, Score difference) {

    static final Comparator<CandidateMove> BEST_FIRST = Comparator.comparing(CandidateMove::difference)
            .reversed()
            .thenComparingInt(CandidateMove::coming)
            .thenComparingInt(CandidateMove::demand)
            .thenComparingInt(CandidateMove::leaving)
            .thenComparingInt(CandidateMove::left)
            .thenComparingInt(CandidateMove::takingOver)
            .thenComparingInt(CandidateMove::vacated);

    private static final Score NOTHING = new Score(0, 0, 0);

    /** A duty that ends or begins. */
    record Step(int cadre, int demand) {}

    static CandidateMove addition(int demand, int coming) {
        return replacement(demand, NONE, coming);
    }

    static CandidateMove replacement(int demand, int leaving, int coming) {
        return new CandidateMove(demand, leaving, coming, NONE, NONE, NONE, NOTHING);
    }

    static CandidateMove move(int coming, int left, int demand) {
        return new CandidateMove(demand, NONE, coming, left, NONE, NONE, NOTHING);
    }

    static CandidateMove swap(int coming, int left, int leaving, int demand) {
        return new CandidateMove(demand, leaving, coming, left, leaving, NONE, NOTHING);
    }

    /** The same where {@code coming} leaves a demand for it. */
    CandidateMove leaving(int demandLeft) {
        return new CandidateMove(demand, leaving, coming, demandLeft, takingOver, vacated, difference);
    }

    /** The same move where another cadre makes room. */
    CandidateMove inPlaceOf(int cadre) {
        return new CandidateMove(demand, cadre, coming, left, takingOver, vacated, difference);
    }

    /** The same move where a second cadre takes the seat that is left. */
    CandidateMove followedBy(int cadre) {
        return followedBy(cadre, NONE);
    }

    /** The same move where a second cadre takes the seat that is left, and leaves another demand for it. */
    CandidateMove followedBy(int cadre, int demandVacated) {
        return new CandidateMove(demand, leaving, coming, left, cadre, demandVacated, difference);
    }

    CandidateMove at(Score newDifference) {
        return new CandidateMove(demand, leaving, coming, left, takingOver, vacated, newDifference);
    }

    CandidateMove estimatedAt(long points) {
        return at(new Score(0, 0, points));
    }

    Alternative.Kind kind() {
        if (left == NONE) {
            return leaving == NONE ? Alternative.Kind.ADDITION : Alternative.Kind.REPLACEMENT;
        }
        if (takingOver == NONE) {
            return leaving == NONE ? Alternative.Kind.MOVE : Alternative.Kind.CHAIN;
        }
        return takingOver == leaving ? Alternative.Kind.SWAP : Alternative.Kind.CHAIN;
    }

    /** Duties that end, in the order in which a planner would tell of them. */
    List<Step> ended() {
        var ended = new ArrayList<Step>();
        addTo(ended, leaving, demand);
        addTo(ended, coming, left);
        if (vacated != NONE) {
            addTo(ended, takingOver, vacated);
        }
        return ended;
    }

    /** Duties that begin. */
    List<Step> given() {
        var given = new ArrayList<Step>();
        addTo(given, coming, demand);
        addTo(given, takingOver, left);
        return given;
    }

    void carryOut(ScoreKeeper keeper) {
        ended().forEach(step -> keeper.remove(step.cadre(), step.demand()));
        given().forEach(step -> keeper.add(step.cadre(), step.demand()));
    }

    private static void addTo(List<Step> steps, int cadre, int demand) {
        if (cadre != NONE && demand != NONE) {
            steps.add(new Step(cadre, demand));
        }
    }
}
