package org.muster.persistence.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.PlanRow;
import org.muster.persistence.plans.PlanRows;
import org.muster.schedule.Score;

/** The course of searches over time. A long search has no more points than a short one, but further apart. */
@ApplicationScoped
public class CourseStore {

    /** As many as a picture can show. */
    private static final int MOST_MOMENTS = 400;

    private final PlanRows plans;

    CourseStore(PlanRows plans) {
        this.plans = plans;
    }

    /** Adds a point for a plan that is being solved, unless one was added a moment ago. */
    void note(PlanRow row) {
        note(row, row.timeLimitMillis / MOST_MOMENTS);
    }

    /** Adds the last point of a plan whose search is over. */
    void noteLast(PlanRow row) {
        note(row, 0);
    }

    private void note(PlanRow row, long apartMillis) {
        session()
                .createNativeMutationQuery("""
                        insert into plan_moment (plan, elapsed_ms, hard, medium, soft, bound_medium, bound_soft)
                        select :plan, :elapsed, :hard, :medium, :soft, :boundMedium, :boundSoft
                        where not exists (
                            select from plan_moment where plan = :plan and elapsed_ms > :elapsed - :apart)
                        on conflict do nothing""")
                .setParameter("plan", row.id)
                .setParameter("elapsed", row.spentMillis)
                .setParameter("apart", apartMillis)
                .setParameter("hard", row.hard, StandardBasicTypes.LONG)
                .setParameter("medium", row.medium, StandardBasicTypes.LONG)
                .setParameter("soft", row.soft, StandardBasicTypes.LONG)
                .setParameter("boundMedium", row.boundMedium, StandardBasicTypes.LONG)
                .setParameter("boundSoft", row.boundSoft, StandardBasicTypes.LONG)
                .executeUpdate();
    }

    /** How the search of a plan went so far, in order of time. */
    @Transactional
    public List<CoursePoint> of(UUID plan) {
        return session()
                .createNativeQuery("""
                        select elapsed_ms, hard, medium, soft, bound_medium, bound_soft from plan_moment
                        where plan = :plan order by elapsed_ms""", Object[].class)
                .setParameter("plan", plan)
                .getResultStream()
                .map(row -> new CoursePoint(
                        Duration.ofMillis(((Number) row[0]).longValue()),
                        score(row[1], row[2], row[3]),
                        score(0L, row[4], row[5])))
                .toList();
    }

    private static @Nullable Score score(@Nullable Object hard, @Nullable Object medium, @Nullable Object soft) {
        return hard instanceof Long h && medium instanceof Long m && soft instanceof Long s ? new Score(h, m, s) : null;
    }

    private Session session() {
        return plans.getEntityManager().unwrap(Session.class);
    }
}
