package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.explaining.ExplainedPlans;
import org.muster.explaining.SolvedPlan;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.registry.handout.DutyLinks;
import org.muster.registry.handout.ToldDuties;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

/** What a cadre sees of herself by her link, and of nobody else. */
@Path("/duty-cards/{token}")
@Tag(name = "Duty cards")
@RunOnVirtualThread
public final class DutyCardResource {

    private final PlanStore store;
    private final ExplainedPlans explained;
    private final DutyLinks links;
    private final ToldDuties toldDuties;
    private final Calendars calendars;

    DutyCardResource(
            PlanStore store, ExplainedPlans explained, DutyLinks links, ToldDuties toldDuties, Calendars calendars) {
        this.store = store;
        this.explained = explained;
        this.links = links;
        this.toldDuties = toldDuties;
        this.calendars = calendars;
    }

    /** A cadre of a plan, found by a token. */
    private record Holder(Plan plan, SolvedPlan solved, int cadre) {}

    /** The duties of whoever has the link. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The duties of the cadre whose link it is: when, where, what, and how long the way takes")
    public DutyCardView card(@PathParam("token") String token) throws IOException, InterruptedException {
        var holder = holder(token);
        var index = holder.solved().index();
        var schedule = holder.solved().best().schedule();
        var demands = DutyCardView.demandsOf(index, schedule, holder.cadre())
                .mapToObj(demand -> index.demand(demand).id())
                .collect(Collectors.toSet());
        var told = toldDuties.find(
                holder.plan(), index.problem(), index.cadre(holder.cadre()).id(), demands);
        return DutyCardView.of(holder.plan(), index, schedule, holder.cadre(), told);
    }

    /** The same for a calendar. */
    @GET
    @Path("/calendar")
    @Produces(Calendars.MEDIA_TYPE)
    @Operation(summary = "The same as iCalendar, in Chinese or English by Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "A calendar with an event for each duty, and a cancelled one for each that was withdrawn",
            content = @Content(mediaType = Calendars.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(@PathParam("token") String token, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var holder = holder(token);
        var index = holder.solved().index();
        return calendars.answer(
                holder.plan(),
                index.problem(),
                holder.solved().best().schedule(),
                index.cadre(holder.cadre()).id(),
                headers);
    }

    /** Whatever is wrong with a token, its reader is told the same. */
    private Holder holder(String token) throws IOException, InterruptedException {
        var target = links.read(token).orElseThrow(DutyCardResource::noSuchCard);
        var plan = store.find(target.plan()).orElseThrow(DutyCardResource::noSuchCard);
        var solved =
                explained.find(plan).orElseThrow(DutyCardResource::noSuchCard).solved();
        int cadre = solved.index().findCadre(target.cadre()).orElseThrow(DutyCardResource::noSuchCard);
        return new Holder(plan, solved, cadre);
    }

    private static ApiException noSuchCard() {
        return ApiException.of(ErrorCode.NOT_FOUND, "not-found.duty-card");
    }
}
