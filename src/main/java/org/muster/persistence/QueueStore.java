package org.muster.persistence;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Whose turn it is. Plans that were begun go on first, since somebody's turn was spent on them. Of the others, accounts
 * take turns by start-time fair queueing, counted in the time limits of their plans: of two accounts that always have
 * plans waiting each gets half of the solving time, however many plans either submits and however long they run, and an
 * account that had nothing to do saves nothing up.
 *
 * <p>P. Goyal, H. M. Vin, H. Cheng: Start-time Fair Queuing, SIGCOMM 1996. An account's next plan begins, in virtual
 * time, when its last one is through, and not before the plan that was begun last; the earliest is next.
 *
 * <p>A ticket is a task of the scheduler that works off whatever is next: there are at least as many as plans that wait.
 */
@ApplicationScoped
public class QueueStore {

    /** How often a plan may be lost by a crash before it is given up. */
    public static final int ATTEMPTS = 3;

    private final EntityManager entityManager;
    private final PlanRows plans;
    private final PlanEnds ends;
    private final Clock clock;

    QueueStore(EntityManager entityManager, PlanRows plans, PlanEnds ends, Clock clock) {
        this.entityManager = entityManager;
        this.plans = plans;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * Begins an attempt at the plan whose turn it is. One that the ticket has solved before, and has neither ended nor
     * handed back, is lost.
     *
     * @param ticket the task that will solve it
     * @param machine what it is solved on
     * @return empty when nothing waits
     */
    @Transactional
    public Optional<Attempt> takeNext(String ticket, String machine) {
        lose(ticket);
        // Two who choose at the same time would choose the same.
        session()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('muster.turn', 0))", Integer.class)
                .getSingleResult();
        return begun().or(this::next).map(plan -> begin(plan, ticket, machine));
    }

    /** A plan that somebody has begun and handed back or lost, or all of whose parts have ended. */
    private Optional<PlanRow> begun() {
        return session()
                .createNativeQuery("""
                        select id from plan
                        where started is not null and ticket is null and ended is null
                          and (status = 'QUEUED' or parts_left = 0)
                        order by created, id limit 1""", UUID.class)
                .getResultStream()
                .findFirst()
                .map(this::lock);
    }

    private Optional<PlanRow> next() {
        var turn = session()
                .createNativeQuery("""
                        select account, greatest(coalesce(through, 0), latest)
                        from (select account, min(created) as oldest from plan where status = 'QUEUED' group by account)
                          left join queue_account using (account),
                          (select coalesce(max(began), 0) as latest from queue_account)
                        order by 2, oldest limit 1""", Object[].class)
                .getResultStream()
                .findFirst();
        return turn.map(row -> {
            var account = requireNonNull((String) row[0]);
            var plan = mostUrgent(account);
            charge(account, ((Number) row[1]).longValue(), plan);
            return plan;
        });
    }

    private PlanRow mostUrgent(String account) {
        return lock(session()
                .createNativeQuery("""
                        select id from plan where status = 'QUEUED' and account = :account
                        order by priority desc, created, id limit 1""", UUID.class)
                .setParameter("account", account)
                .getSingleResult());
    }

    private PlanRow lock(UUID id) {
        return requireNonNull(entityManager.find(PlanRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private void charge(String account, long began, PlanRow plan) {
        session()
                .createNativeMutationQuery("""
                        insert into queue_account (account, began, through) values (:account, :began, :through)
                        on conflict (account) do update set began = excluded.began, through = excluded.through""")
                .setParameter("account", account)
                .setParameter("began", began)
                .setParameter("through", began + plan.timeLimitMillis)
                .executeUpdate();
        plan.chargedMillis = plan.timeLimitMillis;
    }

    private Attempt begin(PlanRow row, String ticket, String machine) {
        row.version++;
        row.attempt++;
        row.status = PlanStatus.SOLVING;
        row.ticket = ticket;
        row.machine = machine;
        if (row.started == null) {
            row.started = clock.instant();
        }
        return new Attempt(row.id, row.attempt);
    }

    /**
     * Notes that whoever solved for a ticket went down. The plan waits again, or has failed where that happened too
     * often; the attempt that was under way has lost its right to write.
     *
     * @return the plan; empty where the ticket solved none
     */
    @Transactional
    public Optional<UUID> lose(String ticket) {
        var found = plans.find("ticket = ?1 and status = ?2", ticket, PlanStatus.SOLVING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        found.ifPresent(row -> {
            row.version++;
            row.lostAttempts++;
            row.ticket = null;
            row.status = PlanStatus.QUEUED;
            if (row.lostAttempts >= ATTEMPTS) {
                row.failure = "The service went down %d times while it solved this plan.".formatted(row.lostAttempts);
                ends.end(row, PlanStatus.FAILED);
            }
        });
        return found.map(row -> row.id);
    }

    /** Forgets the accounts that have no claims. */
    @Transactional
    public void forgetIdleAccounts() {
        session().createNativeMutationQuery("""
                        delete from queue_account where greatest(began + 1, through)
                          <= (select max(began) from queue_account)""").executeUpdate();
    }

    /**
     * Mends what is left where the clock of the database was set back: nobody would wait for tickets of the future, and
     * think those alive who were heard there.
     *
     * @param task the name of the task whose instances are tickets
     */
    @Transactional
    public void forgetFuture(String task) {
        session().createNativeMutationQuery("""
                        update scheduled_tasks
                        set execution_time = least(execution_time, now()), last_heartbeat = least(last_heartbeat, now())
                        where task_name = :task
                          and greatest(execution_time, last_heartbeat) > now() + interval '1 minute'""").setParameter("task", task).executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
