package org.muster.rest.plans;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.Evaluation.Cover;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.rest.plans.PlanView.ScoreView;
import org.muster.schedule.Assignment;

/**
 * Who serves where. It can be posted to the evaluations as it is.
 *
 * @param status of the plan: while it is solved this is the best schedule so far
 * @param unfilled demands that lack required heads
 */
public record ScheduleView(
        UUID plan,
        PlanStatus status,
        @Nullable ScoreView score,
        List<AssignmentView> assignments,
        List<UnfilledView> unfilled) {

    /** A cadre on a seat of a demand. */
    public record AssignmentView(String demand, String cadre, boolean pinned) {

        public static AssignmentView of(Assignment assignment) {
            return new AssignmentView(assignment.demand(), assignment.cadre(), assignment.pinned());
        }
    }

    /**
     * A demand that lacks required heads.
     *
     * @param missing how many, above 0
     */
    public record UnfilledView(String demand, int missing) {

        public static UnfilledView of(Cover cover) {
            return new UnfilledView(cover.demand(), cover.missing());
        }
    }

    public static ScheduleView of(Plan plan, BestSchedule best) {
        return new ScheduleView(
                plan.id(),
                plan.status(),
                ScoreView.of(best.evaluation().score()),
                best.schedule().assignments().stream().map(AssignmentView::of).toList(),
                best.evaluation().demands().stream()
                        .filter(cover -> cover.missing() > 0)
                        .map(UnfilledView::of)
                        .toList());
    }
}
