package org.muster.bounds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The people who are looked at one by one for a team, by unit, with what each costs and what his time is worth. */
final class Candidates {
    /** For a team without seats. */
    static final Candidates NOBODY = new Candidates(new Team(0, List.of(), new int[0], 0, 0));

    private final Team team;
    private final long[] leastOfOthers;
    private final long[] leastOfOtherExperienced;
    private int[] begin = {0};
    private int[] units = {};
    private boolean[] experienced = {};
    private long[][] cost = {};
    private long[] price = {};

    /** Offers nobody, and everybody else for nothing. */
    Candidates(Team team) {
        this.team = team;
        leastOfOthers = new long[team.lanes().size()];
        leastOfOtherExperienced = new long[team.lanes().size()];
    }

    /**
     * Offers these people instead.
     *
     * @param newBegin for each unit its first offer, and the count at the end
     * @param newCost by lane and offer; {@link TeamStaffing#BARRED} for those who may not
     */
    void replace(int[] newUnits, int[] newBegin, boolean[] newExperienced, long[][] newCost) {
        units = newUnits;
        begin = newBegin;
        experienced = newExperienced;
        cost = newCost;
        price = new long[newExperienced.length];
    }

    /** Some of these offers, ascending, with the same limits for everybody else. */
    Candidates only(int[] offers) {
        var some = new Candidates(team);
        System.arraycopy(leastOfOthers, 0, some.leastOfOthers, 0, leastOfOthers.length);
        System.arraycopy(leastOfOtherExperienced, 0, some.leastOfOtherExperienced, 0, leastOfOthers.length);
        var someUnits = new int[Math.min(units.length, offers.length)];
        var someBegin = new int[someUnits.length + 1];
        var someExperienced = new boolean[offers.length];
        var someCost = new long[cost.length][offers.length];
        var somePrice = new long[offers.length];
        int number = -1;
        int unit = -1;
        for (int place = 0; place < offers.length; place++) {
            int offer = offers[place];
            if (unit < 0 || offer >= begin[unit + 1]) {
                do {
                    unit++;
                } while (offer >= begin[unit + 1]);
                someUnits[++number] = units[unit];
                someBegin[number] = place;
            }
            someExperienced[place] = experienced[offer];
            somePrice[place] = price[offer];
            for (int lane = 0; lane < cost.length; lane++) {
                someCost[lane][place] = cost[lane][offer];
            }
        }
        someBegin[number + 1] = offers.length;
        some.replace(
                Arrays.copyOf(someUnits, number + 1), Arrays.copyOf(someBegin, number + 2), someExperienced, someCost);
        some.price = somePrice;
        return some;
    }

    /** The offers of which the cheapest team can be made at the prices as they are, ascending. */
    int[] promising(long unitWeight, long experienceWeight) {
        var found = new BitSet();
        var priced = new long[count()];
        for (int lane = 0; lane < cost.length; lane++) {
            for (int offer = 0; offer < priced.length; offer++) {
                priced[offer] = cost[lane][offer] >= TeamStaffing.BARRED
                        ? TeamStaffing.BARRED
                        : cost[lane][offer] + price[offer];
            }
            var limits = Limits.of(team, lane, priced, experienced, unitWeight, experienceWeight);
            for (int offer = 0; offer < priced.length; offer++) {
                if (priced[offer] < limits.of(experienced[offer])) {
                    found.set(offer);
                }
            }
        }
        return found.stream().toArray();
    }

    void setPrice(int offer, long value) {
        price[offer] = value;
    }

    /** Says what anybody else costs at least, prices included, to take a head of a lane. */
    void setLeastOfOthers(int lane, long newcomer, long experiencedOne) {
        leastOfOthers[lane] = newcomer;
        leastOfOtherExperienced[lane] = experiencedOne;
    }

    Team team() {
        return team;
    }

    int count() {
        return experienced.length;
    }

    /** How many units they are from. */
    int units() {
        return units.length;
    }

    int unit(int number) {
        return units[number];
    }

    /** The first offer of a unit; with the number of units the count of all. */
    int begin(int number) {
        return begin[number];
    }

    boolean isExperienced(int offer) {
        return experienced[offer];
    }

    long cost(int lane, int offer) {
        return cost[lane][offer];
    }

    long price(int offer) {
        return price[offer];
    }

    long leastOfOthers(int lane) {
        return leastOfOthers[lane];
    }

    long leastOfOtherExperienced(int lane) {
        return leastOfOtherExperienced[lane];
    }
}
