package org.muster.planning;

import java.util.function.Supplier;
import org.muster.schedule.Schedule;

/** Receives the better schedules that a solve finds. */
@FunctionalInterface
public interface SolveListener {

    /**
     * Called with every better schedule, by the thread that solves: it waits until this returns.
     *
     * @param best makes the best schedule so far when asked; it may be asked later, and from other threads
     */
    void progressed(Progress progress, Supplier<Schedule> best);
}
