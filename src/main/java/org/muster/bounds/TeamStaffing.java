package org.muster.bounds;

import java.util.Arrays;

/**
 * The cheapest way to staff one team when everybody's time has a price: how many heads, from which units, how many of
 * them experienced. Exact among those who are offered, by going through units and their people one after the other.
 *
 * <p>A state is how many heads each lane has, and how many of them are experienced. The table has a row of least costs
 * by state for every unit, before and while its people join. One object serves one thread and many teams; it keeps its
 * arrays.
 */
final class TeamStaffing {
    /** Stands for "not to be had"; larger than any cost, also when two are summed. */
    static final long BARRED = Long.MAX_VALUE >> 3;

    /** Sums of costs stay nearer to 0, or they could not be told from those that are barred. */
    private static final long LARGEST_SUM = BARRED / 4;

    private static final int NONE = -1;

    private final long unitWeight;
    private final long experienceWeight;

    private Candidates candidates = Candidates.NOBODY;
    private Team team = Candidates.NOBODY.team();
    private int lanes;
    private int heads;
    private int full;
    private int states;
    private int[] stride = {};
    private int[] base = {};
    private long[] table = {};
    /** Where the row of a unit's least costs begins in the table, before it joins; one more at the end. */
    private int[] rowOfUnit = {};

    private int[] chosen = {};
    private int chosenCount;

    /**
     * Prepares for teams.
     *
     * @param unitWeight what each unit but the first one costs a team
     * @param experienceWeight what each experienced head that is missing costs
     */
    TeamStaffing(long unitWeight, long experienceWeight) {
        this.unitWeight = unitWeight;
        this.experienceWeight = experienceWeight;
    }

    /**
     * The least that a team costs, heads that are left out included, with the people who are offered alone.
     * {@link #chosen} tells whom it takes.
     *
     * @throws ArithmeticException when costs and prices are so large that a sum could not be told from one that is barred
     */
    long least(Candidates newOffers) {
        int last = goThroughUnits(newOffers);
        int best = bestState(last);
        trace(best);
        return costAt(last, best);
    }

    /**
     * A lower limit for the same with everybody: those who are not offered come at their least cost, from no unit.
     *
     * @throws ArithmeticException as {@link #least} does
     */
    long leastWithAnybody(Candidates newOffers) {
        int last = goThroughUnits(newOffers);
        for (int lane = 0; lane < lanes; lane++) {
            join(lane, last, last, candidates.leastOfOthers(lane), false);
            join(lane, last, last, candidates.leastOfOtherExperienced(lane), true);
        }
        return costAt(last, bestState(last));
    }

    /** How many of the offers the last team took. */
    int chosenCount() {
        return chosenCount;
    }

    /** The number of an offer that was taken, for {@code place} below {@link #chosenCount}. */
    int chosen(int place) {
        return chosen[place];
    }

    private void start(Candidates newOffers) {
        candidates = newOffers;
        team = candidates.team();
        lanes = team.lanes().size();
        full = team.mostExperienced();
        if (stride.length < lanes) {
            stride = new int[lanes];
            base = new int[lanes];
        }
        heads = 1;
        for (int lane = 0; lane < lanes; lane++) {
            stride[lane] = heads;
            base[lane] = team.lanes().get(lane).seats() + 1;
            heads *= base[lane];
        }
        states = heads * (full + 1);
        int rows = candidates.count() + 2 * candidates.units() + 1;
        if (table.length < rows * states) {
            table = new long[rows * states];
        }
        if (rowOfUnit.length <= candidates.units()) {
            rowOfUnit = new int[candidates.units() + 1];
        }
        Arrays.fill(table, 0, states, BARRED);
        table[heads * team.standingExperienced()] = 0;
        rowOfUnit[0] = 0;
        requireRoom(mostOfSums());
    }

    /** What no sum of this team's costs exceeds: each unit, and every head taken by the dearest or left out. */
    private long mostOfSums() {
        long most = Math.multiplyExact(unitWeight, (long) candidates.units() + team.standingUnits().length);
        most = Math.addExact(most, Math.multiplyExact(experienceWeight, (long) full));
        for (int lane = 0; lane < lanes; lane++) {
            long dearest = Math.max(
                    magnitude(candidates.leastOfOthers(lane)), magnitude(candidates.leastOfOtherExperienced(lane)));
            for (int offer = 0; offer < candidates.count(); offer++) {
                dearest = Math.max(dearest, magnitude(costOf(lane, offer)));
            }
            var heads = team.lanes().get(lane);
            most = Math.addExact(most, Math.multiplyExact(dearest, (long) heads.seats()));
            most = Math.addExact(most, heads.mostLeavingOut());
        }
        return most;
    }

    private static long magnitude(long cost) {
        return cost >= BARRED ? 0 : Math.absExact(cost);
    }

