package org.muster.console;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.muster.demo.DemoDistrict;
import org.muster.demo.DemoDistricts;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.solving.Plans;
import org.muster.solving.SubmittedPlan;

/** Plans the next round of a demo district as soon as the service is up, and tells the terminal about it. */
@ApplicationScoped
final class Demo {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final DemoConfig config;
    private final Plans plans;
    private final PlanStore store;
    private final String address;
    private final PrintStream out = System.out;

    Demo(
            DemoConfig config,
            Plans plans,
            PlanStore store,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.config = config;
        this.plans = plans;
        this.store = store;
        this.address = "http://%s:%d".formatted(host, port);
    }

    void start(@Observes StartupEvent event) {
        config.district()
                .map(Demo::district)
                .ifPresent(district -> Thread.ofVirtual().name("demo").start(() -> run(district)));
    }

    private static DemoDistrict district(String id) {
        return DemoDistricts.find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no demo district (%s). Maybe one of: %s."
                        .formatted(
                                id,
                                DemoDistricts.all().stream()
                                        .map(DemoDistrict::id)
                                        .collect(Collectors.joining(", ")))));
    }

    private void run(DemoDistrict district) {
        var problem = district.problem(1, config.seed());
        var standard = SolveOptions.DEFAULT;
        var options =
                new SolveOptions(Duration.ofSeconds(config.seconds()), 0, config.seed(), null, standard.profile());
        out.printf(
                "%n%s (%s): %,d cadres, %,d sites, %,d demands; %s to search.%n",
                district.title().en(),
                district.title().zh(),
                problem.cadres().size(),
                problem.sites().size(),
                problem.demands().size(),
                options.timeLimit());
        try {
            var plan = plans.submit(new SubmittedPlan(
                    district.title().en(), options, null, new ProblemWriter().gzipped(problem), List.of(), null));
            report(problem, watched(plan));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints a line a second until the plan has ended. */
    private Plan watched(Plan submitted) throws InterruptedException {
        var plan = submitted;
        while (!plan.status().isFinal()) {
            Thread.sleep(BETWEEN_LINES);
            plan = store.find(plan.id()).orElse(plan);
            out.println(Lines.progress(plan));
        }
        return plan;
    }

    private void report(Problem problem, Plan plan) {
        var best = store.findBest(plan.id());
        if (plan.status() == PlanStatus.FAILED || best.isEmpty()) {
            out.printf("The plan ended without a schedule: %s %s%n", plan.status(), plan.failure());
            return;
        }
        new Report(problem, plan, best.get(), address).lines().forEach(out::println);
    }
}
