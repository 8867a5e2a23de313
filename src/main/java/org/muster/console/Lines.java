package org.muster.console;

import org.jspecify.annotations.Nullable;
import org.muster.persistence.Plan;
import org.muster.schedule.Score;

/** Single lines about a plan. */
final class Lines {

    private Lines() {}

    static String progress(Plan plan) {
        var moves = plan.progress().movesPerSecond();
        return "%6.1f s  %-8s %-14s %s%s"
                .formatted(
                        plan.progress().spent().toMillis() / 1000.0,
                        plan.status(),
                        plan.progress().phase() == null ? "" : plan.progress().phase(),
                        score(plan.score()),
                        moves == null || moves == 0 ? "" : ", %,d moves a second".formatted(moves));
    }

    static String score(@Nullable Score score) {
        return score == null
                ? "no schedule yet"
                : "hard %,d, medium %,d, soft %,d".formatted(score.hard(), score.medium(), score.soft());
    }
}
