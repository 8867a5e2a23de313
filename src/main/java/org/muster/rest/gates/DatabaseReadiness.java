package org.muster.rest.gates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.muster.persistence.database.DatabaseProbe;

/** A process that cannot read and write its database is of no use to anybody. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    private final DatabaseProbe probe;

    DatabaseReadiness(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("database").up();
        probe.trouble().ifPresent(trouble -> {
            check.down()
                    .withData(
                            "reason",
                            trouble.failure().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (trouble.state() != null) {
                check.withData("sqlState", trouble.state());
            }
        });
        return check.build();
    }
}
