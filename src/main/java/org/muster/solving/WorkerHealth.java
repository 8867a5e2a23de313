package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.database.DatabaseFailure;
import org.muster.tasks.RootCause;

/**
 * Whether this process does its work in the queue, as its steps report. A step that fails a few times in a row, without
 * a success in between, is logged once, and not again before it has succeeded.
 */
@ApplicationScoped
public class WorkerHealth {

    private static final Logger LOG = Logger.getLogger(WorkerHealth.class);
    /** Fewer failures may be due to one plan, or to a conflict of two transactions. */
    private static final int FEW = 3;

    private final SolveMetrics metrics;
    private final Map<Step, Failures> failing = new EnumMap<>(Step.class);

    /** What a process does in the queue. */
    public enum Step {
        /** Takes the plan that is next. */
        TAKE,
        /** Reads it, solves it and saves what comes of it. */
        SOLVE,
        /** Finds plans and tickets that other processes have left behind. */
        SWEEP
    }

    /**
     * What keeps a process from its work.
     *
     * @param kind of the failure
     * @param state SQLSTATE of PostgreSQL; null where it was not the database
     */
    public record Trouble(Step step, String kind, @Nullable String state) {}

    private static final class Failures {
        private final Set<String> warnedOf = new HashSet<>();
        private final Set<String> reported = new HashSet<>();
        private int inARow;
        private Throwable last;

        private Failures(Throwable first) {
            last = first;
        }
    }

    WorkerHealth(SolveMetrics metrics) {
        this.metrics = metrics;
    }

    /** A step has failed, and will be tried again. */
    synchronized void failed(Step step, Throwable error) {
        metrics.stepFailed(step);
        var failures = failing.computeIfAbsent(step, key -> new Failures(error));
        failures.inARow++;
        failures.last = error;
        var cause = RootCause.of(error).toString();
        if (failures.inARow < FEW) {
            if (failures.warnedOf.add(cause)) {
                LOG.warnf("%s failed and is tried again: %s", nameOf(step), cause);
            }
        } else if (failures.reported.add(cause)) {
            if (DatabaseFailure.behind(error).isPresent()) {
                LOG.warnf("%s keeps failing, because the database is away: %s", nameOf(step), cause);
            } else {
                LOG.errorf(error, "%s keeps failing: %s", nameOf(step), cause);
            }
        }
    }

    /** A step has worked. */
    synchronized void worked(Step step) {
        var failures = failing.remove(step);
        if (failures != null && failures.inARow >= FEW) {
            LOG.infof("%s works again after %d failures.", nameOf(step), failures.inARow);
        }
    }

    /** What keeps failing; empty where everything works, or has failed for the first time. */
    public synchronized Optional<Trouble> trouble() {
        return failing.entrySet().stream()
                .filter(entry -> entry.getValue().inARow >= FEW)
                .findFirst()
                .map(entry -> troubleOf(entry.getKey(), RootCause.of(entry.getValue().last)));
    }

    private static Trouble troubleOf(Step step, Throwable cause) {
        return new Trouble(
                step, cause.getClass().getSimpleName(), cause instanceof SQLException sql ? sql.getSQLState() : null);
    }

    private static String nameOf(Step step) {
        return switch (step) {
            case TAKE -> "Taking the plan that is next";
            case SOLVE -> "Solving what was taken";
            case SWEEP -> "Looking for plans and tickets that were left behind";
        };
    }
}
