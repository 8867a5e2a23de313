package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.evaluation.deployment.Deployment;
import org.muster.formats.csv.DeploymentCsv;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.http.MediaTypes;
import org.muster.solving.StoredProblems;
import org.muster.solving.process.ProblemMemory;

/** The figures of the best schedule so far, as districts report them. */
@Path("/plans/{id}/deployment")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class DeploymentResource {

    private final PlanStore store;
    private final StoredProblems problems;
    private final ProblemMemory memory;

    DeploymentResource(PlanStore store, StoredProblems problems, ProblemMemory memory) {
        this.store = store;
        this.problems = problems;
        this.memory = memory;
    }

    /** Makes an answer of the figures. */
    @FunctionalInterface
    private interface Telling<T> {
        T tell(Deployment deployment) throws IOException;
    }

    /** Everything at once. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Deployed people by unit, level and round; duty minutes by cadre before and after; unfilled posts by site. As CSV: the units, or with table=cadres the cadres")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DeploymentView.class)),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public DeploymentView deployment(
            @PathParam("id") UUID id, @QueryParam("table") @DefaultValue("units") DeploymentTable table)
            throws IOException, InterruptedException {
        var plan = plan(id);
        return of(plan, deployment -> DeploymentView.of(plan, deployment));
    }

    /** One of two tables: of units, or of cadres. */
    @GET
    @Produces(MediaTypes.CSV)
    @Operation(hidden = true)
    public Response deploymentAsCsv(
            @PathParam("id") UUID id, @QueryParam("table") @DefaultValue("units") DeploymentTable table)
            throws IOException, InterruptedException {
        var csv = of(plan(id), deployment -> switch (table) {
            case UNITS -> DeploymentCsv.units(deployment);
            case CADRES -> DeploymentCsv.cadres(deployment);
        });
        return Response.ok(csv, MediaTypes.CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"deployment-%s-%s.csv\""
                                .formatted(table.name().toLowerCase(Locale.ROOT), id))
                .build();
    }

    private <T> T of(Plan plan, Telling<T> telling) throws IOException, InterruptedException {
        var id = plan.id();
        var best = store.findBest(id)
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "not-found.schedule", id.toString()));
        var problem = store.findProblem(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        return memory.with(() -> telling.tell(Deployment.of(problems.read(problem), best.schedule())));
    }

    private Plan plan(UUID id) {
        return store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
    }
}
