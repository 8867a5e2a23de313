package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.index.ProblemIndex;

/** Finds who could come to a demand, and who would have to leave what for that. */
final class Newcomers {
    /** Up to so many people who may serve all are looked at, else only those who are likely. */
    private static final int FEW = 200;
    /** Of the ways of one sort to a demand, so many are tried. */
    private static final int MOST_WAYS = 40;
    /** Colleagues who may stay at home for a newcomer. */
    private static final int MOST_COLLEAGUES = 12;

    private static final int[] NOTHING = {};

    private static final Comparator<Way> BEST_FIRST = Comparator.comparingLong((Way way) -> -way.hard())
            .thenComparingLong(way -> -way.medium())
            .thenComparingLong(way -> -way.soft());

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final SplittableRandom random;
    private final Colleagues colleagues;
    private final Change change = new Change();
    private final List<Way> free = new ArrayList<>();
    private final List<Way> leaving = new ArrayList<>();
    private final List<Way> replacing = new ArrayList<>();
    private long looks;
    /** What must not become worse, as it was before anybody came. */
    private long floor;
    /** Where nobody can come after, only ways that lead above this are worth a try. */
    private long mediumToBeat;

    /**
     * Somebody who comes.
     *
     * @param left who leaves which demand for that: pairs of cadre and demand, one after the other
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
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
     * Who could come: first those who leave nothing for it, then by turns those who leave something and those for whom a
     * colleague stays at home. Of each sort the best come first.
     *
     * @param depth how many may still come; with 1, nobody can come after
     * @param toBeat of the medium level: what all this is for
     */
    List<Way> waysTo(int demand, int depth, long toBeat) {
        free.clear();
        leaving.clear();
        replacing.clear();
        floor = keeper.avoidable();
        mediumToBeat = depth > 1 ? Long.MIN_VALUE : toBeat;
        var pool = index.pool(index.dutyKindOf(demand));
        if (pool.cardinality() <= FEW) {
            for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
                addWays(cadre, demand, depth);
            }
        } else {
            for (int rank = 0; rank < likely.count(demand); rank++) {
                addWays(likely.cadre(demand, rank), demand, depth);
            }
        }
        return inTurns();
    }

    private List<Way> inTurns() {
        var ways = new ArrayList<>(bestOf(free));
        var left = bestOf(leaving);
        var replaced = bestOf(replacing);
        for (int place = 0; place < Math.max(left.size(), replaced.size()); place++) {
            if (place < replaced.size()) {
                ways.add(replaced.get(place));
            }
            if (place < left.size()) {
                ways.add(left.get(place));
            }
        }
        return ways;
    }

    private static List<Way> bestOf(List<Way> ways) {
        ways.sort(BEST_FIRST);
        return ways.subList(0, Math.min(MOST_WAYS, ways.size()));
    }

    private void addWays(int cadre, int demand, int depth) {
        if (!index.mayServe(cadre, demand) || keeper.serves(cadre, demand)) {
            return;
        }
        offer(cadre, demand, NOTHING, free);
        addWaysOfLeaving(cadre, demand, NOTHING, leaving);
        int day = index.day(index.windowOf(demand));
        int unit = index.unitOf(cadre);
        if (keeper.away(unit, day) >= index.ceiling(unit) && !colleagues.isAway(cadre, day)) {
            for (int colleague : colleagues.anyAway(unit, day, MOST_COLLEAGUES, random)) {
                int[] left = colleagues.dutiesOf(colleague, day);
                if (left.length <= 2 * depth) {
                    addWaysWithout(cadre, demand, left);
                }
            }
        }
    }

    private void addWaysWithout(int cadre, int demand, int[] left) {
        int mark = keeper.mark();
        for (int place = 0; place < left.length; place += 2) {
            keeper.remove(left[place], left[place + 1]);
        }
        if (!offer(cadre, demand, left, replacing)) {
            addWaysOfLeaving(cadre, demand, left, replacing);
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
        long medium = keeper.medium() + change.medium();
        if (medium > mediumToBeat) {
            ways.add(new Way(cadre, left, keeper.hard() + change.hard(), medium, keeper.soft() + change.soft()));
        }
        return true;
    }

    private static int[] with(int[] left, int cadre, int demand) {
        var more = Arrays.copyOf(left, left.length + 2);
        more[left.length] = cadre;
        more[left.length + 1] = demand;
        return more;
    }
}
