package org.muster.solving;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.muster.persistence.database.AfterCompletion;
import org.muster.persistence.database.ClockSetBack;
import org.muster.persistence.database.DatabaseFailure;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.queue.QueueStore;
import org.muster.persistence.queue.Ticket;
import org.muster.persistence.queue.TicketStore;
import org.muster.solving.maintenance.DailyMaintenance;
import org.muster.solving.process.Machine;
import org.muster.solving.process.Role;
import org.muster.tasks.TaskTable;

/**
 * The tasks that solve plans. Each is a ticket to solve whatever is next, see {@link QueueStore}; the tickets are a
 * table of db-scheduler, so that they outlive the process: the ticket of a process that dies is taken up by the first
 * process that notices the missing heartbeats.
 */
@ApplicationScoped
class PlanQueue {

    private static final Logger LOG = Logger.getLogger(PlanQueue.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(30);

    private final PlanStore store;
    private final QueueStore turns;
    private final TicketStore held;
    private final SolveTasks solveTasks;
    private final SolveRunner runner;
    private final QueueConfig config;
    private final Clock clock;
    private final String software;
    private final Role role;
    private final SolveMetrics metrics;
    private final TransactionSynchronizationRegistry transaction;
    private final TaskTable table;
    private final Scheduler scheduler;
    private final HeartbeatWatch heartbeatWatch = new HeartbeatWatch(HEARTBEAT.multipliedBy(3));

    PlanQueue(
            PlanStore store,
            QueueStore turns,
            TicketStore held,
            SolveTasks solveTasks,
            SolveRunner runner,
            QueueConfig config,
            SolverConfig solver,
            @ConfigProperty(name = "muster.role") Role role,
            Clock clock,
            DataSource dataSource,
            SolveMetrics metrics,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.application.version") String software) {
        this.store = store;
        this.turns = turns;
        this.held = held;
        this.solveTasks = solveTasks;
        this.runner = runner;
        this.config = config;
        this.clock = clock;
        this.software = software;
        this.role = role;
        this.metrics = metrics;
        this.transaction = transaction;
        this.table = new TaskTable(dataSource, "scheduled_tasks");
        var solve = Tasks.custom(SolveTasks.TURN)
                .onDeadExecution(revive())
                .onFailure(this::tryAgain)
                .execute(this::solve);
        this.scheduler = table.scheduler(clock, solver.slots(), solve)
                .schedulerName(new SchedulerName.Fixed(Machine.WORKER))
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (role.solves()) {
            held.deleteFuture();
            scheduler.start();
        }
        LOG.infof("This process has the role %s.", role);
    }

    /** Asks the searches to end rather than interrupting them: an interrupted one could not save. */
    void stop(@Observes ShutdownEvent event) {
        runner.handBackFromNowOn();
        table.hurry();
        scheduler.stop();
    }

    void tidy(@Observes DailyMaintenance event) {
        turns.deleteIdleAccounts();
    }

    void mend(@Observes ClockSetBack event) {
        held.deleteFuture();
    }

    /** Stores a plan together with the ticket to solve it: there is never one without the other. */
    @Transactional
    Plan add(SubmittedPlan submitted) {
        if (store.countQueued() >= config.limit()) {
            throw new QueueFullException(config.limit());
        }
        var plan = store.add(new NewPlan(
                UUID.randomUUID(),
                submitted.name(),
                submitted.options(),
                submitted.origin(),
                null,
                submitted.gzippedProblem(),
                submitted.sections(),
                null,
                submitted.start(),
                clock.instant(),
                software));
        solveTasks.add(plan.id());
        if (role.solves()) {
            // Looks for work at once rather than at the next poll, when the plan that was added can be seen.
            transaction.registerInterposedSynchronization(new AfterCompletion(scheduler::triggerCheckForDueExecutions));
        }
        return plan;
    }

    /** A ticket is good for one plan after the other, until none waits. */
    private CompletionHandler<Void> solve(TaskInstance<Void> task, ExecutionContext context) {
        return switch (runner.solveNext(SolveTasks.of(context.getExecution()))) {
            case NOTHING_LEFT -> table.settling(new CompletionHandler.OnCompleteRemove<>());
            case GO_ON -> table.settling((complete, operations) -> operations.reschedule(complete, SolveTasks.DUE));
            case TICKET_LOST -> (complete, operations) -> LOG.info("A ticket was lost before a plan was taken for it.");
        };
    }

    private void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        table.settle(execution, () -> {
            lose(SolveTasks.of(execution));
            operations.reschedule(complete, clock.instant().plus(AFTER_FAILURE));
        });
    }

    /** Where the very turn is broken this may be, too: the plan is found by the sweep then. */
    private void lose(Ticket ticket) {
        try {
            turns.lose(ticket);
        } catch (RuntimeException e) {
            if (DatabaseFailure.behind(e).isPresent()) {
                throw e;
            }
            LOG.debugf(e, "Nothing could be lost for a ticket.");
        }
    }

    private DeadExecutionHandler<Void> revive() {
        return (complete, operations) -> {
            var execution = complete.getExecution();
            var ticket = SolveTasks.of(execution);
            // A heartbeat may only look old because a clock was set: it is old if it does not change for a while. And a
            // solve of this process is alive even when its heartbeats could not be written.
            if (heartbeatWatch.isLong(ticket.toString(), execution.lastHeartbeat) && !runner.holds(ticket)) {
                held.revive(ticket).ifPresent(plan -> {
                    LOG.warnf("The plan %s was lost by the process that solved it.", plan);
                    metrics.lost();
                });
            }
        };
    }
}
