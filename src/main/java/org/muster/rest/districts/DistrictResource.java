package org.muster.rest.districts;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.registry.lists.Districts;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.IfMatch;
import org.muster.rest.http.MediaTypes;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.RequestBodies;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;

/** Districts, and what holds for all their rounds. */
@Path("/districts")
@Tag(name = "Districts")
@RunOnVirtualThread
public final class DistrictResource {

    private final Districts districts;
    private final DistrictStore store;
    private final ItemStore items;
    private final RequestBodies bodies;
    private final IdempotentRequests idempotentRequests;

    DistrictResource(
            Districts districts,
            DistrictStore store,
            ItemStore items,
            RequestBodies bodies,
            IdempotentRequests idempotentRequests) {
        this.districts = districts;
        this.store = store;
        this.items = items;
        this.bodies = bodies;
        this.idempotentRequests = idempotentRequests;
    }

    /**
     * Some of the districts, by identifier.
     *
     * @param next path of the following ones; null when there are none
     */
    public record DistrictPageView(
            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<RawValue> districts,

            @Nullable String next) {}

    /**
     * A district, and how much it keeps.
     *
     * @param counts items of each list, by the name that the list has in addresses
     */
    public record DistrictView(@Schema(ref = "District") RawValue district, Map<String, Long> counts) {}

    /** Lists districts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists districts by identifier")
    @APIResponse(
            responseCode = "200",
            description = "A page of districts",
            content = @Content(schema = @Schema(implementation = DistrictPageView.class)))
    public Response list(@BeanParam PageRequest asked, @Context UriInfo uri) {
        int size = asked.size();
        var found = store.list(asked.after(), size + 1);
        var page = Page.of(found, size, uri, district -> List.of(district.id()));
        return Cursor.page(
                new DistrictPageView(
                        page.items().stream()
                                .map(district -> new RawValue(district.json()))
                                .toList(),
                        page.next()),
                page.next());
    }

    /** Adds a district. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a district")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "District")))
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(ref = "District")))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var stored = districts.create(json);
            return Response.fromResponse(answer(stored))
                    .status(Response.Status.CREATED)
                    .location(uri.getAbsolutePathBuilder().segment(stored.id()).build())
                    .build();
        });
    }

    /** A district. */
    @GET
    @Path("/{district}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What holds for all rounds of a district, with its ETag, and how many items its lists have")
    @APIResponse(
            responseCode = "200",
            description = "The district",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    public Response get(@PathParam("district") String district) {
        var stored = districts.get(district);
        var counts = new TreeMap<String, Long>();
        items.counts(district).forEach((list, count) -> counts.put(list.path(), count));
        return Response.ok(new DistrictView(new RawValue(stored.json()), counts))
                .tag(tagOf(stored))
                .build();
    }

    /** Replaces what holds for a district. */
    @PUT
    @Path("/{district}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces what holds for a district; needs If-Match")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "District")))
    @APIResponse(responseCode = "200", description = "Replaced", content = @Content(schema = @Schema(ref = "District")))
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public Response replace(@PathParam("district") String district, InputStream body, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = IfMatch.require(headers);
        return answer(bodies.read(headers, body, json -> districts.replace(district, json, expected)));
    }

    /** Changes some of what holds for a district. */
    @PATCH
    @Path("/{district}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes some of what holds for a district by JSON Merge Patch; needs If-Match")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(ref = "District")))
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public Response patch(@PathParam("district") String district, InputStream body, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = IfMatch.require(headers);
        return answer(bodies.read(headers, body, json -> districts.patch(district, json, expected)));
    }

    /** Deletes a district with all its lists. */
    @DELETE
    @Path("/{district}")
    @Operation(summary = "Deletes a district with its lists, publications and plans; needs If-Match")
    @APIResponse(responseCode = "204", description = "It is gone")
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public void delete(@PathParam("district") String district, @Context HttpHeaders headers) {
        districts.delete(district, IfMatch.require(headers));
    }

    private static Response answer(StoredDistrict stored) {
        return Response.ok(new RawValue(stored.json())).tag(tagOf(stored)).build();
    }

    private static EntityTag tagOf(StoredDistrict stored) {
        return new EntityTag(Long.toString(stored.version()));
    }
}