    /** Refuses sums that could not be told from those that are barred. */
    static void requireRoom(long mostOfSums) {
        if (mostOfSums > LARGEST_SUM) {
            throw new ArithmeticException(
                    "Costs and prices sum up to %d, beyond %d.".formatted(mostOfSums, LARGEST_SUM));
        }
    }

    /** Fills the table; returns where its last row begins. */
    private int goThroughUnits(Candidates newOffers) {
        start(newOffers);
        for (int unit = 0; unit < candidates.units(); unit++) {
            int before = rowOfUnit[unit];
            int row = before + states;
            boolean stands = Arrays.binarySearch(team.standingUnits(), candidates.unit(unit)) >= 0;
            long joining = stands ? 0 : unitWeight;
            for (int state = 0; state < states; state++) {
                table[row + state] = table[before + state] + joining;
            }
            for (int offer = candidates.begin(unit); offer < candidates.begin(unit + 1); offer++, row += states) {
                System.arraycopy(table, row, table, row + states, states);
                for (int lane = 0; lane < lanes; lane++) {
                    join(lane, row, row + states, costOf(lane, offer), candidates.isExperienced(offer));
                }
            }
            rowOfUnit[unit + 1] = row + states;
            for (int state = 0; state < states; state++) {
                table[row + states + state] = Math.min(table[before + state], table[row + state]);
            }
        }
        return rowOfUnit[candidates.units()];
    }

    private long costOf(int lane, int offer) {
        long cost = candidates.cost(lane, offer);
        return cost >= BARRED ? BARRED : cost + candidates.price(offer);
    }

    /** Lets somebody join; more than one where both rows are the same. */
    private void join(int lane, int from, int to, long cost, boolean experienced) {
        if (cost >= BARRED) {
            return;
        }
        for (int level = 0; level <= full; level++) {
            int nextLevel = experienced ? Math.min(full, level + 1) : level;
            join(lane, from + level * heads, to + nextLevel * heads, cost);
        }
    }

    /** States with a head more in the lane follow each other, but for where the next lane turns over. */
    private void join(int lane, int from, int to, long cost) {
        int step = stride[lane];
        int turn = step * base[lane];
        for (int begin = 0; begin < heads; begin += turn) {
            for (int state = begin + step; state < begin + turn; state++) {
                table[to + state] = Math.min(table[to + state], table[from + state - step] + cost);
            }
        }
    }

    private int bestState(int row) {
        int best = NONE;
        long bestCost = Long.MAX_VALUE;
        for (int state = 0; state < states; state++) {
            if (table[row + state] < BARRED / 2) {
                long cost = costAt(row, state);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = state;
                }
            }
        }
        return best;
    }

    private long costAt(int row, int state) {
        long cost = table[row + state];
        int joining = 0;
        int rest = state % heads;
        for (int lane = 0; lane < lanes; lane++) {
            int filled = rest % base[lane];
            rest /= base[lane];
            joining += filled;
            cost += team.lanes().get(lane).leavingOut(filled);
        }
        cost += experienceWeight * team.missingExperienced(joining, state / heads);
        return team.isEmptyWith(joining) ? cost : cost + unitWeight * (team.standingUnits().length - 1);
    }

    private void trace(int best) {
        chosenCount = 0;
        int state = best;
        for (int unit = candidates.units() - 1; unit >= 0; unit--) {
            if (table[rowOfUnit[unit + 1] + state] == table[rowOfUnit[unit] + state]) {
                continue;
            }
            int row = rowOfUnit[unit + 1] - states;
            for (int offer = candidates.begin(unit + 1) - 1; offer >= candidates.begin(unit); offer--, row -= states) {
                if (table[row + state] != table[row - states + state]) {
                    choose(offer);
                    state = stateBefore(offer, row, state);
                }
            }
        }
    }

    private int stateBefore(int offer, int row, int state) {
        for (int lane = 0; lane < lanes; lane++) {
            long cost = costOf(lane, offer);
            if (cost >= BARRED || state / stride[lane] % base[lane] == 0) {
                continue;
            }
            int from = state - stride[lane];
            boolean experienced = candidates.isExperienced(offer);
            boolean stays = !experienced || state >= heads * full;
            if (stays && table[row - states + from] + cost == table[row + state]) {
                return from;
            }
            if (experienced && state >= heads && table[row - states + from - heads] + cost == table[row + state]) {
                return from - heads;
            }
        }
        throw new IllegalStateException("The offer %d has changed nothing in state %d.".formatted(offer, state));
    }

    private void choose(int offer) {
        if (chosenCount == chosen.length) {
            chosen = Arrays.copyOf(chosen, Math.max(16, 2 * chosenCount));
        }
        chosen[chosenCount++] = offer;
    }
}
