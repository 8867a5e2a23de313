package org.muster.solving.maintenance;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.muster.solving.process.Machine;
import org.muster.solving.process.Role;

/**
 * What is done once a day, in one process of all that solve. It has a thread and a table of its own, since solves may
 * leave the other one no thread for days.
 */
@ApplicationScoped
class MaintenanceScheduler {

    private static final TaskDescriptor<Void> TIDY = TaskDescriptor.of("tidy");
    private static final LocalTime TIME_TO_TIDY = LocalTime.of(3, 0);
    private static final Duration POLLING = Duration.ofMinutes(1);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

    private final Role role;
    private final Scheduler scheduler;

    MaintenanceScheduler(
            @ConfigProperty(name = "muster.role") Role role,
            Clock clock,
            DataSource dataSource,
            Event<DailyMaintenance> tidying) {
        this.role = role;
        var tidy = Tasks.recurring(TIDY, new Daily(TIME_TO_TIDY))
                .execute((task, context) -> tidying.fire(new DailyMaintenance()));
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(tidy)
                .tableName("chores")
                .threads(1)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(Machine.WORKER))
                .pollingInterval(POLLING)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (role.solves()) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }
}
