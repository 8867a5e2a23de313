package org.muster.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.muster.persistence.database.DatabaseFailure;

/**
 * A table of db-scheduler. A process holds no more of its tasks than it has threads, starts none that was taken from
 * it, and gives none back that another process has taken over.
 */
public final class TaskTable {

    private static final Logger LOG = Logger.getLogger(TaskTable.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final DataSource database;
    private final String name;
    private final String held;
    private volatile boolean hurried;

    /**
     * Knows a table.
     *
     * @param name an SQL identifier
     */
    public TaskTable(DataSource database, String name) {
        this.database = database;
        this.name = name;
        this.held =
                "select from %s where task_name = ? and task_instance = ? and version = ? and picked".formatted(name);
    }

    /**
     * A builder of a scheduler for this table. Callers must not change its way of polling, and must log tasks that
     * fail: db-scheduler does not.
     *
     * @param threads how many tasks are held at most
     */
    public SchedulerBuilder scheduler(Clock clock, int threads, Task<?>... tasks) {
        return Scheduler.create(database, List.of(tasks))
                .tableName(name)
                .threads(threads)
                .clock(clock::instant)
                // The usual statement for PostgreSQL picks what is "in (select ... for update skip locked limit n)".
                // Where the planner thinks that there is one row, it runs the inner query for each row, and all that is
                // due is picked: it would wait in memory without a heartbeat. Two statements pick n.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false))
                .pollUsingLockAndFetch(0.5, 1.0)
                .failureLogging(LogLevel.OFF, false)
                .addExecutionInterceptor(this::startIfHeld);
    }

    /** The process ends: from now on a database that is away is not waited for. */
    public void hurry() {
        hurried = true;
    }

    /**
     * Changes the row of a task that this process holds, or held. A database that is away is waited for; a task that
     * another process has taken over, or that is gone, is left alone.
     *
     * @param change what db-scheduler does to the row; it may be tried several times
     */
    public void settle(Execution execution, Runnable change) {
        while (!isSettled(execution, change)) {
            if (hurried || !isPauseOver()) {
                LOG.warnf(
                        "The task %s could not be given back: it counts as lost, and is taken up again.",
                        name(execution));
                return;
            }
        }
    }

    /** Likewise for all that is done to the row once a task is done. */
    public <T> CompletionHandler<T> settling(CompletionHandler<T> completion) {
        return (complete, operations) ->
                settle(complete.getExecution(), () -> completion.complete(complete, operations));
    }

    private boolean isSettled(Execution execution, Runnable change) {
        try {
            change.run();
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFailure.behind(e).isPresent()) {
                return false;
            }
            try {
                if (isHeld(execution)) {
                    throw e;
                }
            } catch (SQLException unknown) {
                return false;
            }
            LOG.infof("The task %s was taken over by another process meanwhile, and is left to it.", name(execution));
            return true;
        }
    }

    private CompletionHandler<?> startIfHeld(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        var execution = context.getExecution();
        try {
            if (isHeld(execution)) {
                return chain.proceed(task, context);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("It is unknown whether %s is still held.".formatted(name(execution)), e);
        }
        LOG.infof("The task %s was taken over before it could start.", name(execution));
        return (complete, operations) -> {};
    }

    private boolean isHeld(Execution execution) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(held)) {
            query.setString(1, execution.getTaskName());
            query.setString(2, execution.getId());
            query.setLong(3, execution.version);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String name(Execution execution) {
        return "%s %s#%d".formatted(execution.getTaskName(), execution.getId(), execution.version);
    }

    private static boolean isPauseOver() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
