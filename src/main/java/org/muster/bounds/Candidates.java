package org.muster.bounds;

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
