package org.muster.benchmark;

import java.time.Duration;
import org.muster.problem.Problem;
import org.muster.schedule.Schedule;
import org.muster.problem.index.ProblemIndex;

/** The floor: a greedy schedule, without any search. It takes the time it takes. */
final class GreedyPlayer implements Player {

    @Override
    public Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace) {
        var index = ProblemIndex.of(problem);
        var keeper = GreedyStart.of(index, Shortlist.of(index, GreedyStart.SHORTLIST));
        trace.found(keeper.score());
        return new Outcome(keeper.schedule(), 0);
    }
}
