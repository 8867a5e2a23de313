package org.muster.rest.plans;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.Plan;

/** How a plan gets on, as it happens. */
@Path("/plans/{id}/events")
@Tag(name = "Plans")
public final class EventResource {

    private final PlanEvents events;

    EventResource(PlanEvents events) {
        this.events = events;
    }

    /**
     * The events of a plan: how it stands at first, then every change, and {@code done} at the end.
     *
     * <p>Each event is the whole plan, so that whoever has missed some has missed nothing.
     */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events of a plan: status, progress, done; resumes with Last-Event-ID",
            description =
                    "Each event holds the plan as GET /plans/{id} shows it, and its version as id. Who reads slowly gets fewer events, never old ones. After some minutes the stream ends: ask again with Last-Event-ID, as browsers do by themselves.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the plan ends",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PlanView.class)))
    public Multi<OutboundSseEvent> events(
            @PathParam("id") UUID id,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @Context UriInfo uri,
            @Context Sse sse) {
        var views = new Views(uri.getBaseUri().getPath(), sse);
        return events.of(id, versionOf(lastEvent)).map(views::event);
    }

    /** What is no version of ours asks for everything. */
    private static long versionOf(@Nullable String lastEvent) {
        return lastEvent != null && lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : PlanEvents.NONE;
    }

    private record Views(String base, Sse sse) {

        OutboundSseEvent event(PlanEvents.Event event) {
            var plan = event.plan();
            if (plan == null) {
                return sse.newEventBuilder().comment("still here").build();
            }
            return sse.newEventBuilder()
                    .id(Long.toString(plan.version()))
                    .name(event.name())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(PlanView.class, view(plan))
                    .build();
        }

        private PlanView view(Plan plan) {
            return PlanView.of(plan, List.of(), List.of(), base);
        }
    }
}
