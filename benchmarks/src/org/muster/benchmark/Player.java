package org.muster.benchmark;

import java.time.Duration;
import org.muster.problem.Problem;
import org.muster.schedule.Schedule;

/** A way of solving, to be measured. */
@FunctionalInterface
interface Player {

    /**
     * Looks for the best schedule.
     *
     * @param known a schedule of another contender, from which a peer may learn how good a cover is possible
     * @param limit the clock of {@code trace} already runs; whoever answers later is said to be late
     */
    Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace);

    /**
     * What came of it.
     *
     * @param schedule the best one found; empty when none was
     * @param movesPerSecond changes tried a second; 0 when that is unknown or means nothing
     */
    record Outcome(Schedule schedule, long movesPerSecond) {}
}
