package org.muster.solving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.queue.QueueFigures;
import org.muster.persistence.queue.QueueFigures.Figures;
import org.muster.schedule.Score;

/** Metrics of the solves. */
@ApplicationScoped
class SolveMetrics {

    private static final Duration[] STEPS_OF_TIME = {
        Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1)
    };
    private static final double[] STEPS_OF_GAP = {0.0001, 0.001, 0.01, 0.02, 0.05, 0.1, 0.5};

    private final MeterRegistry registry;
    private final QueueFigures figures;
    private final RunningSolves running;
    private final Timer queueTime;
    private final Timer solveTime;
    private final Timer saveTime;
    private final DistributionSummary gap;
    private final Counter retries;
    private final Counter lost;
    private final Counter handedBack;
    private final Counter failures;
    private final Counter failedSaves;
    private final Counter disagreements;
    private final Counter beatenBounds;

    SolveMetrics(MeterRegistry registry, QueueFigures figures, RunningSolves running) {
        this.registry = registry;
        this.figures = figures;
        this.running = running;
        this.queueTime = timer("muster.queue.time", "Time from the submission of a plan to its first attempt");
        this.solveTime =
                timer("muster.solve.time", "Time from the first attempt at a plan to its end, pauses left out");
        this.saveTime = Timer.builder("muster.save.time")
                .description("Time to save how far a solve is, with its best schedule where there is a better one")
                .register(registry);
        this.gap = DistributionSummary.builder("muster.gap")
                .description("How far schedules may be from the best when their plan ends, as a share of their score")
                .serviceLevelObjectives(STEPS_OF_GAP)
                .register(registry);
        this.retries = counter("muster.attempts.again", "Attempts at plans that were attempted before");
        this.lost = counter("muster.attempts.lost", "Attempts that another process was seen to have lost");
        this.handedBack = counter("muster.attempts.handed.back", "Attempts that were handed back for a shutdown");
        this.failures = counter("muster.solve.failures", "Solves that ended with an exception");
        this.failedSaves = counter("muster.save.failures", "Saves that failed, and are tried again");
        this.disagreements = counter("muster.score.disagreements", "Solves whose score the referee did not confirm");
        this.beatenBounds = counter("muster.bound.beaten", "Bounds that a schedule was better than");
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(STEPS_OF_TIME)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void register(@Observes StartupEvent event) {
        for (var status : PlanStatus.values()) {
            Gauge.builder("muster.plans", () -> figure(known -> known.count(status)))
                    .description("Plans by status; not a number while the database is away")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("muster.queue.length", () -> figure(known -> known.count(PlanStatus.QUEUED)))
                .description("Plans that wait; not a number while the database is away")
                .register(registry);
        TimeGauge.builder(
                        "muster.queue.oldest",
                        () -> figure(known -> known.oldestWaiting().toMillis()),
                        TimeUnit.MILLISECONDS)
                .description("How long the plan has been waiting that was submitted first; 0 when none waits")
                .register(registry);
        for (var step : WorkerHealth.Step.values()) {
            Counter.builder("muster.queue.failures")
                    .description("Turns and sweeps of this process that failed, and are tried again")
                    .tag("step", step.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("muster.solves.running", running, solves -> solves.all().size())
                .description("Solves under way in this process")
                .register(registry);
        Gauge.builder("muster.moves.per.second", running, RunningSolves::movesPerSecond)
                .description("Moves tried a second, over all solves of this process")
                .register(registry);
    }

    private double figure(ToDoubleFunction<Figures> which) {
        return figures.latest().map(which::applyAsDouble).orElse(Double.NaN);
    }

    /** An attempt at a plan begins. */
    void begun(Plan plan) {
        var started = plan.started();
        if (plan.attempt() > 1) {
            retries.increment();
        } else if (started != null) {
            queueTime.record(Duration.between(plan.created(), started));
        }
    }

    /** The process could not do something in the queue. */
    void stepFailed(WorkerHealth.Step step) {
        registry.counter("muster.queue.failures", "step", step.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void lost() {
        lost.increment();
    }

    void handedBack() {
        handedBack.increment();
    }

    /** Saves, and notes how long it took whatever comes of it. */
    <T> T timed(Supplier<T> save) {
        long began = System.nanoTime();
        try {
            return save.get();
        } finally {
            saveTime.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    void saveFailed() {
        failedSaves.increment();
    }

    /** A plan has ended, with what is proven about it. */
    void ended(Duration spent, Score score, @Nullable Bound bound) {
        solveTime.record(spent);
        if (bound != null && bound.isComparableTo(score)) {
            gap.record(bound.gap(score));
        }
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
