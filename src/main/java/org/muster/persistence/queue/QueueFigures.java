package org.muster.persistence.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.database.DatabaseProbe;
import org.muster.persistence.plans.PlanStatus;

/** Counts and waiting times of all plans, for metrics. One query fetches them, every few seconds at most. */
@ApplicationScoped
public class QueueFigures {

    private static final Logger LOG = Logger.getLogger(QueueFigures.class);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final String BY_STATUS = """
            select status, count(*), extract(epoch from now() - min(created)),
              extract(epoch from min(greatest(time_limit_ms - spent_ms, 0) * interval '1 millisecond'))
            from plan group by status""";

    private final DataSource dataSource;
    private final DatabaseProbe probe;

    private @Nullable Figures figures;
    private long asked = System.nanoTime() - KEPT.toNanos();

    /**
     * Counts and waiting times.
     *
     * @param plans by status
     * @param oldestWaiting how long the plan has been waiting that was submitted first; zero when none waits
     * @param untilNextEnd when the first of the plans that are being solved ends at the latest, by its time limit; null
     *     when none is
     */
    public record Figures(
            Map<PlanStatus, Long> plans,
            Duration oldestWaiting,
            @Nullable Duration untilNextEnd) {

        /** How many plans have the status. */
        public long count(PlanStatus status) {
            return plans.getOrDefault(status, 0L);
        }
    }

    QueueFigures(DataSource dataSource, DatabaseProbe probe) {
        this.dataSource = dataSource;
        this.probe = probe;
    }

    /** The figures of this moment or of some seconds ago; empty while the database is away. */
    public synchronized Optional<Figures> latest() {
        if (System.nanoTime() - asked >= KEPT.toNanos()) {
            figures = ask();
            asked = System.nanoTime();
        }
        return Optional.ofNullable(figures);
    }

    private @Nullable Figures ask() {
        if (probe.isAway()) {
            return null;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(BY_STATUS)) {
            return read(rows);
        } catch (SQLException e) {
            LOG.warnf("The figures of the queue cannot be read: SQLSTATE %s.", e.getSQLState());
            return null;
        }
    }

    private static Figures read(ResultSet rows) throws SQLException {
        var plans = new EnumMap<PlanStatus, Long>(PlanStatus.class);
        var oldestWaiting = Duration.ZERO;
        Duration untilNextEnd = null;
        while (rows.next()) {
            var status = PlanStatus.valueOf(rows.getString(1));
            plans.put(status, rows.getLong(2));
            if (status == PlanStatus.QUEUED) {
                oldestWaiting = seconds(rows.getDouble(3));
            } else if (status == PlanStatus.SOLVING) {
                untilNextEnd = seconds(rows.getDouble(4));
            }
        }
        return new Figures(plans, oldestWaiting, untilNextEnd);
    }

    /** Times are never negative, even where the clock was set back. */
    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000)));
    }
}
