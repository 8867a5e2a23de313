package org.muster.evaluation;

import org.muster.problem.Problem;
import org.muster.schedule.Schedule;

/**
 * Recounts every number of the planning model from problem and schedule alone. It shares no code with the solver, so
 * that it can disagree.
 */
public final class Referee {

    private Referee() {}

    /**
     * Counts any schedule, broken and partial ones included.
     *
     * @throws IllegalArgumentException when the schedule names a demand or cadre that the problem does not have
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static Evaluation evaluate(Problem problem, Schedule schedule) {
        throw new UnsupportedOperationException("not written yet");
    }
}
