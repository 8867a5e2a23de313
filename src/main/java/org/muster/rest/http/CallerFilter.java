package org.muster.rest.http;

import static org.muster.rest.http.Parameters.bad;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muster.registry.Caller;
import org.muster.rest.errors.Shown;

/** Tells who calls, by what they say in the header {@code Muster-Actor}: there are no accounts yet. */
@Provider
public final class CallerFilter implements ContainerRequestFilter {

    static final String HEADER = "Muster-Actor";

    private final Caller caller;
    private final ResourceInfo resource;

    CallerFilter(Caller caller, ResourceInfo resource) {
        this.caller = caller;
        this.resource = resource;
    }

    /** The header is refused only where it is read: elsewhere callers may send whatever they like. */
    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HEADER);
        if (header != null && !header.isBlank() && isRead()) {
            caller.identify(nameIn(header));
        }
    }

    private boolean isRead() {
        var headers = resource.getResourceMethod().getAnnotation(TakesHeaders.class);
        return headers != null && List.of(headers.value()).contains(RequestHeader.ACTOR);
    }

    /** The name that the caller gives, percent-encoded where it is not ASCII. */
    private static String nameIn(String header) {
        try {
            return Shown.of(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip());
        } catch (IllegalArgumentException e) {
            throw bad(HEADER, header, "percent-encoded UTF-8");
        }
    }
}
