package org.muster.planning;

import java.util.function.BooleanSupplier;
import org.muster.evaluation.ScoreKeeper;
import org.muster.flow.FlowPlan;
import org.muster.flow.FlowPlanner;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Rule;
import org.muster.problem.StandingAssignment;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** The schedule that a search starts from, made by a flow. */
final class FirstSchedule {
    private final ProblemIndex index;
    private final BooleanSupplier cancelled;

    private FirstSchedule(ProblemIndex index, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
    }

    /**
     * Makes a schedule in which every pin stands.
     *
     * @param start kept as far as the rules allow; when it is empty, what was published is kept if that is the better
     *     way
     * @param cancelled asked often; once it is true, the schedule so far comes back soon, with more heads left out
     */
    static FlowPlan of(ProblemIndex index, Schedule start, BooleanSupplier cancelled) {
        var first = new FirstSchedule(index, cancelled);
        return start.assignments().isEmpty() ? first.fromNothing() : first.keeping(start);
    }

    private FlowPlan keeping(Schedule schedule) {
        return FlowPlanner.complete(index, schedule, cancelled);
    }

    private FlowPlan fromNothing() {
        var published = published();
        var kept = keeping(published);
        if (published.assignments().isEmpty() || isDearToTakeBack(kept.schedule()) || cancelled.getAsBoolean()) {
            return kept;
        }
        var anew = keeping(Schedule.EMPTY);
        return ScoreKeeper.of(index, anew.schedule())
                                .score()
                                .compareTo(
                                        ScoreKeeper.of(index, kept.schedule()).score())
                        > 0
                ? anew
                : kept;
    }

    /** Whether taking a published duty back costs more than duties cost: then hardly any should be. */
    private boolean isDearToTakeBack(Schedule schedule) {
        long cost = -ScoreKeeper.of(index, schedule).soft();
        return cost <= index.weight(Rule.DISRUPTION) * schedule.assignments().size();
    }

    private Schedule published() {
        return new Schedule(index.problem().assignments().stream()
                .filter(StandingAssignment::published)
                .map(duty -> new Assignment(duty.demand(), duty.cadre(), false))
                .toList());
    }
}
