package org.muster.rest.reference;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.rest.http.WebConfig;

/** What the planner's page has to know of the place where it runs. */
@Path("/page")
@Tag(name = "Reference")
@Produces(MediaType.APPLICATION_JSON)
public final class PageResource {

    private final WebConfig config;

    PageResource(WebConfig config) {
        this.config = config;
    }

    /**
     * Where maps get their pictures.
     *
     * @param tileUrl a template with {z}, {x} and {y}; null where maps have no background
     * @param tileAttribution whom to thank; null for nobody
     */
    public record PageView(
            @Nullable String tileUrl, @Nullable String tileAttribution) {}

    @GET
    @Operation(summary = "What the planner's page is set to: where its maps get their pictures")
    public PageView page() {
        return new PageView(
                config.tileUrl().orElse(null), config.tileAttribution().orElse(null));
    }
}
