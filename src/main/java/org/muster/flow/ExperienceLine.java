package org.muster.flow;

/**
 * A straight line below what {@code experience} asks of a team, so that heads can be charged one by one: for every
 * number of heads, {@code multiple} times the heads it lacks are at least {@code base + perHead x heads -
 * perExperienced x experienced}, and about as many where the team has its ideal size.
 *
 * @param perHead what each head adds
 * @param perExperienced what each experienced head takes away; the multiple as well
 * @param base the line without any head
 * @param standingHeads heads that stand already
 * @param standingShortage the base, with the heads that stand already
 * @param highestPrice up to which a unit of shortage can be charged, in parts of a point
 */
record ExperienceLine(
        long perHead, long perExperienced, long base, int standingHeads, long standingShortage, long highestPrice) {

    private static final int HEADS_FOR_EACH_EXPERIENCED = 5;

    /**
     * The line for a team.
     *
     * @param ideal heads at which it should be nearest
     * @param most heads that there can be, at least {@code ideal}
     * @param weight points of a missing experienced head, in parts of a point
     */
    static ExperienceLine of(int ideal, int most, int heads, int experienced, long weight) {
        int from = Math.min(ideal, most - 1);
        int left = 0;
        int right = most;
        // The lowest chord above the ideal is part of the lower hull, whose corners are full fives and the ends.
        double lowest = Double.POSITIVE_INFINITY;
        for (int low = 0; low <= from; low++) {
            for (int high = from + 1; isCorner(low) && high <= most; high++) {
                double slope = (need(high) - need(low)) / (double) (high - low);
                double value = need(low) + slope * (from + 0.5 - low);
                if ((isCorner(high) || high == most) && value < lowest - 1e-9) {
                    lowest = value;
                    left = low;
                    right = high;
                }
            }
        }
        int run = right - left;
        int rise = need(right) - need(left);
        long base = (long) need(left) * run - (long) rise * left;
        return new ExperienceLine(
                rise, run, base, heads, base + (long) rise * heads - (long) run * experienced, weight / run);
    }

    /** The shortage of the line when these heads join those that stand. */
    long shortage(int heads, int experienced) {
        return standingShortage + perHead * heads - perExperienced * experienced;
    }

    /** How far the line is below the multiple of the need when so many heads join those that stand; 0 or more. */
    long below(int heads) {
        int all = standingHeads + heads;
        return perExperienced * need(all) - base - perHead * all;
    }

    private static boolean isCorner(int heads) {
        return heads <= 1 || heads % HEADS_FOR_EACH_EXPERIENCED == 0;
    }

    private static int need(int heads) {
        return heads < 2 ? 0 : Math.ceilDiv(heads, HEADS_FOR_EACH_EXPERIENCED);
    }
}
