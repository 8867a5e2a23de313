package org.muster.webhooks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.muster.persistence.database.AfterCompletion;
import org.muster.persistence.webhooks.DeliveryStore;
import org.muster.persistence.webhooks.DueDelivery;
import org.muster.tasks.TaskTable;

/**
 * What is to be delivered, and when. A table of db-scheduler, so that it outlives the process: the pending deliveries
 * of a process that died are sent by another one, perhaps a second time.
 *
 * <p>There are as many threads as all webhooks together may use, and they wait for the network only. So a receiver that
 * does not answer does not delay the others.
 */
@ApplicationScoped
class DeliveryQueue {

    private static final Logger LOG = Logger.getLogger(DeliveryQueue.class);
    private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver");

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(5);
    private static final int LONGEST_QUEUE_MILLIS = 5_000;

    private final DeliveryStore store;
    private final Deliveries deliveries;
    private final WebhookSender webhookSender;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final ConcurrencyLimit concurrencyLimit = new ConcurrencyLimit();
    private final TaskTable table;
    private final Scheduler scheduler;

    DeliveryQueue(
            DeliveryStore store,
            Deliveries deliveries,
            WebhookSender webhookSender,
            WebhookConfig config,
            Clock clock,
            DataSource dataSource,
            TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.deliveries = deliveries;
        this.webhookSender = webhookSender;
        this.clock = clock;
        this.transaction = transaction;
        this.table = new TaskTable(dataSource, "webhook_tasks");
        var deliver = Tasks.custom(DELIVER)
                .onDeadExecution((complete, operations) ->
                        table.settle(complete.getExecution(), () -> operations.reschedule(complete, clock.instant())))
                .onFailure(this::tryAgain)
                .execute((task, context) -> table.settling(deliver(task)));
        this.scheduler = table.scheduler(clock, config.limit() * ConcurrencyLimit.AT_ONCE, deliver)
                // Threads of their own, because the name service blocks; they end when there is nothing to deliver.
                .executorService(Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("webhooks-", 0).factory()))
                .schedulerName(new SchedulerName.Fixed("muster-" + UUID.randomUUID()))
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    /** What is under way and has no answer soon is delivered once more after the next start. */
    void stop(@Observes ShutdownEvent event) {
        table.hurry();
        scheduler.stop();
    }

    /** Schedules deliveries for now, in this transaction. */
    void add(List<UUID> added) {
        var now = clock.instant();
        added.forEach(id -> scheduler.schedule(DELIVER.instance(id.toString()).scheduledTo(now)));
        lookAtOnceAfterwards();
    }

    /** Schedules a delivery for now, in this transaction; false where it is being tried already. */
    boolean hurry(UUID delivery) {
        try {
            scheduler.schedule(
                    DELIVER.instance(delivery.toString()).scheduledTo(clock.instant()),
                    ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            return false;
        }
        lookAtOnceAfterwards();
        return true;
    }

    /** Looks for work at once rather than at the next poll, when the deliveries that were added can be seen. */
    private void lookAtOnceAfterwards() {
        transaction.registerInterposedSynchronization(new AfterCompletion(scheduler::triggerCheckForDueExecutions));
    }

    private void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        complete.getCause().ifPresent(cause -> LOG.warnf(cause, "A delivery failed, and is tried again."));
        table.settle(
                complete.getExecution(),
                () -> operations.reschedule(complete, clock.instant().plus(AFTER_FAILURE)));
    }

    private CompletionHandler<Void> deliver(TaskInstance<Void> task) {
        var due = store.findDue(UUID.fromString(task.getId()));
        if (due.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        if (!concurrencyLimit.take(due.get().webhook())) {
            return (complete, operations) -> operations.reschedule(
                    complete,
                    clock.instant().plusMillis(ThreadLocalRandom.current().nextInt(LONGEST_QUEUE_MILLIS)));
        }
        try {
            return settled(due.get(), webhookSender.send(due.get()));
        } catch (InterruptedException e) {
            // The process shuts down. The thread is ours, and could not write if it stayed interrupted.
            return (complete, operations) -> operations.reschedule(complete, clock.instant());
        } finally {
            concurrencyLimit.giveBack(due.get().webhook());
        }
    }

    /** What came of it is noted first: should this process die before it is done with the task, nothing is erased. */
    private CompletionHandler<Void> settled(DueDelivery due, Answer answer) {
        var nextTry = QuarkusTransaction.requiringNew().call(() -> deliveries.settle(due, answer));
        return (complete, operations) ->
                nextTry.ifPresentOrElse(instant -> operations.reschedule(complete, instant), operations::remove);
    }
}
