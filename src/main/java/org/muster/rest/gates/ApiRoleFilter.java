package org.muster.rest.gates;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.solving.process.Role;

/** Nothing of the API is at the addresses of a process that only solves. */
@Provider
@PreMatching
public final class ApiRoleFilter implements ContainerRequestFilter {

    private final Role role;

    ApiRoleFilter(@ConfigProperty(name = "muster.role") Role role) {
        this.role = role;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!role.answers()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.worker");
        }
    }
}
