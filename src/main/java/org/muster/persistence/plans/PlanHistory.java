package org.muster.persistence.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hibernate.Session;

/** Plans that have ended, and are kept for a while. Those that were published stay as long as their publication. */
@ApplicationScoped
public class PlanHistory {

    /** Plans that are deleted in one transaction: each may have megabytes. */
    private static final int AT_ONCE = 100;

    private final EntityManager entityManager;

    PlanHistory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Deletes some plans that have ended and were not published.
     *
     * @param before those that ended before this time
     * @param newest and those that are not among so many that ended last, of their district or of those without one
     * @return how many were deleted; when there are more to delete, some
     */
    @Transactional
    public int deleteSome(Instant before, int newest) {
        return entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery("""
                        delete from plan where id in (
                          select id from (
                            select id, ended, row_number() over (partition by district order by ended desc, id) as place
                            from plan
                            where ended is not null and parent is null
                              and not exists (select from publication where publication.plan = plan.id)) as unpublished
                          where ended < :before or place > :newest
                          order by ended limit :some)""")
                .setParameter("before", before)
                .setParameter("newest", newest)
                .setParameter("some", AT_ONCE)
                .executeUpdate();
    }
}
