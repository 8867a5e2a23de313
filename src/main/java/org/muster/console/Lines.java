package org.muster.console;

import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.Plan;
import org.muster.schedule.Score;

/** Single lines about a plan. */
final class Lines {

    private Lines() {}

    static String progress(Plan plan) {
        var moves = plan.progress().movesPerSecond();
        return "%6.1f s  %-8s %-14s %s%s%s"
                .formatted(
                        plan.progress().spent().toMillis() / 1000.0,
                        plan.status(),
                        plan.progress().phase() == null ? "" : plan.progress().phase(),
                        score(plan.score()),
                        bound(plan),
                        moves == null || moves == 0 ? "" : ", %,d moves a second".formatted(moves));
    }

    /** What is proven about the score, with a comma before it; nothing where nothing is. */
    static String bound(Plan plan) {
        var bound = plan.bound();
        if (bound == null) {
            return "";
        }
        var gap = plan.gap();
        return gap != null
                ? ", bound %,d, gap %.2f %%".formatted(bound.soft(), 100 * gap)
                : ", bound medium %,d, soft %,d".formatted(bound.medium(), bound.soft());
    }

    static String score(@Nullable Score score) {
        return score == null
                ? "no schedule yet"
                : "hard %,d, medium %,d, soft %,d".formatted(score.hard(), score.medium(), score.soft());
    }
}
