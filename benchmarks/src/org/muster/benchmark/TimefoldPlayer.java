package org.muster.benchmark;

import java.time.Duration;
import org.muster.planning.DefaultPhasesSolver;
import org.muster.planning.DefaultPhasesSolver.ValueRange;
import org.muster.problem.Problem;
import org.muster.schedule.Schedule;

/** Timefold with its default phases and the constraint streams of the product. */
final class TimefoldPlayer implements Player {
    private final ValueRange valueRange;

    private TimefoldPlayer(ValueRange valueRange) {
        this.valueRange = valueRange;
    }

    static TimefoldPlayer withOneValueRange() {
        return new TimefoldPlayer(ValueRange.EVERYBODY);
    }

    static TimefoldPlayer withShortValueRanges() {
        return new TimefoldPlayer(ValueRange.CANDIDATES);
    }

    @Override
    public Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace) {
        var solver = new DefaultPhasesSolver(problem, valueRange);
        var schedule = solver.solve(seed, () -> trace.leftOf(limit), score -> trace.found(score));
        return new Outcome(schedule, solver.movesPerSecond());
    }
}
