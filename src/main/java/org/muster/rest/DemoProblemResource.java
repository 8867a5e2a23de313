package org.muster.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.demo.DemoDistrict;
import org.muster.demo.DemoDistricts;
import org.muster.formats.json.ProblemWriter;
import org.muster.problem.Problem;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;

/** Problems to try the service with. */
@Path("/demo-problems")
@Tag(name = "Demo problems")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DemoProblemResource {

    private final RequestBodies bodies;

    DemoProblemResource(RequestBodies bodies) {
        this.bodies = bodies;
    }

    /**
     * A demo problem, without the problem itself.
     *
     * @param figures how large the problem of one round is
     * @param mostRounds how many rounds it can have
     * @param self path of the problem
     */
    public record DemoView(
            String id,
            TextView title,
            TextView description,
            DemoDistrict.Figures figures,
            int mostRounds,
            String self) {

        static DemoView of(DemoDistrict district, UriInfo uri) {
            return new DemoView(
                    district.id(),
                    new TextView(district.title().zh(), district.title().en()),
                    new TextView(
                            district.description().zh(), district.description().en()),
                    district.figures(),
                    DemoDistrict.MOST_ROUNDS,
                    uri.getBaseUri().getPath() + "demo-problems/" + district.id());
        }
    }

    /** What there is to try. */
    @GET
    @Operation(summary = "What there is to try")
    public List<DemoView> list(@Context UriInfo uri) {
        return DemoDistricts.all().stream()
                .map(district -> DemoView.of(district, uri))
                .toList();
    }

    /** A problem that can be posted back as it is. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "A submission, ready to be posted to the plans; the same rounds and seed give the same problem")
    @APIResponse(
            responseCode = "200",
            description = "The submission",
            content = @Content(schema = @Schema(ref = "Submission")))
    public Response get(
            @PathParam("id") String id,
            @QueryParam("rounds") @Nullable String rounds,
            @QueryParam("seed") @Nullable String seed)
            throws IOException, InterruptedException {
        var district = DemoDistricts.find(id)
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "not-found.demo", Shown.of(id)));
        int days = Parameters.number("rounds", rounds, 1, 1, DemoDistrict.MOST_ROUNDS);
        long number = Parameters.longNumber("seed", seed, 1, Long.MIN_VALUE, Long.MAX_VALUE);
        var problem = bodies.withMemory(() -> district.problem(days, number));
        StreamingOutput submission = out -> write(district.title().en(), problem, out);
        return Response.ok(submission).build();
    }

    private static void write(String name, Problem problem, OutputStream out) throws IOException {
        // The name is ours and needs no escapes.
        out.write("{\"name\":\"%s\",\"options\":{\"profile\":\"QUICK\"},\"problem\":"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8));
        new ProblemWriter().write(problem, out);
        out.write('}');
    }
}
