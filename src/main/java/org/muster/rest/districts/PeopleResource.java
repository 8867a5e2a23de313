package org.muster.rest.districts;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.formats.json.requests.DistrictRequestReader;
import org.muster.persistence.districts.AuditEntry;
import org.muster.persistence.districts.AuditStore;
import org.muster.problem.Identifier;
import org.muster.problem.faults.Limits;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.handout.PersonalLinks;
import org.muster.registry.lists.Absences;
import org.muster.registry.lists.Phones;
import org.muster.registry.privacy.Erasures;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.Parameters;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;

/** What is reported about people, what is erased of them, and who did what. */
@Path("/districts/{district}")
@Tag(name = "People")
@RunOnVirtualThread
public final class PeopleResource {

    private final Absences absences;
    private final Erasures erasures;
    private final PersonalLinks links;
    private final AuditStore audit;
    private final Phones phones;
    private final IdempotentRequests idempotentRequests;
    private final DistrictRequestReader reader;

    PeopleResource(
            Absences absences,
            Erasures erasures,
            PersonalLinks links,
            AuditStore audit,
            Phones phones,
            IdempotentRequests idempotentRequests,
            Limits limits) {
        this.absences = absences;
        this.erasures = erasures;
        this.links = links;
        this.audit = audit;
        this.phones = phones;
        this.idempotentRequests = idempotentRequests;
        this.reader = new DistrictRequestReader(limits);
    }

    /**
     * Some entries of the audit trail, newest first.
     *
     * @param next path of the older ones; null when there are none
     */
    public record AuditPageView(
            List<AuditEntry> entries, @Nullable String next) {}

    /** Notes that somebody is away. */
    @POST
    @Path("/absences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A cadre is away: sick and from now until further notice unless said otherwise")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "AbsenceReport")))
    @APIResponse(
            responseCode = "200",
            description = "The cadre as she is stored now, with a masked phone",
            content = @Content(schema = @Schema(ref = "StoredCadre")))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response away(
            @PathParam("district") String district,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return report(district, body, headers, uri, false);
    }

    /** Notes that somebody is back. */
    @POST
    @Path("/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A cadre is back, from now unless said otherwise: ends all absences without an end")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ReturnReport")))
    @APIResponse(
            responseCode = "200",
            description = "The cadre as she is stored now, with a masked phone",
            content = @Content(schema = @Schema(ref = "StoredCadre")))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response back(
            @PathParam("district") String district,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return report(district, body, headers, uri, true);
    }

    private Response report(String district, InputStream body, HttpHeaders headers, UriInfo uri, boolean isBack)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var cadre = absences.report(district, reader.absence(json, isBack));
            return Response.ok(new RawValue(Phones.masked(cadre)))
                    .tag(new EntityTag(Long.toString(cadre.version())))
                    .build();
        });
    }

    /** Forgets a cadre. */
    @POST
    @Path("/erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Forgets a cadre everywhere in the district: list, publications and plans. Schedules keep their counts, with a pseudonym")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ErasureRequest")))
    @APIResponse(
            responseCode = "200",
            description = "What was erased",
            content = @Content(schema = @Schema(implementation = Erasures.Erasure.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response forget(
            @PathParam("district") String district,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(
                headers,
                uri,
                body,
                json -> Response.ok(erasures.erase(district, reader.erasure(json)))
                        .build());
    }

    /** The phone of a cadre, whole. */
    public record PhoneView(String cadre, String phone) {}

    /** The phones of a district; cadres without one are left out. */
    public record PhonesView(List<PhoneView> phones) {}

    /** The phones of all cadres. */
    @GET
    @Path("/phones")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The phones of all cadres who have one, by identifier: for lists that are printed. The audit trail records who reads them")
    @APIResponse(
            responseCode = "200",
            description = "The phones",
            content = @Content(schema = @Schema(implementation = PhonesView.class)))
    @TakesHeaders(RequestHeader.ACTOR)
    public PhonesView phones(@PathParam("district") String district) {
        return new PhonesView(phones.told(district).entrySet().stream()
                .map(entry -> new PhoneView(entry.getKey(), entry.getValue()))
                .toList());
    }

    /**
     * What was revoked.
     *
     * @param links how many links the cadre had
     */
    public record Revocation(int links) {}

    /** Ends the links of a cadre. */
    @DELETE
    @Path("/cadres/{cadre}/links")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Revokes all personal links of a cadre: from now on they show nothing",
            description = "Such as when a link fell into wrong hands. New links can be made at once.")
    @TakesHeaders(RequestHeader.ACTOR)
    public Revocation revoke(@PathParam("district") String district, @PathParam("cadre") String cadre) {
        return new Revocation(links.revoke(district, cadre));
    }

    /** Who changed what. */
    @GET
    @Path("/audit")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Who changed what and when, and who was told the phones of whom, newest first; it names fields, never values. It goes on where a district was deleted and made anew")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content = @Content(schema = @Schema(implementation = AuditPageView.class)))
    public Response audit(
            @PathParam("district") String district,
            @QueryParam("list") @Schema(ref = "ListName") @Nullable DistrictList list,
            @QueryParam("item") @Nullable String item,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        // The trail of a district outlives the district: who deletes one and makes it anew covers nothing up.
        if (!Identifier.isAllowed(district)) {
            throw new UnknownDistrict(district);
        }
        int size = asked.size();
        var field = list == null ? null : list.field();
        var found = audit.list(district, field, Parameters.text("item", item), beforeOf(asked.cursor()), size + 1);
        var page = Page.of(found, size, uri, entry -> List.of(Long.toString(entry.number())));
        return Cursor.page(new AuditPageView(page.items(), page.next()), page.next());
    }

    private static @Nullable Long beforeOf(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        var number = cursor.texts(1).getFirst();
        if (!number.matches("\\d{1,18}")) {
            throw cursor.bad();
        }
        return Long.valueOf(number);
    }
}
