package org.muster.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.formats.ics.CadreCalendar;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanStore;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Language;
import org.muster.rest.errors.Shown;

/** The duties of a cadre in the best schedule so far, for a calendar. */
@Path("/plans/{id}/cadres/{cadre}/calendar")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class CalendarResource {

    private static final String CALENDAR = "text/calendar";
    /** Part of the identifiers of events where the request names no host. */
    private static final String NO_HOST = "localhost";

    private final PlanStore store;
    private final ExplainedPlans explained;
    private static final Instant FIRST_SEQUENCE = Instant.parse("2020-01-01T00:00:00Z");

    private final Clock clock;

    CalendarResource(PlanStore store, ExplainedPlans explained, Clock clock) {
        this.store = store;
        this.explained = explained;
        this.clock = clock;
    }

    /** An event for each duty; none for a cadre who stays at home. */
    @GET
    @Produces(CALENDAR)
    @Operation(summary = "The duties of a cadre as iCalendar, in Chinese or English by Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "A calendar with an event for each duty",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(
            @PathParam("id") String id,
            @PathParam("cadre") String cadre,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        var plan = store.find(Parameters.plan(id)).orElseThrow(() -> ApiException.noSuchPlan(id));
        // Where one cadre asks, others will: the plan is kept at hand as for explanations.
        var index = explained.find(plan).orElseThrow(() -> noSchedule(id)).index();
        var best = store.findBest(plan.id()).orElseThrow(() -> noSchedule(id));
        if (index.findCadre(cadre).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var host = plan.origin() != null
                ? plan.origin().district()
                : Objects.requireNonNullElse(uri.getBaseUri().getHost(), NO_HOST);
        var edition = new CadreCalendar.Edition(host, sequenceOf(plan), clock.instant());
        var calendar = CadreCalendar.write(index.problem(), best.schedule(), cadre, edition, language);
        return Response.ok(calendar, CALENDAR + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duties.ics\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Seconds, so that an event of a later plan is newer than that of an earlier one, however often either changed. */
    private long sequenceOf(Plan plan) {
        var made = plan.ended() != null ? plan.ended() : clock.instant();
        return Math.max(0, Duration.between(FIRST_SEQUENCE, made).toSeconds());
    }

    private static ApiException noSchedule(String plan) {
        return ApiException.of(ErrorCode.NOT_FOUND, "not-found.schedule", plan);
    }
}
