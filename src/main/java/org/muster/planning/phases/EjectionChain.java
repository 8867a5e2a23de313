package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/**
 * A step of several people: somebody takes over a seat and leaves another one, which somebody takes who leaves a third
 * one perhaps, until somebody comes who leaves none. Whoever comes next is the best of a few that are drawn.
 *
 * <p>Source: F. Glover, "Ejection chains, reference structures and alternating path methods for traveling salesman
 * problems", Discrete Applied Mathematics 65 (1996).
 */
final class EjectionChain {
    /** How many people leave one seat for another; one more comes from nowhere. */
    private static final int MOST_MOVES = 3;
    /** Of so many the best one comes next. */
    private static final int CANDIDATES = 6;

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final Draw draw;
    private final Acceptance acceptance;
    private final SplittableRandom random;
    private final Change change = new Change();

    private Scope scope = Scope.NOTHING;

    /** Who has just left the open seat, and does not come back. */
    private int gone;
    /** The best of the candidates for the open seat so far. */
    private int best;
    /** The duty that the best one would leave, or {@link ProblemIndex#NONE}. */
    private int bestLeaves;

    private long bestPoints;

    EjectionChain(ScoreKeeper keeper, Draw draw, Acceptance acceptance, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.draw = draw;
        this.acceptance = acceptance;
        this.random = random;
    }

    /** Limits the chains that follow. */
    void workOn(Scope newScope) {
        scope = newScope;
    }

    /** Tries one that begins with a cadre who leaves a demand; he may come back at its end. */
    void tryFrom(int demand, int leaving) {
        int coming = draw.anyCandidate(demand);
        if (coming == NONE || coming == leaving || keeper.duties(coming) == 0 || !mayCome(coming, demand)) {
            return;
        }
        int left = dutyToLeave(coming, demand);
        if (!scope.mayChange(left, coming)) {
            return;
        }
        acceptance.begin(keeper);
        long avoidable = keeper.avoidable();
        int mark = keeper.mark();
        keeper.remove(leaving, demand);
        keeper.move(coming, left, demand);
        gone = coming;
        boolean isClosed = keeper.avoidable() >= avoidable && close(left, leaving);
        if (!isClosed || !acceptance.acceptsSinceBegin(keeper)) {
            keeper.undoTo(mark);
        }
        keeper.clearUndoLog();
    }

    /** Fills an open seat and those that are left for it; tells whether it could. */
    private boolean close(int firstOpen, int leaving) {
        int open = firstOpen;
        for (int moves = 1; moves <= MOST_MOVES; moves++) {
            findNext(open, leaving, moves < MOST_MOVES);
            if (best == NONE) {
                return false;
            }
            if (bestLeaves == NONE) {
                keeper.add(best, open);
                return true;
            }
            keeper.move(best, bestLeaves, open);
            open = bestLeaves;
            gone = best;
        }
        return false;
    }

    private void findNext(int open, int leaving, boolean mayLeave) {
        best = NONE;
        bestLeaves = NONE;
        bestPoints = Long.MIN_VALUE;
        weigh(leaving, open, mayLeave);
        for (int candidate = 1; candidate < CANDIDATES; candidate++) {
            int cadre = draw.anyCandidate(open);
            if (cadre != NONE) {
                weigh(cadre, open, mayLeave);
            }
        }
    }

    private void weigh(int cadre, int open, boolean mayLeave) {
        if (cadre == gone || !mayCome(cadre, open)) {
            return;
        }
        int left = draw.dutyInTheWay(cadre, open);
        if (left == NONE && keeper.duties(cadre) > 0 && random.nextBoolean()) {
            left = draw.anyDuty(cadre);
        }
        if (left == NONE) {
            keeper.weighAdd(cadre, open, change);
            keepIfBest(cadre, NONE, change.soft());
        } else if (mayLeave && scope.mayChange(left, cadre)) {
            keeper.weighRemove(cadre, left, change);
            long spared = change.soft();
            keeper.weighMove(cadre, left, open, change);
            keepIfBest(cadre, left, change.soft() - spared);
        }
    }

    /** Compares what the seat costs by itself: as if a seat that is left would cost again what it did. */
    private void keepIfBest(int cadre, int left, long points) {
        if (change.avoidable() >= 0 && points > bestPoints) {
            best = cadre;
            bestLeaves = left;
            bestPoints = points;
        }
    }

    private boolean mayCome(int cadre, int demand) {
        return scope.mayChange(cadre) && index.mayServe(cadre, demand) && !keeper.serves(cadre, demand);
    }

    private int dutyToLeave(int cadre, int demand) {
        int inTheWay = draw.dutyInTheWay(cadre, demand);
        return inTheWay == NONE ? draw.anyDuty(cadre) : inTheWay;
    }
}
