package org.muster.benchmark;

import java.time.Duration;
import org.muster.benchmark.cpsat.StaffingModel;
import org.muster.evaluation.ScoreKeeper;
import org.muster.problem.Problem;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Schedule;

/** OR-Tools CP-SAT over each demand's short list, with cover fixed at the best level known. */
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
        var greedy = GreedyStart.of(index, shortlist);
        long cover = Math.max(greedy.medium(), ScoreKeeper.of(index, known).medium());
        var task = new StaffingModel.Task(index, shortlist::of, greedy.schedule(), known, hinted, -cover);
        var schedule = StaffingModel.of(task)
                .solve(seed, () -> trace.leftOf(limit), score -> trace.found(score, null));
        return new Outcome(schedule, 0);
    }
}
