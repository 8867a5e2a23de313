package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.SplittableRandom;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/**
 * A step through the full ceiling of a unit: somebody comes whom the ceiling keeps away, and a colleague stays at home for
 * that, whose duties of the day others take over.
 */
final class CeilingStep {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final Draw draw;
    private final Acceptance acceptance;
    private final SplittableRandom random;
    private final Colleagues colleagues;

    private Scope scope = Scope.NOTHING;

    CeilingStep(ScoreKeeper keeper, Draw draw, Acceptance acceptance, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.draw = draw;
        this.acceptance = acceptance;
        this.random = random;
        colleagues = new Colleagues(keeper);
    }

    /** Limits the steps that follow. */
    void workOn(Scope newScope) {
        scope = newScope;
    }

    /**
     * Whether the ceiling keeps a cadre from a demand.
     *
     * @param leaving whose head becomes free for that, or {@link ProblemIndex#NONE}
     */
    boolean isInTheWay(int coming, int demand, int leaving) {
        int unit = index.unitOf(coming);
        int day = index.day(index.windowOf(demand));
        return index.ceiling(unit) != Integer.MAX_VALUE
                && keeper.away(unit, day) >= index.ceiling(unit)
                && (leaving == NONE || index.unitOf(leaving) != unit)
                && !colleagues.isAway(coming, day);
    }

    /** Tries it for a cadre who is kept away; {@code leaving} as above. */
    void tryFor(int coming, int demand, int leaving) {
        int day = index.day(index.windowOf(demand));
        int[] away = colleagues.anyAway(index.unitOf(coming), day, 1, random);
        if (away.length == 0 || !scope.mayChange(away[0]) || !index.mayServe(coming, demand)) {
            return;
        }
        acceptance.begin(keeper);
        int mark = keeper.mark();
        boolean isPossible = standIn(away[0], day, coming);
        if (isPossible) {
            if (leaving != NONE) {
                keeper.remove(leaving, demand);
            }
            keeper.add(coming, demand);
        }
        if (!isPossible || !acceptance.acceptsSinceBegin(keeper)) {
            keeper.undoTo(mark);
        }
        keeper.clearUndoLog();
    }

    /** Gives all duties of a colleague on a day to others, but for the newcomer. */
    private boolean standIn(int colleague, int day, int coming) {
        int[] duties = colleagues.dutiesOf(colleague, day);
        for (int place = 1; place < duties.length; place += 2) {
            int duty = duties[place];
            int standIn = draw.anyCandidate(duty);
            if (standIn == NONE
                    || standIn == coming
                    || standIn == colleague
                    || !scope.mayChange(duty, standIn)
                    || keeper.serves(standIn, duty)
                    || !index.mayServe(standIn, duty)) {
                return false;
            }
            keeper.replace(duty, colleague, standIn);
        }
        return true;
    }
}
