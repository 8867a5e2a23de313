package org.muster.rest.plans;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.attempts.CoursePoint;
import org.muster.rest.plans.PlanView.ScoreView;

/**
 * How the search of a plan went.
 *
 * @param moments in order of time; the last one is how it ended, once it has
 */
public record CourseView(List<MomentView> moments) {

    /**
     * How it stood at a time.
     *
     * @param elapsed solving time until then, over all attempts
     * @param score of the best schedule; null while there was none
     * @param bound what was proven that no score can beat; null while nothing was
     */
    public record MomentView(
            Duration elapsed,
            @Nullable ScoreView score,
            @Nullable ScoreView bound) {

        static MomentView of(CoursePoint coursePoint) {
            return new MomentView(
                    coursePoint.elapsed(), ScoreView.of(coursePoint.score()), ScoreView.of(coursePoint.bound()));
        }
    }

    static CourseView of(List<CoursePoint> moments) {
        return new CourseView(moments.stream().map(MomentView::of).toList());
    }
}
