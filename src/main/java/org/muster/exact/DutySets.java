package org.muster.exact;

import java.util.Arrays;
import org.muster.evaluation.incremental.ScoreParts;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;

/**
 * All sets of duties that one cadre can have, as the nodes of a tree: a node adds a duty to its parent's, later than all
 * of them. Parents come before their children, and a node's descendants follow it in a row.
 *
 * <p>A set is allowed when it keeps every rule about its cadre; or, where broken minimums are to be weighed too, all but
 * the required duty rules that more duties could mend.
 */
final class DutySets {
    private static final int NONE = ProblemIndex.NONE;
    /** To weigh a set takes so much longer than a step of a combination. */
    private static final int STEPS_A_SET = 20;

    private final ProblemIndex index;
    private final ScoreParts parts;
    private final int cadre;
    private final boolean keepsMinimums;
    private final Budget budget;
    private final int[] offered;
    private final boolean[] isPinned;
    private final int[] chosen;

    private int count;
    private int[] demand = new int[64];
    private int[] before = new int[64];
    private int[] depth = new int[64];
    private int[] end = new int[64];
    private boolean[] isAllowed = new boolean[64];
    private boolean[] isNewDay = new boolean[64];
    private long[] broken = new long[64];
    private long[] cost = new long[64];

    private DutySets(ProblemIndex index, ScoreParts parts, int cadre, boolean keepsMinimums, Budget budget) {
        this.index = index;
        this.parts = parts;
        this.cadre = cadre;
        this.keepsMinimums = keepsMinimums;
        this.budget = budget;
        offered = Arrays.stream(parts.demandsInOrder())
                .filter(each -> index.demand(each).max() > 0 && index.mayServe(cadre, each))
                .toArray();
        isPinned = pinned();
        chosen = new int[offered.length];
    }

    /**
     * Finds the sets of a cadre.
     *
     * @param keepsMinimums whether sets that break a required minimum are not allowed
     */
    static DutySets of(ProblemIndex index, ScoreParts parts, int cadre, boolean keepsMinimums, Budget budget)
            throws Budget.Exhausted {
        var sets = new DutySets(index, parts, cadre, keepsMinimums, budget);
        sets.grow(0, 0, NONE);
        return sets;
    }

    /** How many nodes there are; 0 when no set is allowed. */
    int count() {
        return count;
    }

    /** The duty that a node adds; of the root, which has none, {@link ProblemIndex#NONE}. */
    int demand(int node) {
        return demand[node];
    }

    /** How many duties there are. */
    int depth(int node) {
        return depth[node];
    }

    /** The first node after a node's descendants. */
    int end(int node) {
        return end[node];
    }

    /** Whether it is a set by itself, rather than only a part of larger ones. */
    boolean isAllowed(int node) {
        return isAllowed[node];
    }

    /** Whether the duty that a node adds is on a day on which its parent has none. */
    boolean isNewDay(int node) {
        return isNewDay[node];
    }

    /** By how much the required minimums are broken. */
    long broken(int node) {
        return broken[node];
    }

    /** The points of all duties of a set together. */
    long cost(int node) {
        return cost[node];
    }

    /** The duties of a set, the latest first. */
    int[] duties(int node) {
        var duties = new int[depth[node]];
        int place = 0;
        for (int each = node; demand[each] != NONE; each = before[each]) {
            duties[place++] = demand[each];
        }
        return duties;
    }

    private boolean[] pinned() {
        var pinned = new boolean[offered.length];
        var id = index.cadre(cadre).id();
        for (var standing : index.problem().assignments()) {
            if (standing.pinned() && standing.cadre().equals(id)) {
                mark(standing, pinned);
            }
        }
        return pinned;
    }

    private void mark(StandingAssignment standing, boolean[] pinned) {
        int number = index.findDemand(standing.demand()).orElseThrow();
        for (int place = 0; place < offered.length; place++) {
            pinned[place] |= offered[place] == number;
        }
    }

    /** Adds the sets that begin with those chosen; takes them back where none of them is allowed. */
    private void grow(int size, int from, int parent) throws Budget.Exhausted {
        budget.use(STEPS_A_SET);
        parts.weighDuties(cadre, chosen, size);
        if (parts.lasting() > 0) {
            return;
        }
        long open = parts.broken() - parts.mendable();
        long minimums = parts.mendable();
        int node = add(size, parent);
        isAllowed[node] = open == 0 && (minimums == 0 || !keepsMinimums);
        broken[node] = minimums;
        cost[node] = parts.cost();
        boolean isOfUse = isAllowed[node];
        for (int place = from; place < offered.length; place++) {
            if (isFree(size, offered[place])) {
                chosen[size] = offered[place];
                int known = count;
                grow(size + 1, place + 1, node);
                isOfUse |= count > known;
            }
            if (isPinned[place]) {
                break;
            }
        }
        end[node] = count;
        if (!isOfUse) {
            count = node;
        }
    }

    private boolean isFree(int size, int added) {
        for (int place = 0; place < size; place++) {
            if (index.gap(index.windowOf(chosen[place]), index.windowOf(added)) < 0) {
                return false;
            }
        }
        return true;
    }

    private int add(int size, int parent) {
        if (count == demand.length) {
            enlarge(2 * count);
        }
        int node = count++;
        demand[node] = size == 0 ? NONE : chosen[size - 1];
        before[node] = parent;
        depth[node] = size;
        isNewDay[node] = size > 0 && isOnNewDay(size - 1);
        return node;
    }

    private boolean isOnNewDay(int last) {
        int day = index.day(index.windowOf(chosen[last]));
        for (int place = 0; place < last; place++) {
            if (index.day(index.windowOf(chosen[place])) == day) {
                return false;
            }
        }
        return true;
    }

    private void enlarge(int length) {
        demand = Arrays.copyOf(demand, length);
        before = Arrays.copyOf(before, length);
        depth = Arrays.copyOf(depth, length);
        end = Arrays.copyOf(end, length);
        isAllowed = Arrays.copyOf(isAllowed, length);
        isNewDay = Arrays.copyOf(isNewDay, length);
        broken = Arrays.copyOf(broken, length);
        cost = Arrays.copyOf(cost, length);
    }
}
