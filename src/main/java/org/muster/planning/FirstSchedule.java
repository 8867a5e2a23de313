package org.muster.planning;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.muster.evaluation.incremental.Merit;
import org.muster.flow.FlowPlan;
import org.muster.flow.FlowPlanner;
import org.muster.flow.TimeValues;
import org.muster.planning.phases.HardRepair;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** The schedule that a search starts from: what is given, repaired and completed, else one made by a flow. */
final class FirstSchedule {
    private final ProblemIndex index;
    private final BooleanSupplier cancelled;

    private FirstSchedule(ProblemIndex index, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
    }

    /**
     * A schedule to start from.
     *
     * @param schedule that has every pin, and which keeps every rule that empty seats can keep
     * @param merit of the schedule
     * @param values the prices of time that the flow has found; empty where there was no flow
     */
    record Start(Schedule schedule, Merit merit, Optional<TimeValues> values) {

        static Start of(ProblemIndex index, Schedule schedule, Optional<TimeValues> values) {
            return new Start(schedule, Merit.of(index, schedule), values);
        }

        /** This one, unless another one is better. */
        Start orBetter(Start other) {
            return other.merit.isBetterThan(merit) ? other : this;
        }

        /** The same of a schedule that was not counted yet. */
        Start orBetter(Schedule other, ProblemIndex index) {
            return orBetter(of(index, other, values));
        }
    }

    /**
     * Makes a schedule.
     *
     * @param start kept whole where it keeps the rules, and completed where that makes it better; when it is empty, what
     *     was published is kept if that is the better way
     * @param cancelled asked often; once it is true, the schedule so far comes back soon, with more heads left out
     */
    static Start of(ProblemIndex index, Schedule start, BooleanSupplier cancelled) {
        var first = new FirstSchedule(index, cancelled);
        return start.assignments().isEmpty() ? first.fromNothing() : first.keeping(start);
    }

    private Start keeping(Schedule schedule) {
        var given = HardRepair.repaired(index, schedule, cancelled);
        var completed = FlowPlanner.complete(index, given, cancelled);
        return Start.of(index, given, completed.values()).orBetter(completedFrom(completed));
    }

    private Start completedFrom(FlowPlan plan) {
        return Start.of(index, plan.schedule(), plan.values());
    }

    private Start fromNothing() {
        var published = published();
        var kept = keeping(published);
        if (published.assignments().isEmpty() || isDearToTakeBack(kept) || cancelled.getAsBoolean()) {
            return kept;
        }
        return kept.orBetter(keeping(Schedule.EMPTY));
    }

    /** Whether taking a published duty back costs more than duties cost: then hardly any should be. */
    private boolean isDearToTakeBack(Start start) {
        long cost = -start.merit().score().soft();
        return cost
                <= index.weight(Rule.DISRUPTION)
                        * start.schedule().assignments().size();
    }

    private Schedule published() {
        return new Schedule(index.problem().assignments().stream()
                .filter(StandingAssignment::published)
                .map(duty -> new Assignment(duty.demand(), duty.cadre(), false))
                .distinct()
                .toList());
    }
}
