package org.muster.benchmark;

import java.time.Duration;
import org.muster.benchmark.cpsat.StaffingModel;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.flow.FlowPlanner;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * OR-Tools CP-SAT over each demand's short list, with cover fixed at the best level known.
 *
 * <p>With a hint it begins with the product's own flow, the best start there is, and answers with that when it finds
 * nothing better; without one it knows a greedy schedule's duties, but not which they are.
 */
final class CpSatPlayer implements Player {
    private final boolean hinted;

    private CpSatPlayer(boolean hinted) {
        this.hinted = hinted;
    }

    static CpSatPlayer withHint() {
        return new CpSatPlayer(true);
    }

    static CpSatPlayer withoutHint() {
        return new CpSatPlayer(false);
    }

    @Override
    public Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace) {
        var index = ProblemIndex.of(problem);
        var shortlist = Shortlist.of(index, GreedyStart.SHORTLIST);
        var start = hinted
                ? ScoreKeeper.of(index, FlowPlanner.plan(index, () -> trace.leftOf(limit).isZero())
                        .schedule())
                : GreedyStart.of(index, shortlist);
        long cover = Math.max(start.medium(), ScoreKeeper.of(index, known).medium());
        var task = new StaffingModel.Task(index, shortlist::of, start.schedule(), known, hinted, -cover);
        if (hinted) {
            trace.found(start.score());
        }
        var schedule = StaffingModel.of(task)
                .solve(seed, () -> trace.leftOf(limit), score -> trace.found(score));
        boolean keepsStart = hinted && schedule.assignments().isEmpty();
        return new Outcome(keepsStart ? start.schedule() : schedule, 0);
    }
}
