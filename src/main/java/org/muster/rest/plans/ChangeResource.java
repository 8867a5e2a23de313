package org.muster.rest.plans;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.evaluation.explanation.ChangeEffect;
import org.muster.formats.json.requests.HandReader;
import org.muster.problem.faults.Limits;
import org.muster.registry.changes.HandChanges;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.IfMatch;
import org.muster.rest.http.RequestBodies;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.RequestedPlans;
import org.muster.rest.http.TakesHeaders;

/** Changes of the schedule of a plan by hand. */
@Path("/plans/{id}/changes")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class ChangeResource {

    private final RequestedPlans plans;
    private final HandChanges hand;
    private final RequestBodies bodies;
    private final IdempotentRequests idempotentRequests;
    private final HandReader reader;
    private final Limits limits;

    ChangeResource(
            RequestedPlans plans,
            HandChanges hand,
            RequestBodies bodies,
            IdempotentRequests idempotentRequests,
            Limits limits) {
        this.plans = plans;
        this.hand = hand;
        this.bodies = bodies;
        this.idempotentRequests = idempotentRequests;
        this.reader = new HandReader(limits);
        this.limits = limits;
    }

    /** Changes the schedule, or says what would come of it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Assigns, takes away, pins and unpins people, in order and as one; with dryRun only says what would come of it",
            description =
                    "A plan that is at its end needs If-Match with its ETag, and changes that break rules need override. A dry run needs neither.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ChangeRequest")))
    @APIResponse(
            responseCode = "200",
            description = "What the changes do to score, rules and goals",
            content = @Content(schema = @Schema(implementation = EffectView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.IF_MATCH_OF_PLAN, RequestHeader.ACTOR})
    public Response change(
            @PathParam("id") UUID id,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        var plan = plans.get(id);
        if (dryRun) {
            return bodies.read(headers, body, json -> {
                var foreseen = plan.foresee(reader.changes(json).changes(), limits);
                return answer(foreseen.effect(), foreseen.version());
            });
        }
        return idempotentRequests.answer(headers, uri, body, json -> {
            var version = IfMatch.require(headers);
            var saved = hand.save(id, version, reader.changes(json), plan.solved());
            return answer(saved.effect(), saved.plan().version());
        });
    }

    private static Response answer(ChangeEffect effect, long version) {
        return Response.ok(EffectView.of(effect, version))
                .tag(Long.toString(version))
                .build();
    }
}
