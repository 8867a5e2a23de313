package org.muster.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.muster.planning.RosterSolver;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Schedule;

/** The product, as the service uses it. */
final class MusterPlayer implements Player {

    @Override
    public Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace) {
        var moves = new AtomicLong();
        var options = new SolveOptions(limit, 0, seed, null, SolveOptions.Profile.STANDARD);
        var solver = new RosterSolver(problem, options, (progress, _) -> {
            trace.found(progress.score(), null);
            moves.set(progress.movesPerSecond());
        });
        var schedule = solver.solve(Schedule.EMPTY);
        return new Outcome(schedule, moves.get());
    }
}
