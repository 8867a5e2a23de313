package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;

/** What callers can do with plans: submit, wait, stop, delete. */
@ApplicationScoped
public class Plans {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Each looks at the database five times a second. */
    private static final int MOST_WHO_WAIT = 100;

    private final PlanStore store;
    private final PlanQueue queue;
    private final RunningSolves running;
    private final SolverConfig config;
    private final Semaphore places = new Semaphore(MOST_WHO_WAIT);

    Plans(PlanStore store, PlanQueue queue, RunningSolves running, SolverConfig config) {
        this.store = store;
        this.queue = queue;
        this.running = running;
        this.config = config;
        if (config.longest().compareTo(SolveOptions.LONGEST) > 0) {
            throw new IllegalArgumentException("muster.solver.longest (%s) is more than any plan can have, %s."
                    .formatted(config.longest(), SolveOptions.LONGEST));
        }
    }

    /**
     * Accepts a valid problem: once this returns, the plan will be solved, whatever happens to this process.
     *
     * @throws InvalidInputException when it asks for more time than is given
     * @throws QueueFullException when too many plans wait
     */
    public Plan submit(SubmittedPlan submitted) {
        var limit = submitted.options().timeLimit();
        if (limit.compareTo(config.longest()) > 0) {
            throw InvalidInputException.of(
                    "/options/timeLimit",
                    FaultCode.OUT_OF_RANGE,
                    Map.of(
                            "value", limit.toString(),
                            "min", SolveOptions.SHORTEST.toString(),
                            "max", config.longest().toString()));
        }
        return queue.add(submitted);
    }

    /**
     * The plan once it has ended, or its state when the patience is over. Blocks meanwhile; returns at once where too
     * many callers wait already.
     *
     * @return empty when there is no such plan, or no longer
     */
    public Optional<Plan> await(UUID id, Duration patience) throws InterruptedException {
        if (!places.tryAcquire()) {
            return store.find(id);
        }
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            var plan = store.find(id);
            while (plan.isPresent() && !plan.get().status().isFinal() && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS);
                plan = store.find(id);
            }
            return plan;
        } finally {
            places.release();
        }
    }

    /** Ends a plan early, and its parts; the best schedule stays. Does nothing to a plan that has ended. */
    public void stop(UUID id) {
        if (store.requestStop(id)) {
            running.stop(id);
        }
        partsOf(id).forEach(part -> stop(part.id()));
    }

    /**
     * Deletes a plan and all that belongs to it; a running one is stopped.
     *
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        var parts = partsOf(id);
        boolean deleted = store.delete(id);
        parts.forEach(part -> running.stop(part.id()));
        running.stop(id);
        return deleted;
    }

    private List<Plan> partsOf(UUID id) {
        return store.find(id).map(Plan::parts).orElse(List.of());
    }
}
