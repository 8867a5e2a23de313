package org.muster.rest.reference;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.demo.DemoDistrict;
import org.muster.demo.DemoDistricts;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.problem.Identifier;
import org.muster.problem.Problem;
import org.muster.registry.lists.NewDistricts;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Language;
import org.muster.rest.errors.Shown;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.Parameters;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;
import org.muster.rest.texts.TextView;
import org.muster.solving.process.ProblemMemory;

/** Problems to try the service with. */
@Path("/demo-problems")
@Tag(name = "Demo problems")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DemoProblemResource {

    private static final String MOST_ROUNDS = "" + DemoDistrict.MOST_ROUNDS;

    private final ProblemMemory memory;
    private final NewDistricts districts;
    private final IdempotentRequests idempotentRequests;

    DemoProblemResource(ProblemMemory memory, NewDistricts districts, IdempotentRequests idempotentRequests) {
        this.memory = memory;
        this.districts = districts;
        this.idempotentRequests = idempotentRequests;
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
            @QueryParam("rounds") @DefaultValue("1") @Schema(minimum = "1", maximum = MOST_ROUNDS) int rounds,
            @QueryParam("seed") @DefaultValue("1") long seed)
            throws IOException, InterruptedException {
        var district = district(id);
        var problem = problem(district, rounds, seed);
        StreamingOutput submission = out -> write(district.title().en(), problem, out);
        return Response.ok(submission).build();
    }

    /** Makes a district that can be planned. */
    @POST
    @Path("/{id}/district")
    @Operation(summary = "Makes a district that keeps what the problem says, under the identifier that as names")
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(ref = "District")))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response makeDistrict(
            @PathParam("id") String id,
            @QueryParam("as") @Nullable String as,
            @QueryParam("rounds") @DefaultValue("1") @Schema(minimum = "1", maximum = MOST_ROUNDS) int rounds,
            @QueryParam("seed") @DefaultValue("1") long seed,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        var demo = district(id);
        var wished = as == null ? id : as;
        if (!Identifier.isAllowed(wished)) {
            throw Parameters.bad("as", wished, "dongcheng-2022");
        }
        var problem = problem(demo, rounds, seed);
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var title = language.equals(Locale.CHINESE)
                ? demo.title().zh()
                : demo.title().en();
        return idempotentRequests.answerWithoutBody(headers, uri, () -> {
            var made = districts.make(wished, title, problem);
            return Response.created(uri.getBaseUriBuilder()
                            .path("districts")
                            .segment(made.id())
                            .build())
                    .entity(new RawValue(made.json()))
                    .build();
        });
    }

    private static DemoDistrict district(String id) {
        return DemoDistricts.find(id)
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "not-found.demo", Shown.of(id)));
    }

    private Problem problem(DemoDistrict district, int rounds, long seed) throws IOException, InterruptedException {
        return memory.with(() -> district.problem(rounds, seed));
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
