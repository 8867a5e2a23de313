package org.muster.persistence.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.LostAttempts;
import org.muster.persistence.plans.PlanRow;
import org.muster.persistence.plans.PlanRows;
import org.muster.persistence.plans.PlanStatus;

/**
 * Which plan is next. Plans that were begun go on first, since a turn of their account was spent on them. Of the
 * others, accounts take turns by start-time fair queueing, counted in the time limits of their plans: of two accounts
 * that always have plans waiting each gets half of the solving time, however many plans either submits and however long
 * they run, and an idle account does not accumulate a claim.
 *
 * <p>P. Goyal, H. M. Vin, H. Cheng: Start-time Fair Queuing, SIGCOMM 1996. An account's next plan begins, in virtual
 * time, when its last one is through, and not before the plan that was begun last; the earliest is next.
 *
 * <p>A ticket is a task of the scheduler that works off whatever is next: there are at least as many as plans that wait.
 */
@ApplicationScoped
public class QueueStore {

    /** How often a plan may be lost by a crash before it is given up. */
    public static final int ATTEMPTS = LostAttempts.MOST;

    /**
     * The advisory lock of choosing the next plan. The keys of requests are hashed to locks, and hit it no likelier
     * than each other.
     */
    private static final long TURN = 0x6d75_7374_6572L;

    private final EntityManager entityManager;
    private final PlanRows plans;
    private final LostAttempts lost;
    private final Clock clock;

    QueueStore(EntityManager entityManager, PlanRows plans, LostAttempts lost, Clock clock) {
        this.entityManager = entityManager;
        this.plans = plans;
        this.lost = lost;
        this.clock = clock;
    }

    /**
     * Begins an attempt at the plan whose turn it is.
     *
     * @param ticket the task that will solve it
     * @param machine what it is solved on
     */
    @Transactional
    public Turn takeNext(Ticket ticket, String machine) {
        lock();
        if (!holds(ticket)) {
            return new Turn.TicketLost();
        }
        while (true) {
            var choice = begun().or(this::next);
            if (choice.isEmpty()) {
                return new Turn.NothingWaits();
            }
            var row = entityManager.find(PlanRow.class, choice.get().plan(), LockModeType.PESSIMISTIC_WRITE);
            // A caller may have stopped or deleted it before it could be locked.
            if (row != null && row.ended == null && row.ticket == null) {
                choice.get().turn().ifPresent(began -> charge(row, began));
                return new Turn.Begun(begin(row, ticket, machine));
            }
            entityManager.clear();
        }
    }

    /**
     * Keeps other processes from choosing or sweeping until this transaction ends: two of them would choose the same
     * plan.
     */
    void lock() {
        session()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:turn)", Integer.class)
                .setParameter("turn", TURN)
                .getSingleResult();
    }

    /** Whether the ticket is held, and stays so until this transaction ends. */
    private boolean holds(Ticket ticket) {
        return session()
                .createNativeQuery("""
                        select 1 from scheduled_tasks
                        where task_name = :tasks and task_instance = :task and version = :version and picked
                        for share""", Integer.class)
                .setParameter("tasks", Ticket.TASKS)
                .setParameter("task", ticket.task())
                .setParameter("version", ticket.version())
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    /**
     * A plan that may be next.
     *
     * @param turn when its account's turn begins, in virtual time; empty where that was charged before
     */
    private record Choice(UUID plan, Optional<Long> turn) {}

    /** A plan that a worker has begun and handed back or lost, or all of whose parts have ended. */
    private Optional<Choice> begun() {
        return session()
                .createNativeQuery("""
                        select id from plan
                        where started is not null and ticket is null and ended is null
                          and (status = 'QUEUED' and parts_left is null or parts_left = 0)
                        order by created, id limit 1""", UUID.class)
                .getResultStream()
                .findFirst()
                .map(plan -> new Choice(plan, Optional.empty()));
    }

    private Optional<Choice> next() {
        return session()
                .createNativeQuery("""
                        with turn as (
                          select account, greatest(coalesce(through, 0), latest) as begins
                          from (select account, min(created) as oldest from plan where status = 'QUEUED' group by account)
                              as waiting
                            left join queue_account using (account),
                            (select coalesce(max(began), 0) as latest from queue_account) as clock
                          order by 2, oldest limit 1)
                        select id, begins from plan join turn using (account) where status = 'QUEUED'
                        order by priority desc, created, id limit 1""", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new Choice((UUID) row[0], Optional.of(((Number) row[1]).longValue())));
    }

    private void charge(PlanRow plan, long began) {
        session()
                .createNativeMutationQuery("""
                        insert into queue_account (account, began, through) values (:account, :began, :through)
                        on conflict (account) do update set began = excluded.began, through = excluded.through""")
                .setParameter("account", plan.account)
                .setParameter("began", began)
                .setParameter("through", began + plan.timeLimitMillis)
                .executeUpdate();
        plan.chargedMillis = plan.timeLimitMillis;
    }

    private Attempt begin(PlanRow row, Ticket ticket, String machine) {
        row.version++;
        row.attempt++;
        row.status = PlanStatus.SOLVING;
        row.ticket = ticket.text();
        row.machine = machine;
        if (row.started == null) {
            row.started = clock.instant();
        }
        return new Attempt(row.id, row.attempt);
    }

    /**
     * Notes that the worker that held a ticket went down. The plan waits again, or has failed where that happened too
     * often; the attempt that was under way has lost its right to write.
     *
     * @return the plan; empty where the ticket solved none
     */
    @Transactional
    public Optional<UUID> lose(Ticket ticket) {
        var found = plans.find("ticket = ?1 and status = ?2", ticket.text(), PlanStatus.SOLVING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        found.ifPresent(lost::lose);
        return found.map(row -> row.id);
    }

    /** Deletes the accounts that have no claims. */
    @Transactional
    public void deleteIdleAccounts() {
        session().createNativeMutationQuery("""
                        delete from queue_account where greatest(began + 1, through)
                          <= (select max(began) from queue_account)""").executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
