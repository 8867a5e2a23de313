package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.muster.evaluation.Change;
import org.muster.evaluation.ScoreKeeper;
import org.muster.planning.LikelyCadres;
import org.muster.problem.ProblemIndex;

/** Finds who could come to a demand, and who would have to leave what for that. */
final class Newcomers {
    /** Up to so many people who may serve all are looked at, else only those who are likely. */
    private static final int FEW = 200;
    /** Of the ways to one demand, so many are tried. */
    private static final int MOST_WAYS = 40;
    /** Colleagues who may stay at home for a newcomer. */
    private static final int MOST_COLLEAGUES = 12;

    private static final int[] NOTHING = {};

    private static final Comparator<Way> BEST_FIRST = Comparator.comparingLong((Way way) -> -way.hard())
            .thenComparingLong(way -> -way.medium())
            .thenComparingInt(way -> way.left().length)
            .thenComparingLong(way -> -way.soft());

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final SplittableRandom random;
    private final Colleagues colleagues;
    private final Change change = new Change();
    private long looks;
    /** What must not become worse, as it was before anybody came. */
    private long floor;

    /**
     * Somebody who comes.
     *
     * @param left who leaves which demand for that: pairs of cadre and demand, one after the other
     */
    record Way(int coming, int[] left, long hard, long medium, long soft) {

        /** Takes the duties away that have to go, and tells of their demands. */
        void leave(ScoreKeeper keeper, IntConsumer leftDemands) {
            for (int place = 0; place < left.length; place += 2) {
                keeper.remove(left[place], left[place + 1]);
                leftDemands.accept(left[place + 1]);
            }
        }

        /** Tells states apart: the same duties give the same number, however they came about. */
        long stateAfter(long state, int demand) {
            long after = state ^ numberOf(coming, demand);
            for (int place = 0; place < left.length; place += 2) {
                after ^= numberOf(left[place], left[place + 1]);
            }
            return after;
        }

        private static long numberOf(int cadre, int demand) {
            long mixed = ((long) cadre << 32 | demand) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
            return mixed ^ mixed >>> 32;
        }
    }

    Newcomers(ScoreKeeper keeper, LikelyCadres likely, SplittableRandom random) {
        this.keeper = keeper;
        index = keeper.index();
        this.likely = likely;
        this.random = random;
        colleagues = new Colleagues(keeper);
    }

    /** How many people and duties were looked at so far. */
    long looks() {
        return looks;
    }

    /**
     * Who could come, the best first.
     *
     * @param depth how many may still come; with 1, nobody can come after
     */
    List<Way> waysTo(int demand, int depth) {
        var ways = new ArrayList<Way>();
        floor = keeper.avoidable();
        var pool = index.pool(index.dutyKindOf(demand));
        if (pool.cardinality() <= FEW) {
            for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
                addWays(cadre, demand, depth, ways);
            }
        } else {
            for (int rank = 0; rank < likely.count(demand); rank++) {
                addWays(likely.cadre(demand, rank), demand, depth, ways);
            }
        }
        ways.sort(BEST_FIRST);
        return ways.size() > MOST_WAYS ? ways.subList(0, MOST_WAYS) : ways;
    }

    private void addWays(int cadre, int demand, int depth, List<Way> ways) {
        if (!index.mayServe(cadre, demand) || keeper.serves(cadre, demand)) {
            return;
        }
        if (offer(cadre, demand, NOTHING, ways)) {
            return;
        }
        addWaysOfLeaving(cadre, demand, NOTHING, ways);
        int day = index.day(index.windowOf(demand));
        int unit = index.unitOf(cadre);
        if (keeper.away(unit, day) >= index.ceiling(unit) && !colleagues.isAway(cadre, day)) {
            for (int colleague : colleagues.anyAway(unit, day, MOST_COLLEAGUES, random)) {
                int[] left = colleagues.dutiesOf(colleague, day);
                if (left.length <= 2 * depth) {
                    addWaysWithout(cadre, demand, left, ways);
                }
            }
        }
    }

    private void addWaysWithout(int cadre, int demand, int[] left, List<Way> ways) {
        int mark = keeper.mark();
        for (int place = 0; place < left.length; place += 2) {
            keeper.remove(left[place], left[place + 1]);
        }
        if (!offer(cadre, demand, left, ways)) {
            addWaysOfLeaving(cadre, demand, left, ways);
        }
        keeper.undoTo(mark);
    }

    /** The newcomer leaves one duty, or where that is not enough two. */
    private void addWaysOfLeaving(int cadre, int demand, int[] left, List<Way> ways) {
        boolean isFound = false;
        int duties = keeper.duties(cadre);
        for (int place = 0; place < duties; place++) {
            isFound |= offerWithout(cadre, demand, with(left, cadre, keeper.demandAt(cadre, place)), 1, ways);
        }
        for (int place = 0; place < duties - 1 && !isFound; place++) {
            int first = keeper.demandAt(cadre, place);
            int second = keeper.demandAt(cadre, place + 1);
            offerWithout(cadre, demand, with(with(left, cadre, first), cadre, second), 2, ways);
        }
    }

    /** Offers a way on which the last few of those who leave are still there. */
    private boolean offerWithout(int cadre, int demand, int[] left, int few, List<Way> ways) {
        int mark = keeper.mark();
        for (int place = left.length - 2 * few; place < left.length; place += 2) {
            keeper.remove(left[place], left[place + 1]);
        }
        boolean isOffered = offer(cadre, demand, left, ways);
        keeper.undoTo(mark);
        return isOffered;
    }

    /** Offers a way on which all have left already; tells whether the newcomer can come by now. */
    private boolean offer(int cadre, int demand, int[] left, List<Way> ways) {
        looks++;
        keeper.weighAdd(cadre, demand, change);
        if (keeper.avoidable() + change.avoidable() < floor) {
            return false;
        }
        ways.add(new Way(
                cadre,
                left,
                keeper.hard() + change.hard(),
                keeper.medium() + change.medium(),
                keeper.soft() + change.soft()));
        return true;
    }

    private static int[] with(int[] left, int cadre, int demand) {
        var more = Arrays.copyOf(left, left.length + 2);
        more[left.length] = cadre;
        more[left.length + 1] = demand;
        return more;
    }
}
