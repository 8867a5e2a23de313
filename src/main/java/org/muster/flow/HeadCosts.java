package org.muster.flow;

import org.muster.problem.Demand;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * What it costs to leave heads of a demand out, beside those who stand on it: first the heads above the ideal (which
 * earn something), then those above the minimum, then the required ones.
 *
 * @param over heads above the ideal that can still be added
 * @param ideal heads above the minimum that are still wanted
 * @param required heads that are still required
 * @param overCost points for leaving out one above the ideal, 0 or less
 * @param idealCost points for leaving out one above the minimum
 * @param priority medium points for leaving out a required one
 */
public record HeadCosts(int over, int ideal, int required, long overCost, long idealCost, int priority) {

    /** Of a demand on which so many stand already. */
    public static HeadCosts of(ProblemIndex index, int demand, int standingHeads) {
        Demand wanted = index.demand(demand);
        var weights = index.problem().weights();
        int beyondMin = Math.max(wanted.min(), standingHeads);
        int beyondIdeal = Math.max(wanted.ideal(), standingHeads);
        return new HeadCosts(
                Math.max(0, wanted.max() - beyondIdeal),
                Math.max(0, wanted.ideal() - beyondMin),
                Math.max(0, wanted.min() - standingHeads),
                -(long) weights.of(Rule.OVER_COVER) * wanted.overWeight(),
                (long) weights.of(Rule.IDEAL_COVER) * wanted.idealWeight(),
                wanted.priority());
    }

    public int seats() {
        return over + ideal + required;
    }
}
