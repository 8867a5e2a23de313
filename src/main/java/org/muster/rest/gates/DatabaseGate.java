package org.muster.rest.gates;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Set;
import org.muster.persistence.database.DatabaseProbe;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.plans.EvaluationResource;
import org.muster.rest.reference.ReferenceResource;

/**
 * Refuses at once what would wait in vain for a database that is known to be away. One that can only be read is read.
 */
@Provider
public final class DatabaseGate implements ContainerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Set<Class<?>> WITHOUT_DATABASE = Set.of(ReferenceResource.class, EvaluationResource.class);

    private final DatabaseProbe probe;

    @Context
    @SuppressWarnings("NullAway.Init") // injected for each request
    ResourceInfo resource;

    DatabaseGate(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (probe.isAway() && !WITHOUT_DATABASE.contains(resource.getResourceClass())) {
            throw ApiException.later(ErrorCode.UNAVAILABLE, "unavailable.database", RETRY_AFTER);
        }
    }
}
