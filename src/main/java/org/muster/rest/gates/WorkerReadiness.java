package org.muster.rest.gates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.muster.solving.WorkerHealth;

/** A process that keeps failing to solve what waits is of no use to anybody. */
@Readiness
@ApplicationScoped
class WorkerReadiness implements HealthCheck {

    private final WorkerHealth health;

    WorkerReadiness(WorkerHealth health) {
        this.health = health;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("queue").up();
        health.trouble().ifPresent(trouble -> {
            check.down()
                    .withData("step", trouble.step().name().toLowerCase(Locale.ROOT))
                    .withData("reason", trouble.kind());
            if (trouble.state() != null) {
                check.withData("sqlState", trouble.state());
            }
        });
        return check.build();
    }
}
