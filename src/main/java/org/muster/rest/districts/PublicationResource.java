package org.muster.rest.districts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.publications.Publication;
import org.muster.persistence.publications.PublicationStore;
import org.muster.registry.lists.Districts;
import org.muster.registry.rounds.Publishing;
import org.muster.registry.rounds.Publishing.Withdrawal;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.PageSize;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;

/** What people are told of the rounds of a district. */
@Path("/districts/{district}")
@Tag(name = "Rounds")
@RunOnVirtualThread
public final class PublicationResource {

    private final Publishing publishing;
    private final Districts districts;
    private final PublicationStore publications;
    private final IdempotentRequests idempotentRequests;

    PublicationResource(
            Publishing publishing,
            Districts districts,
            PublicationStore publications,
            IdempotentRequests idempotentRequests) {
        this.publishing = publishing;
        this.districts = districts;
        this.publications = publications;
        this.idempotentRequests = idempotentRequests;
    }

    /** Tells people of the schedule of a plan. */
    @POST
    @Path("/plans/{plan}/publication")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Publishes the schedule of a plan in place of what was published for its rounds. Later plans count its duties as served, and moving them costs",
            description =
                    "The schedule is checked against the district as it is by now: who has fallen ill, left or lost a skill, which demand or window has moved, and which rules are broken together with rounds that were published meanwhile. Then it is refused, and errors name each, unless despiteChanges says that it is meant. Nobody is ever published to be at two places at once.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = Publication.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response publish(
            @PathParam("district") String district,
            @PathParam("plan") UUID plan,
            @QueryParam("despiteChanges") @DefaultValue("false") boolean despiteChanges,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answerWithoutBody(
                headers,
                uri,
                () -> Response.status(Response.Status.CREATED)
                        .entity(publishing.publish(district, plan, despiteChanges))
                        .build());
    }

    /** Withdraws the schedule of a plan. */
    @DELETE
    @Path("/plans/{plan}/publication")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Withdraws a plan from all rounds for which it stands published: nobody has to come, and nothing of it counts as served",
            description = "Where it stands for no round, nothing happens.")
    @TakesHeaders(RequestHeader.ACTOR)
    public Withdrawal withdrawPlan(@PathParam("district") String district, @PathParam("plan") UUID plan) {
        return publishing.withdraw(district, plan);
    }

    /** Withdraws what people were told of a round. */
    @DELETE
    @Path("/rounds/{round}/publication")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Withdraws what stands published for a round: nobody has to come, and nothing of it counts as served",
            description =
                    "A round on another date is another round: one that was moved stands published for its old date until it is withdrawn with that date. Where it was withdrawn before, nothing happens.")
    @TakesHeaders(RequestHeader.ACTOR)
    public Withdrawal withdrawRound(
            @PathParam("district") String district,
            @PathParam("round") String round,
            @QueryParam("date") @Nullable LocalDate date) {
        return publishing.withdraw(district, round, date);
    }

    /** What was published, newest first. */
    @GET
    @Path("/publications")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The newest publications")
    public List<Publication> publications(
            @PathParam("district") String district,
            @QueryParam("limit")
                    @DefaultValue(PageSize.DEFAULT)
                    @Parameter(description = PageSize.DESCRIPTION)
                    @Schema(minimum = PageSize.LEAST, maximum = PageSize.MOST)
                    int limit) {
        districts.get(district);
        return publications.list(district, limit);
    }
}
