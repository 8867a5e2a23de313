package org.muster.rest.plans;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.formats.json.requests.HandReader;
import org.muster.problem.faults.Limits;
import org.muster.registry.changes.Continuations;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.RequestedPlans;
import org.muster.rest.http.TakesHeaders;

/** Plans that are solved again around what is pinned in their schedules. */
@Path("/plans/{id}/continuations")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class ContinuationResource {

    private final RequestedPlans plans;
    private final Continuations continuations;
    private final IdempotentRequests idempotentRequests;
    private final HandReader reader;

    ContinuationResource(
            RequestedPlans plans, Continuations continuations, IdempotentRequests idempotentRequests, Limits limits) {
        this.plans = plans;
        this.continuations = continuations;
        this.idempotentRequests = idempotentRequests;
        this.reader = new HandReader(limits);
    }

    /** Solves the plan again. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Submits a plan of the same problem that starts from this schedule and keeps what is pinned in it, and pins nothing else")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ContinuationRequest")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the plan will be solved",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response resume(
            @PathParam("id") UUID id, InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException, InterruptedException {
        var plan = plans.get(id);
        return idempotentRequests.answer(headers, uri, body, json -> {
            var added = continuations.add(id, reader.continuation(json), plan.solved());
            return Response.accepted(PlanView.of(added, List.of(), List.of(), uri))
                    .tag(Long.toString(added.version()))
                    .location(uri.getBaseUriBuilder()
                            .path("plans")
                            .path(added.id().toString())
                            .build())
                    .build();
        });
    }
}
