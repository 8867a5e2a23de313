package org.muster.solving;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.muster.persistence.NewPlan;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanStore;

/**
 * Who is next. The queue is a table of db-scheduler, so that it outlives the process: a solve whose process dies is
 * taken up again by whoever notices that its heartbeats stay away.
 */
@ApplicationScoped
class PlanQueue {

    private static final Logger LOG = Logger.getLogger(PlanQueue.class);
    private static final TaskDescriptor<Void> SOLVE = TaskDescriptor.of("solve");

    private static final TaskDescriptor<Void> TIDY = TaskDescriptor.of("tidy");
    private static final LocalTime TIME_TO_TIDY = LocalTime.of(3, 0);

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(30);

    private final PlanStore store;
    private final SolveRunner runner;
    private final RunningSolves running;
    private final QueueConfig config;
    private final Clock clock;
    private final String software;
    private final Role role;
    private final SolveMetrics metrics;
    private final TransactionSynchronizationRegistry transaction;
    private final Scheduler scheduler;

    PlanQueue(
            PlanStore store,
            SolveRunner runner,
            RunningSolves running,
            QueueConfig config,
            SolverConfig solver,
            @ConfigProperty(name = "muster.role") Role role,
            Clock clock,
            DataSource dataSource,
            Event<DailyTidying> tidying,
            SolveMetrics metrics,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.application.version") String software) {
        this.store = store;
        this.runner = runner;
        this.running = running;
        this.config = config;
        this.clock = clock;
        this.software = software;
        this.role = role;
        this.metrics = metrics;
        this.transaction = transaction;
        var solve = Tasks.custom(SOLVE)
                .onDeadExecution(revive())
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AFTER_FAILURE)))
                .execute(this::solve);
        var tidy = Tasks.recurring(TIDY, new Daily(TIME_TO_TIDY))
                .execute((task, context) -> tidying.fire(new DailyTidying()));
        this.scheduler = Scheduler.create(dataSource, solve)
                .startTasks(tidy)
                .threads(solver.slots())
                .schedulerName(new SchedulerName.Fixed(Machine.WORKER))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (role.solves()) {
            scheduler.start();
        }
        LOG.infof("This process has the role %s.", role);
    }

    /** Asks the searches to end rather than interrupting them: an interrupted one could not save. */
    void stop(@Observes ShutdownEvent event) {
        runner.handBackFromNowOn();
        scheduler.stop();
    }

    /** Stores a plan together with the task to solve it: there is never one without the other. */
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
                submitted.gzippedProblem(),
                submitted.start(),
                clock.instant(),
                software));
        scheduler.schedule(SOLVE.instance(plan.id().toString()).scheduledTo(clock.instant()));
        transaction.registerInterposedSynchronization(new WakeUp());
        return plan;
    }

    /** Looks for work at once rather than at the next poll, when the plan that was added can be seen. */
    private final class WakeUp implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to do before others can see the plan.
        }

        @Override
        public void afterCompletion(int status) {
            if (role.solves()) {
                scheduler.triggerCheckForDueExecutions();
            }
        }
    }

    private CompletionHandler<Void> solve(TaskInstance<Void> task, ExecutionContext context) {
        return switch (runner.solve(UUID.fromString(task.getId()))) {
            case DONE -> new CompletionHandler.OnCompleteRemove<>();
            case AGAIN -> (complete, operations) -> operations.reschedule(complete, clock.instant());
        };
    }

    private DeadExecutionHandler<Void> revive() {
        return (complete, operations) -> {
            var plan = complete.getExecution().taskInstance.getId();
            if (running.contains(UUID.fromString(plan))) {
                // The heartbeats could not be written for a while, but the solve is ours and alive.
                return;
            }
            LOG.warnf("The plan %s was lost by the process that solved it, and is taken up again.", plan);
            metrics.lost();
            operations.reschedule(complete, clock.instant());
        };
    }
}
