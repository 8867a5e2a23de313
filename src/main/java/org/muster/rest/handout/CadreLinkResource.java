package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.persistence.plans.PlanStore;
import org.muster.registry.handout.DutyLinks;
import org.muster.registry.lists.SheetExports;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.RequestedPlans;
import org.muster.rest.http.TakesHeaders;

/** The link by which one cadre sees her own duties. */
@Path("/plans/{id}/cadres/{cadre}/link")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class CadreLinkResource {

    private final RequestedPlans plans;
    private final DutyLinks links;
    private final PlanStore store;
    private final SheetExports exports;

    CadreLinkResource(RequestedPlans plans, DutyLinks links, PlanStore store, SheetExports exports) {
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

    /** The link of a cadre, with or without duties. That somebody took it is noted. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The link by which a cadre sees her own duties in this plan; it stays the same")
    @TakesHeaders(RequestHeader.ACTOR)
    public LinkView link(@PathParam("id") UUID id, @PathParam("cadre") String cadre)
            throws IOException, InterruptedException {
        var plan = store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        if (plans.get(plan).index().findCadre(cadre).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        exports.noteLinkOf(plan, cadre);
        return new LinkView(pathOf(links, plan.id(), cadre));
    }

    static String pathOf(DutyLinks links, UUID plan, String cadre) {
        return "/duties/" + links.tokenOf(new DutyLinks.Target(plan, cadre));
    }
}
