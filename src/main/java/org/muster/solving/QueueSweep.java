package org.muster.solving;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.muster.persistence.queue.TicketStore;
import org.muster.solving.process.Role;

/**
 * Repairs the queue: finds plans that are marked as being solved although no process solves them, and plans that wait
 * without a ticket. Neither should exist, and each would wait indefinitely. Every process that solves looks every few
 * seconds.
 */
@ApplicationScoped
class QueueSweep {

    private static final Logger LOG = Logger.getLogger(QueueSweep.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final TicketStore store;
    private final SolveTasks solveTasks;
    private final WorkerHealth health;
    private final SolveMetrics metrics;
    private final Role role;
    private final CountDownLatch shutdown = new CountDownLatch(1);

    QueueSweep(
            TicketStore store,
            SolveTasks solveTasks,
            WorkerHealth health,
            SolveMetrics metrics,
            @ConfigProperty(name = "muster.role") Role role) {
        this.store = store;
        this.solveTasks = solveTasks;
        this.health = health;
        this.metrics = metrics;
        this.role = role;
    }

    void start(@Observes StartupEvent event) {
        if (role.solves()) {
            Thread.ofPlatform().daemon().name("queue-sweep").start(this::sweepAgainAndAgain);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        shutdown.countDown();
    }

    private void sweepAgainAndAgain() {
        try {
            do {
                trySweep();
            } while (!shutdown.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    private void trySweep() {
        try {
            sweep();
            health.worked(WorkerHealth.Step.SWEEP);
        } catch (RuntimeException e) {
            if (shutdown.getCount() > 0) {
                health.failed(WorkerHealth.Step.SWEEP, e);
            }
        }
    }

    /** Looks once. */
    void sweep() {
        store.deleteFuture();
        for (var plan : store.loseOrphans()) {
            LOG.warnf("The plan %s was marked as being solved, but no process solved it.", plan);
            metrics.lost();
        }
        QuarkusTransaction.requiringNew().run(this::addMissing);
    }

    private void addMissing() {
        int missing = store.countMissing();
        if (missing > 0) {
            LOG.warnf("There were %d tickets too few.", missing);
        }
        for (int ticket = 0; ticket < missing; ticket++) {
            solveTasks.add(UUID.randomUUID());
        }
    }
}
