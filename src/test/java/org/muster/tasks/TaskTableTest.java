package org.muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.harness.ServiceProcess;

@QuarkusTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TaskTableTest {

    private static final int MANY = 60;

    @Inject
    DataSource dataSource;

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Object> errors = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private @Nullable Scheduler scheduler;

    @BeforeEach
    void createTable() throws SQLException {
        execute("create table tasks_of_test (like scheduled_tasks including all)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        mayEnd.countDown();
        if (scheduler != null) {
            scheduler.stop();
        }
        execute("drop table tasks_of_test");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String condition) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from tasks_of_test where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void add(int count) throws SQLException {
        execute("""
                insert into tasks_of_test (task_name, task_instance, execution_time, picked, version)
                select 'task', gen_random_uuid()::text, timestamptz 'epoch', false, 1 from generate_series(1, %d)""".formatted(count));
    }

    private Scheduler start(int threads, ThreadPoolExecutor executor) {
        var table = new TaskTable(dataSource, "tasks_of_test");
        var task = Tasks.custom("task", Void.class).execute((instance, context) -> {
            begun.add(instance.getId());
            awaitEnd();
            return table.settling(new CompletionHandler.OnCompleteRemove<Void>());
        });
        var made = table.scheduler(Clock.systemUTC(), threads, task)
                .executorService(executor)
                .pollingInterval(Duration.ofMillis(100))
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        if (type.name().endsWith("ERROR")) {
                            errors.add(type);
                        }
                    }
                })
                .build();
        scheduler = made;
        made.start();
        return made;
    }

    private void awaitEnd() {
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the statistics of a table with one row the usual statement of db-scheduler picks all sixty. */
    @Test
    void noMoreIsHeldThanThereAreThreadsWhateverTheStatisticsSay() throws SQLException {
        add(1);
        execute("analyze tasks_of_test");
        add(MANY - 1);

        start(2, (ThreadPoolExecutor) Executors.newFixedThreadPool(2));

        await().atMost(ServiceProcess.PATIENCE).until(() -> begun.size() == 2);
        assertThat(count("picked")).isEqualTo(2);
        mayEnd.countDown();
        await().atMost(ServiceProcess.PATIENCE).until(() -> count("true") == 0);
        assertThat(begun).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatWasTakenOverBeforeItCouldStartDoesNotStart() throws Exception {
        var late = new LateExecutor();
        add(1);
        start(1, late);
        await().atMost(ServiceProcess.PATIENCE).until(() -> !late.kept.isEmpty());

        execute("update tasks_of_test set version = version + 1");
        late.start();

        await().atMost(ServiceProcess.PATIENCE).until(() -> late.getCompletedTaskCount() > 0);
        assertThat(begun).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(count("picked and version = 3")).isEqualTo(1);
    }

    @Test
    void whatWasTakenOverMeanwhileIsNotGivenBack() throws Exception {
        add(1);
        var running = start(1, (ThreadPoolExecutor) Executors.newFixedThreadPool(1));
        await().atMost(ServiceProcess.PATIENCE).until(() -> begun.size() == 1);

        execute("update tasks_of_test set version = version + 1, picked_by = 'another'");
        mayEnd.countDown();

        await().atMost(ServiceProcess.PATIENCE)
                .until(() -> running.getCurrentlyExecuting().isEmpty());
        assertThat(errors).isEmpty();
        assertThat(count("picked_by = 'another' and version = 3")).isEqualTo(1);
    }

    /** Starts what it is given when it is told to. */
    private static final class LateExecutor extends ThreadPoolExecutor {
        private final Queue<Runnable> kept = new ConcurrentLinkedQueue<>();

        private LateExecutor() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void execute(Runnable task) {
            kept.add(task);
        }

        private void start() {
            List.copyOf(kept).forEach(super::execute);
        }
    }
}
