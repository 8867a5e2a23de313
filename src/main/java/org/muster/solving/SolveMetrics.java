package org.muster.solving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.muster.persistence.PlanStatus;
import org.muster.persistence.PlanStore;

/** What can be watched of the solves. */
@ApplicationScoped
class SolveMetrics {

    private final MeterRegistry registry;
    private final PlanStore plans;
    private final RunningSolves running;
    private final Timer solveTime;
    private final Counter failures;
    private final Counter disagreements;
    private final Counter beatenBounds;

    SolveMetrics(MeterRegistry registry, PlanStore plans, RunningSolves running) {
        this.registry = registry;
        this.plans = plans;
        this.running = running;
        this.solveTime = Timer.builder("muster.solve.time")
                .description("Time from the first attempt at a plan to its end, pauses left out")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .register(registry);
        this.failures = Counter.builder("muster.solve.failures")
                .description("Solves that ended with an exception")
                .register(registry);
        this.disagreements = Counter.builder("muster.score.disagreements")
                .description("Solves whose score the referee did not confirm")
                .register(registry);
        this.beatenBounds = Counter.builder("muster.bound.beaten")
                .description("Bounds that a schedule was better than")
                .register(registry);
    }

    void register(@Observes StartupEvent event) {
        for (var status : PlanStatus.values()) {
            Gauge.builder("muster.plans", plans, store -> store.countByStatus().getOrDefault(status, 0L))
                    .description("Plans by status")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("muster.queue.length", plans, PlanStore::countQueued)
                .description("Plans that wait")
                .register(registry);
        Gauge.builder("muster.solves.running", running, solves -> solves.all().size())
                .description("Solves under way in this process")
                .register(registry);
        Gauge.builder("muster.moves.per.second", running, RunningSolves::movesPerSecond)
                .description("Moves tried a second, over all solves of this process")
                .register(registry);
    }

    void ended(Duration spent) {
        solveTime.record(spent);
    }

    void failed() {
        failures.increment();
    }

    void boundBeaten() {
        beatenBounds.increment();
    }

    void disagreed() {
        disagreements.increment();
    }
}
