package org.muster.persistence.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.evaluation.explanation.HandChange;
import org.muster.persistence.database.StoredJson;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanRows;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.ScheduleRow;
import org.muster.persistence.plans.ScheduleRows;

/** Plans as planners see them who change schedules by hand. */
@ApplicationScoped
public class HandChangeStore {

    /** A planner who missed more saves than this has to read the whole plan anew. */
    private static final int MOST_TOLD = 100;

    private final PlanRows plans;
    private final ScheduleRows schedules;
    private final PlanStore store;
    private final Clock clock;
    private final Event<ChangedPlan> changed;

    HandChangeStore(PlanRows plans, ScheduleRows schedules, PlanStore store, Clock clock, Event<ChangedPlan> changed) {
        this.plans = plans;
        this.schedules = schedules;
        this.store = store;
        this.clock = clock;
        this.changed = changed;
    }

    /** The changes as they lie in the database. */
    record Changes(List<HandChange> changes) {}

    /** Locks the plan until the transaction of the caller ends, and reads its current state. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Plan> lock(UUID id) {
        var row = plans.findById(id);
        if (row == null) {
            return Optional.empty();
        }
        // What was read before the lock may be out of date.
        plans.getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return store.find(id);
    }

    /**
     * Saves a changed schedule of a plan that is locked and at its end.
     *
     * @param bound what is still believed
     * @return the plan afterwards
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Plan save(
            UUID id,
            BestSchedule best,
            @Nullable Outcome outcome,
            @Nullable Bound bound,
            List<HandChange> changes,
            String actor) {
        var now = clock.instant();
        var row = plans.findById(id);
        row.setScore(best.evaluation().score());
        row.outcome = outcome;
        row.setBound(bound);
        row.version++;
        row.changedByHand++;
        row.changed = now;
        schedules.getEntityManager().merge(new ScheduleRow(id, best));
        plans.flush();
        var plan = store.find(id).orElseThrow();
        session()
                .createNativeMutationQuery("""
                        insert into plan_change (plan, version, at, actor, changes)
                        values (:plan, :version, :at, :actor, :changes)""")
                .setParameter("plan", id)
                .setParameter("version", plan.version())
                .setParameter("at", now)
                .setParameter("actor", actor)
                .setParameter("changes", StoredJson.write(new Changes(changes)))
                .executeUpdate();
        changed.fire(new ChangedPlan(id, plan.version(), best));
        return plan;
    }

    /**
     * What was saved since a version, oldest first; empty where that is not all that has happened since, or too much.
     *
     * @param plan in its current version
     */
    @Transactional
    public Optional<List<SavedChanges>> since(Plan plan, long version) {
        long missed = plan.version() - version;
        if (missed < 0 || missed > MOST_TOLD) {
            return Optional.empty();
        }
        var saved = session()
                .createNativeQuery("""
                        select version, at, actor, changes from plan_change
                        where plan = :plan and version > :version order by version""", Object[].class)
                .setParameter("plan", plan.id())
                .setParameter("version", version)
                .getResultStream()
                .map(row -> new SavedChanges(
                        ((Number) row[0]).longValue(),
                        (Instant) row[1],
                        (String) row[2],
                        StoredJson.read((byte[]) row[3], Changes.class).changes()))
                .toList();
        // Every save makes one version: one that is missing was made by something else.
        return saved.size() == missed ? Optional.of(saved) : Optional.empty();
    }

    private Session session() {
        return plans.getEntityManager().unwrap(Session.class);
    }
}
