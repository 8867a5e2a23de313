package org.muster.rest.explanations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.bounds.ShortageCertificate;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;
import org.muster.rest.explanations.ExplanationViews.CadreExplanationView;
import org.muster.rest.explanations.ExplanationViews.DemandExplanationView;
import org.muster.rest.http.RequestedPlans;

/** Explains the best schedule of a plan so far. */
@Path("/plans/{id}/explanations")
@Tag(name = "Explanations")
@RunOnVirtualThread
public final class ExplanationResource {

    private final RequestedPlans plans;

    ExplanationResource(RequestedPlans plans) {
        this.plans = plans;
    }

    /** Why a demand is staffed as it is. */
    @GET
    @Path("/demands/{demand}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Who is on a demand and why, who was left after each rule, and the proof where heads must be missing")
    public DemandExplanationView demand(@PathParam("id") UUID id, @PathParam("demand") String demand)
            throws IOException, InterruptedException {
        var plan = plans.get(id);
        if (plan.index().findDemand(demand).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.demand", Shown.of(demand));
        }
        var explanation = plan.ofDemand(demand);
        Optional<ShortageCertificate> shortage = explanation.missing() > 0 ? plan.shortageOf(demand) : Optional.empty();
        return new ExplanationViews(plan.index()).of(explanation, shortage);
    }

    /** Why a cadre serves where he does, or nowhere. */
    @GET
    @Path("/cadres/{cadre}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The duties of a cadre, their part of each goal, alternatives and why not")
    public CadreExplanationView cadre(@PathParam("id") UUID id, @PathParam("cadre") String cadre)
            throws IOException, InterruptedException {
        var plan = plans.get(id);
        if (plan.index().findCadre(cadre).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "not-found.cadre", Shown.of(cadre));
        }
        return new ExplanationViews(plan.index()).of(plan.ofCadre(cadre));
    }
}
