package org.muster.persistence.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.muster.persistence.attempts.LostAttempts;
import org.muster.persistence.plans.PlanRow;
import org.muster.persistence.plans.PlanStatus;

/**
 * Tickets that a dead worker has left behind, and plans without a ticket. Invariant: an accepted plan is either being
 * solved for a ticket that a worker holds, or waits and has a ticket waiting for it, whichever process dies at whatever
 * moment.
 */
@ApplicationScoped
public class TicketStore {

    private final EntityManager entityManager;
    private final QueueStore turns;
    private final LostAttempts lost;

    TicketStore(EntityManager entityManager, QueueStore turns, LostAttempts lost) {
        this.entityManager = entityManager;
        this.turns = turns;
        this.lost = lost;
    }

    /**
     * Takes a ticket from the worker that held it and went down: it is due again, under a new version, and so is the
     * plan.
     *
     * @return the plan that was being solved for it; empty where there was none, or the ticket was not held any more
     */
    @Transactional
    public Optional<UUID> revive(Ticket ticket) {
        int revived = session()
                .createNativeMutationQuery("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                          execution_time = timestamptz 'epoch'
                        where task_name = :tasks and task_instance = :task and version = :version and picked""")
                .setParameter("tasks", Ticket.TASKS)
                .setParameter("task", ticket.task())
                .setParameter("version", ticket.version())
                .executeUpdate();
        return revived == 0 ? Optional.empty() : turns.lose(ticket);
    }

    /**
     * Returns plans to the queue that are marked as being solved although no worker holds their ticket.
     *
     * @return these plans
     */
    @Transactional
    public List<UUID> loseOrphans() {
        // Without the lock, a worker that takes a ticket meanwhile would look as if it held none.
        turns.lock();
        return session()
                .createNativeQuery("""
                        select id, ticket from plan
                        where status = 'SOLVING'
                          and case when ticket is null then parts_left is null else not exists (
                            select from scheduled_tasks
                            where task_name = :tasks and picked and task_instance = split_part(ticket, '#', 1)
                              and cast(version as text) = split_part(ticket, '#', 2)) end""", Object[].class)
                .setParameter("tasks", Ticket.TASKS)
                .getResultStream()
                .filter(orphan -> lose((UUID) orphan[0], (String) orphan[1]))
                .map(orphan -> (UUID) orphan[0])
                .toList();
    }

    private boolean lose(UUID plan, String ticket) {
        var row = entityManager.find(PlanRow.class, plan, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.status != PlanStatus.SOLVING || !Objects.equals(row.ticket, ticket)) {
            return false; // it has ended this very moment
        }
        lost.lose(row);
        return true;
    }

    /** How many tickets there are too few, so that not all plans that wait could be solved side by side. */
    @Transactional
    public int countMissing() {
        var missing = session()
                .createNativeQuery("""
                        select greatest(0,
                          (select count(*) from plan where ended is null and (parts_left is null or parts_left = 0))
                          - (select count(*) from scheduled_tasks where task_name = :tasks))""", Long.class)
                .setParameter("tasks", Ticket.TASKS)
                .getSingleResult();
        return missing.intValue();
    }

    /**
     * Repairs the tickets after the clock of the database was set back: tickets due in the future would not be picked,
     * and workers whose last heartbeat lies in the future would be taken for alive.
     */
    @Transactional
    public void deleteFuture() {
        session()
                .createNativeMutationQuery("""
                        update scheduled_tasks
                        set execution_time = least(execution_time, now()), last_heartbeat = least(last_heartbeat, now())
                        where task_name = :tasks
                          and greatest(execution_time, last_heartbeat) > now() + interval '1 minute'""")
                .setParameter("tasks", Ticket.TASKS)
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
