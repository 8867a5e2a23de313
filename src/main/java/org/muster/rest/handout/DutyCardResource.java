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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.explaining.ExplainedPlans;
import org.muster.explaining.SolvedPlan;
import org.muster.persistence.districts.PersonalLinkStore;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.registry.handout.PersonalLinks;
import org.muster.registry.handout.StandingDuties;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

/** What cadres see of their own duties by their links: what stands, and nothing of others. */
@Path("/duty-cards/{token}")
@Tag(name = "Duty cards")
@RunOnVirtualThread
public final class DutyCardResource {

    private final PlanStore store;
    private final ExplainedPlans explained;
    private final PersonalLinks links;
    private final StandingDuties standingDuties;
    private final Calendars calendars;

    DutyCardResource(
            PlanStore store,
            ExplainedPlans explained,
            PersonalLinks links,
            StandingDuties standingDuties,
            Calendars calendars) {
        this.store = store;
        this.explained = explained;
        this.links = links;
        this.standingDuties = standingDuties;
        this.calendars = calendars;
    }

    /** A cadre of a plan that came by itself. */
    private record Holder(Plan plan, SolvedPlan solved, int cadre) {}

    /** The duties of whom the link is of. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The duties of the cadre whose link it is: when, where, what, and how long the way takes",
            description =
                    "A link of a district shows what stands: published duties, from seven days ago on, and withdrawn ones that would still start. It never shows a draft. A link of a plan that came as a whole problem shows that plan. Whatever is wrong with a link, the answer is the same.")
    public DutyCardView card(@PathParam("token") String token) throws IOException, InterruptedException {
        var link = links.use(token).orElseThrow(DutyCardResource::noSuchCard);
        var plan = link.plan();
        if (plan == null) {
            return DutyCardView.of(standing(link));
        }
        var holder = holder(plan, link.cadre());
        var solved = holder.solved();
        return DutyCardView.of(holder.plan(), solved.index(), solved.best().schedule(), holder.cadre());
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
        var link = links.use(token).orElseThrow(DutyCardResource::noSuchCard);
        var plan = link.plan();
        if (plan == null) {
            return calendars.answer(standing(link), headers);
        }
        var holder = holder(plan, link.cadre());
        return calendars.answer(
                holder.plan(),
                holder.solved().index().problem(),
                holder.solved().best().schedule(),
                link.cadre(),
                headers);
    }

    private StandingDuties.Standing standing(PersonalLinkStore.Holder link) {
        return Optional.ofNullable(link.district())
                .flatMap(district -> standingDuties.find(district, link.cadre()))
                .orElseThrow(DutyCardResource::noSuchCard);
    }

    private Holder holder(UUID id, String name) throws IOException, InterruptedException {
        var plan = store.find(id).orElseThrow(DutyCardResource::noSuchCard);
        var solved =
                explained.find(plan).orElseThrow(DutyCardResource::noSuchCard).solved();
        int cadre = solved.index().findCadre(name).orElseThrow(DutyCardResource::noSuchCard);
        return new Holder(plan, solved, cadre);
    }

    /** Whatever is wrong with a token, its reader is told the same. */
    private static ApiException noSuchCard() {
        return ApiException.of(ErrorCode.NOT_FOUND, "not-found.duty-card");
    }
}
