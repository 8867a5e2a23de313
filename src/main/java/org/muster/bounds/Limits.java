package org.muster.bounds;

/**
 * Below which cost somebody could have a place in a lane of the cheapest team.
 *
 * @param newcomer for those who are not experienced
 * @param experiencedOne for those who are
 */
record Limits(long newcomer, long experiencedOne) {
    /** How many newcomers, and how many experienced ones, are offered to a lane at most. */
    private static final int MOST_OFFERS = 400;
    /** How many costs the table of a team may have. */
    private static final long MOST_CELLS = 8L << 20;

    /**
     * Finds the limits: no more people than a lane has seats are better than the worst of the best by more than a unit
     * saves, and no more experienced ones than could be of use.
     *
     * @param priced what each costs, prices included; {@link TeamStaffing#BARRED} for those who may not
     * @param experienced who is, in the same order
     * @param unitWeight what a unit can save a team at most
     * @param experienceWeight what an experienced head can save it at most
     */
    static Limits of(
            Team team, int lane, long[] priced, boolean[] experienced, long unitWeight, long experienceWeight) {
        long last = lastSeat(team.lanes().get(lane), priced);
        long newcomer = last >= TeamStaffing.BARRED ? last : last + unitWeight;
        long experiencedOne = newcomer;
        if (team.mostExperienced() > 0 && newcomer < TeamStaffing.BARRED) {
            long further = newcomer + experienceWeight;
            long lastExperienced = last(team.mostExperienced(), priced, experienced, true, further);
            experiencedOne = Math.min(further, Math.max(newcomer, lastExperienced + unitWeight));
        }
        int most = (int) Math.min(
                MOST_OFFERS, MOST_CELLS / team.states() / 2 / team.lanes().size());
        return new Limits(
                last(most, priced, experienced, false, newcomer),
                last(most, priced, experienced, true, experiencedOne));
    }

    /** What the last seat of a lane costs where the cheapest take all; {@link TeamStaffing#BARRED} for too few people. */
    static long lastSeat(HeadGroup lane, long[] priced) {
        var best = new Lowest(lane.seats(), TeamStaffing.BARRED);
        for (long cost : priced) {
            best.offer(cost);
        }
        return best.last();
    }

    /** The last of so many with the least costs below a limit; the limit where there are not so many. */
    private static long last(int count, long[] priced, boolean[] experienced, boolean who, long limit) {
        var best = new Lowest(count, limit);
        for (int place = 0; place < priced.length; place++) {
            if (experienced[place] == who) {
                best.offer(priced[place]);
            }
        }
        return best.last();
    }

    long of(boolean isExperienced) {
        return isExperienced ? experiencedOne : newcomer;
    }
}
