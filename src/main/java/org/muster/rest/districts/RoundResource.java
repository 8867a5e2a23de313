package org.muster.rest.districts;

import static org.muster.rest.http.Parameters.bad;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.history.PublishedDuty;
import org.muster.district.requests.PlanRequest;
import org.muster.formats.json.items.ItemWriter;
import org.muster.formats.json.requests.DistrictRequestReader;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.lists.Districts;
import org.muster.registry.rounds.RoundPlans;
import org.muster.registry.rounds.Rounds;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.Parameters;
import org.muster.rest.http.RequestBodies;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;
import org.muster.rest.plans.PlanView;

/** The rounds of a district: made from earlier ones, and planned. */
@Path("/districts/{district}")
@Tag(name = "Rounds")
@RunOnVirtualThread
public final class RoundResource {

    private static final int MOST_DUTY_DAYS = 366;

    private final Rounds rounds;
    private final RoundPlans plans;
    private final Districts districts;
    private final PublishedDutyStore duties;
    private final RequestBodies bodies;
    private final IdempotentRequests idempotentRequests;
    private final DistrictRequestReader reader;
    private final ItemWriter writer = new ItemWriter();

    RoundResource(
            Rounds rounds,
            RoundPlans plans,
            Districts districts,
            PublishedDutyStore duties,
            RequestBodies bodies,
            IdempotentRequests idempotentRequests,
            Limits limits) {
        this.rounds = rounds;
        this.plans = plans;
        this.districts = districts;
        this.duties = duties;
        this.bodies = bodies;
        this.idempotentRequests = idempotentRequests;
        this.reader = new DistrictRequestReader(limits);
    }

    /**
     * Rounds that were made.
     *
     * @param rounds as they are stored
     * @param windows how many windows they have together
     * @param demands how many demands they have together
     */
    public record CopiesView(
            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<RawValue> rounds,

            long windows,
            long demands) {}

    /**
     * Demands that are not stored yet.
     *
     * @param demands ready to be changed, and to be sent to the list of demands
     * @param overloaded residents by site, where one site can hardly serve them in a round
     */
    public record ProposalView(
            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<RawValue> demands,

            Map<String, Integer> overloaded) {}

    /** Makes rounds like this one. */
    @POST
    @Path("/rounds/{round}/copies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes the next rounds: the same sites, windows and demands on other days")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RoundCopies")))
    @APIResponse(
            responseCode = "201",
            description = "The rounds that were made",
            content = @Content(schema = @Schema(implementation = CopiesView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response copy(
            @PathParam("district") String district,
            @PathParam("round") String round,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var request = reader.copies(json, Rounds.MOST_COPIES);
            var made = rounds.copy(district, round, request.count(), request.firstDate(), request.everyDays());
            return Response.status(Response.Status.CREATED).entity(copies(made)).build();
        });
    }

    private CopiesView copies(List<Item> made) {
        return new CopiesView(
                made.stream()
                        .filter(item -> item.list() == DistrictList.ROUNDS)
                        .map(this::raw)
                        .toList(),
                count(made, DistrictList.WINDOWS),
                count(made, DistrictList.DEMANDS));
    }

    private static long count(List<Item> items, DistrictList list) {
        return items.stream().filter(item -> item.list() == list).count();
    }

    private RawValue raw(Item item) {
        return new RawValue(writer.write(item));
    }

    /** Proposes demands for this round. */
    @POST
    @Path("/rounds/{round}/demand-proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Proposes demands from the number of residents by rules of thumb; nothing is stored",
            description =
                    "A sampling table serves 600 to 800 residents, a site 2,000 to 3,000. Look at the demands, change them, and send them to the list of demands.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ProposalRequest")))
    public ProposalView propose(
            @PathParam("district") String district,
            @PathParam("round") String round,
            InputStream body,
            @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var proposal = bodies.read(headers, body, json -> rounds.propose(district, round, reader.proposal(json)));
        return new ProposalView(
                proposal.demands().stream().map(Item::of).map(this::raw).toList(), proposal.overloaded());
    }

    /** Plans one round. */
    @POST
    @Path("/rounds/{round}/plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes the problem of the round from what is stored, history included, and submits it as a plan")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RoundPlanRequest")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the plan will be solved",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response plan(
            @PathParam("district") String district,
            @PathParam("round") String round,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return plan(district, body, headers, uri, request -> {
            if (request.rounds() != null) {
                throw fault("/rounds", FaultCode.UNKNOWN_FIELD, Map.of("field", "rounds"));
            }
            return Set.of(round);
        });
    }

    /** Plans several rounds at once. */
    @POST
    @Path("/plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same for several rounds at once, whose load is shared out over all of them")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "RoundPlanRequest")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the plan will be solved",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response planSeveral(
            @PathParam("district") String district,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return plan(district, body, headers, uri, request -> {
            var several = request.rounds();
            if (several == null || several.isEmpty()) {
                throw fault("/rounds", FaultCode.MISSING, Map.of());
            }
            return several;
        });
    }

    /** Says which rounds a request speaks of. */
    private interface RoundsOf {
        Set<String> in(PlanRequest request);
    }

    private Response plan(String district, InputStream body, HttpHeaders headers, UriInfo uri, RoundsOf roundsOf)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var request = reader.plan(json);
            var plan = plans.plan(district, roundsOf.in(request), request);
            return Response.accepted(PlanView.of(plan, List.of(), List.of(), uri))
                    .location(uri.getBaseUriBuilder()
                            .path("plans")
                            .path(plan.id().toString())
                            .build())
                    .build();
        });
    }

    private RuntimeException fault(String pointer, FaultCode code, Map<String, String> params) {
        return InvalidInputException.of(pointer, code, params);
    }

    /** Published duties. */
    @GET
    @Path("/duties")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Published duties of a cadre, or of all on the days from a date up to another one")
    public List<PublishedDuty> duties(
            @PathParam("district") String district,
            @QueryParam("cadre") @Nullable String cadre,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        districts.get(district);
        if (cadre != null) {
            return duties.dutiesOf(district, Objects.requireNonNull(Parameters.text("cadre", cadre)));
        }
        var first = Parameters.required("from", from, Parameters.A_DATE);
        var last = Parameters.required("to", to, Parameters.A_DATE);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DUTY_DAYS))) {
            throw bad("to", last.toString(), first + "..." + first.plusDays(MOST_DUTY_DAYS));
        }
        return duties.duties(district, first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }
}
