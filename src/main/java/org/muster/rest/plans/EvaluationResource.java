package org.muster.rest.plans;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.evaluation.referee.Referee;
import org.muster.formats.json.problems.EvaluationRequestReader;
import org.muster.problem.faults.Limits;
import org.muster.rest.http.RequestBodies;

/** Evaluations of schedules that callers bring along. */
@Path("/evaluations")
@Tag(name = "Evaluations")
@RunOnVirtualThread
public final class EvaluationResource {

    private final RequestBodies bodies;
    private final EvaluationRequestReader reader;

    EvaluationResource(RequestBodies bodies, Limits limits) {
        this.bodies = bodies;
        this.reader = new EvaluationRequestReader(limits);
    }

    /** Counts a schedule, broken and partial ones included, without solving. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Counts a schedule without solving; nothing is stored")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "EvaluationRequest")))
    public EvaluationView evaluate(InputStream body, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        return bodies.read(headers, body, content -> {
            var request = reader.read(content);
            return EvaluationView.of(Referee.evaluate(request.problem(), request.schedule()));
        });
    }
}
