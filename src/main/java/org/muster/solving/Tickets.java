package org.muster.solving;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Hands out the tasks that solve whatever plan is next. */
@ApplicationScoped
class Tickets {

    static final TaskDescriptor<Void> TURN = TaskDescriptor.of("turn");
    /** All tickets are alike, and due at once however the clock is set. */
    static final Instant DUE = Instant.EPOCH;

    private final SchedulerClient client;

    Tickets(DataSource dataSource) {
        client = SchedulerClient.Builder.create(dataSource).build();
    }

    /** A ticket as one process holds it: when it is taken up again it is another one. */
    static String held(Execution execution) {
        return execution.taskInstance.getId() + "#" + execution.version;
    }

    /** Sees to it that there is a ticket more, in the transaction that adds the plan. */
    void add(UUID plan) {
        client.scheduleIfNotExists(TURN.instance(plan.toString()).scheduledTo(DUE));
    }
}
