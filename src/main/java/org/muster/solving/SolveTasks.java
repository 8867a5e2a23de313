package org.muster.solving;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.muster.persistence.queue.Ticket;

/** Hands out the tasks that solve whatever plan is next. */
@ApplicationScoped
class SolveTasks {

    static final TaskDescriptor<Void> TURN = TaskDescriptor.of(Ticket.TASKS);
    /** All tickets are alike, and due at once however the clock is set. */
    static final Instant DUE = Instant.EPOCH;

    private final SchedulerClient client;

    SolveTasks(DataSource dataSource) {
        client = SchedulerClient.Builder.create(dataSource).build();
    }

    /** A ticket as the process holds it that picked the task. */
    static Ticket of(Execution execution) {
        return new Ticket(execution.taskInstance.getId(), execution.version);
    }

    /**
     * Adds a ticket, in the transaction that adds the plan.
     *
     * @param name of the ticket: the plan that it was added for, or any other that is not in use
     */
    void add(UUID name) {
        client.scheduleIfNotExists(TURN.instance(name.toString()).scheduledTo(DUE));
    }
}
