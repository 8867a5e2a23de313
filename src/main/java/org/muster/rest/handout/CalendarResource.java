package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.persistence.plans.PlanStore;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;
import org.muster.rest.http.RequestedPlans;

/** The duties of a cadre in the best schedule so far, for a calendar. */
@Path("/plans/{id}/cadres/{cadre}/calendar")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class CalendarResource {

    private final PlanStore store;
    private final RequestedPlans plans;
    private final Calendars calendars;

    CalendarResource(PlanStore store, RequestedPlans plans, Calendars calendars) {
        this.store = store;
        this.plans = plans;
        this.calendars = calendars;
    }

    /** An event for each duty; none for a cadre who stays at home. */
    @GET
    @Produces(Calendars.MEDIA_TYPE)
    @Operation(summary = "The duties of a cadre as iCalendar, in Chinese or English by Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "A calendar with an event for each duty, and a cancelled one for each that was withdrawn",
            content = @Content(mediaType = Calendars.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(@PathParam("id") UUID id, @PathParam("cadre") String cadre, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var plan = store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        // Where one cadre asks, others will: the plan is kept at hand as for explanations.
        var solved = plans.get(plan).solved();
        var index = solved.index();
        if (index.findCadre(cadre).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        return calendars.answer(plan, index.problem(), solved.best().schedule(), cadre, headers);
    }
}
