package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.persistence.plans.PlanStore;
import org.muster.registry.handout.PersonalLinks;
import org.muster.registry.lists.SheetExports;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.RequestedPlans;
import org.muster.rest.http.TakesHeaders;

/** Links by which one cadre sees their own duties. */
@Path("/plans/{id}/cadres/{cadre}/link")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class CadreLinkResource {

    private final RequestedPlans plans;
    private final PersonalLinks links;
    private final PlanStore store;
    private final SheetExports exports;

    CadreLinkResource(RequestedPlans plans, PersonalLinks links, PlanStore store, SheetExports exports) {
        this.plans = plans;
        this.links = links;
        this.store = store;
        this.exports = exports;
    }

    /**
     * A link.
     *
     * @param path of the page on this host; whoever has it sees the duties
     */
    public record LinkView(String path) {}

    /** A new link of a cadre, with or without duties. That it was made is noted. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a new link by which a cadre sees their own duties; earlier ones remain valid",
            description =
                    "Where the plan is one of a district's rounds, the link shows what stands for the cadre in the district, not the plan: no draft, and every later publication. Otherwise it shows this plan. It ends when it has not been used for long, when it is revoked, and when the cadre leaves the list or the plan is deleted.")
    @TakesHeaders(RequestHeader.ACTOR)
    public LinkView link(@PathParam("id") UUID id, @PathParam("cadre") String cadre)
            throws IOException, InterruptedException {
        var plan = store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        if (plans.get(plan).index().findCadre(cadre).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        var secret = links.make(plan, List.of(cadre)).get(cadre);
        if (secret == null) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        exports.noteLinkOf(plan, cadre);
        return new LinkView(pathOf(secret));
    }

    /** The path of the page for the secret part of a link. */
    static String pathOf(String secret) {
        return "/duties/" + secret;
    }
}
