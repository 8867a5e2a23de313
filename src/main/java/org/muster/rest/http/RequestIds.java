package org.muster.rest.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.MDC;

/** Gives each request an identifier of ours, which stands beside every line that is logged for it and in the answer. */
@Provider
@PreMatching
public final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "Muster-Request";

    private static final String FIELD = "request";

    @Override
    public void filter(ContainerRequestContext request) {
        var id = UUID.randomUUID().toString();
        request.setProperty(FIELD, id);
        MDC.put(FIELD, id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(FIELD) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }
}
