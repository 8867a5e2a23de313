package org.muster.bounds;

import java.util.Arrays;

/**
 * The cheapest way to staff one team when everybody's time has a price: how many heads, from which units, how many of
 * them experienced. Exact among those who are offered, by going through units and their people one after the other.
 *
 * <p>A state is how many heads each lane has, and how many of them are experienced. One object serves one thread and
 * many teams; it keeps its arrays.
 */
final class TeamStaffing {
    /** Stands for "not to be had"; larger than any cost, also when two are summed. */
    static final long BARRED = Long.MAX_VALUE >> 3;

    private static final int NONE = -1;
    private static final byte NOT_TAKEN = 0;

    private final long unitWeight;
    private final long experienceWeight;

    private Offers offers = Offers.NOBODY;
    private Team team = Offers.NOBODY.team();
    private int lanes;
    private int heads;
    private int states;
    private int[] stride = {};
    private byte[][] inLane = {};
    /** By state, the least cost of the units so far. */
    private long[] least = {};
    /** The same where the unit at hand is in the team. */
    private long[] opened = {};
    /** For each offer and state, which lane the cadre takes, twice, plus one where experience was complete before. */
    private byte[] taken = {};

    private boolean[] unitJoins = {};
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
     */
    long least(Offers newOffers) {
        goThroughUnits(newOffers);
        int best = bestState();
        trace(best);
        return costAt(best);
    }

    /** A lower limit for the same with everybody: those who are not offered come at their least cost, from no unit. */
    long leastWithAnybody(Offers newOffers) {
        goThroughUnits(newOffers);
        for (int lane = 0; lane < lanes; lane++) {
            letAnybodyJoin(lane, offers.leastOfOthers(lane), false);
            letAnybodyJoin(lane, offers.leastOfOtherExperienced(lane), true);
        }
        return costAt(bestState());
    }

    /** How many of the offers the last team took. */
    int chosenCount() {
        return chosenCount;
    }

    /** The number of an offer that was taken, for {@code place} below {@link #chosenCount}. */
    int chosen(int place) {
        return chosen[place];
    }

    private void start(Offers newOffers) {
        offers = newOffers;
        team = offers.team();
        lanes = team.lanes().size();
        if (stride.length < lanes) {
            stride = new int[lanes];
            inLane = new byte[lanes][];
        }
        heads = 1;
        for (int lane = 0; lane < lanes; lane++) {
            stride[lane] = heads;
            heads *= team.lanes().get(lane).seats() + 1;
        }
        for (int lane = 0; lane < lanes; lane++) {
            inLane[lane] = digits(stride[lane], team.lanes().get(lane).seats() + 1);
        }
        states = heads * (team.mostExperienced() + 1);
        if (least.length < states) {
            least = new long[states];
            opened = new long[states];
        }
        if (taken.length < states * offers.count()) {
            taken = new byte[states * offers.count()];
        }
        if (unitJoins.length < states * offers.units()) {
            unitJoins = new boolean[states * offers.units()];
        }
        Arrays.fill(least, 0, states, BARRED);
        least[heads * team.standingExperienced()] = 0;
    }

    /** Whether a lane has a head in each state; the number itself does not matter here. */
    private byte[] digits(int laneStride, int base) {
        var digits = new byte[heads];
        for (int state = 0; state < heads; state++) {
            digits[state] = (byte) (state / laneStride % base == 0 ? 0 : 1);
        }
        return digits;
    }

    private void goThroughUnits(Offers newOffers) {
        start(newOffers);
        for (int unit = 0; unit < offers.units(); unit++) {
            boolean stands = Arrays.binarySearch(team.standingUnits(), offers.unit(unit)) >= 0;
            long joining = stands ? 0 : unitWeight;
            for (int state = 0; state < states; state++) {
                opened[state] = least[state] + joining;
            }
            for (int offer = offers.begin(unit); offer < offers.begin(unit + 1); offer++) {
                offer(offer);
            }
            int row = unit * states;
            for (int state = 0; state < states; state++) {
                boolean joins = opened[state] < least[state];
                unitJoins[row + state] = joins;
                if (joins) {
                    least[state] = opened[state];
                }
            }
        }
    }

    /** From the fullest state down, so that nobody joins twice. */
    private void offer(int offer) {
        int row = offer * states;
        long price = offers.price(offer);
        boolean experienced = offers.isExperienced(offer);
        int full = team.mostExperienced();
        for (int state = states - 1, level = full; level >= 0; level--) {
            for (int head = heads - 1; head >= 0; head--, state--) {
                long best = opened[state];
                int way = NOT_TAKEN;
                for (int lane = 0; lane < lanes; lane++) {
                    long cost = offers.cost(lane, offer);
                    if (inLane[lane][head] == 0 || cost >= BARRED) {
                        continue;
                    }
                    int from = state - stride[lane];
                    if (!experienced || level == full) {
                        long sum = opened[from] + cost + price;
                        if (sum < best) {
                            best = sum;
                            way = 2 * lane + 2;
                        }
                    }
                    if (experienced && level > 0) {
                        long sum = opened[from - heads] + cost + price;
                        if (sum < best) {
                            best = sum;
                            way = 2 * lane + 1;
                        }
                    }
                }
                opened[state] = best;
                taken[row + state] = (byte) way;
            }
        }
    }

    private void letAnybodyJoin(int lane, long cost, boolean experienced) {
        if (cost >= BARRED) {
            return;
        }
        int full = team.mostExperienced();
        for (int state = 0, level = 0; level <= full; level++) {
            for (int head = 0; head < heads; head++, state++) {
                if (inLane[lane][head] == 0) {
                    continue;
                }
                int from = state - stride[lane];
                if (!experienced || level == full) {
                    least[state] = Math.min(least[state], least[from] + cost);
                }
                if (experienced && level > 0) {
                    least[state] = Math.min(least[state], least[from - heads] + cost);
                }
            }
        }
    }

    private int bestState() {
        int best = NONE;
        long bestCost = Long.MAX_VALUE;
        for (int state = 0; state < states; state++) {
            if (least[state] < BARRED) {
                long cost = costAt(state);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = state;
                }
            }
        }
        return best;
    }

    private long costAt(int state) {
        long cost = least[state];
        int joining = 0;
        int rest = state % heads;
        for (var lane : team.lanes()) {
            int filled = rest % (lane.seats() + 1);
            rest /= lane.seats() + 1;
            joining += filled;
            cost += lane.leavingOut(filled);
        }
        cost += experienceWeight * team.missingExperienced(joining, state / heads);
        return team.isEmptyWith(joining) ? cost : cost + unitWeight * (team.standingUnits().length - 1);
    }

    private void trace(int best) {
        chosenCount = 0;
        int state = best;
        for (int unit = offers.units() - 1; unit >= 0; unit--) {
            if (!unitJoins[unit * states + state]) {
                continue;
            }
            for (int offer = offers.begin(unit + 1) - 1; offer >= offers.begin(unit); offer--) {
                int way = taken[offer * states + state];
                if (way != NOT_TAKEN) {
                    choose(offer);
                    state -= stride[(way - 1) / 2];
                    state -= way % 2 == 1 ? heads : 0;
                }
            }
        }
    }

    private void choose(int offer) {
        if (chosenCount == chosen.length) {
            chosen = Arrays.copyOf(chosen, Math.max(16, 2 * chosenCount));
        }
        chosen[chosenCount++] = offer;
    }
}
