package org.muster.evaluation.incremental;

import static org.muster.problem.rules.Rule.IDEAL_COVER;
import static org.muster.problem.rules.Rule.OVER_COVER;

import org.muster.problem.Demand;
import org.muster.problem.index.ProblemIndex;

/** What the number of heads on a demand costs. */
final class CoverCount {
    private final Demand[] demands;
    private final long idealWeight;
    private final long overWeight;

    CoverCount(ProblemIndex index) {
        demands = index.problem().demands().toArray(Demand[]::new);
        idealWeight = index.weight(IDEAL_COVER);
        overWeight = index.weight(OVER_COVER);
    }

    /** Weighs one head more where there were {@code heads}. */
    void join(int demand, int heads, Change change) {
        weigh(demands[demand], heads, 1, change);
        weigh(demands[demand], heads + 1, -1, change);
    }

    /** Weighs one head less where there were {@code heads}. */
    void leave(int demand, int heads, Change change) {
        weigh(demands[demand], heads, 1, change);
        weigh(demands[demand], heads - 1, -1, change);
    }

    /** Weighs a number of heads where nothing was counted before. */
    void start(int demand, int heads, Change change) {
        weigh(demands[demand], heads, -1, change);
    }

    static long above(Demand demand, int heads) {
        return Math.max(0, heads - demand.max());
    }

    static long missing(Demand demand, int heads) {
        return (long) demand.priority() * Math.max(0, demand.min() - heads);
    }

    static long missingFromIdeal(Demand demand, int heads) {
        return (long) demand.idealWeight() * Math.max(0, demand.ideal() - Math.max(heads, demand.min()));
    }

    static long over(Demand demand, int heads) {
        return (long) demand.overWeight() * Math.max(0, heads - demand.ideal());
    }

    private void weigh(Demand demand, int heads, int sign, Change change) {
        change.breakRules(-sign * above(demand, heads));
        change.missHeads(-sign * missing(demand, heads));
        change.cost(-sign * (idealWeight * missingFromIdeal(demand, heads) + overWeight * over(demand, heads)));
    }
}
