package org.muster.rest.districts;

import static org.muster.rest.http.Parameters.bad;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.district.ItemField;
import org.muster.persistence.districts.ItemQuery;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.ItemStore.FoundItem;
import org.muster.persistence.districts.StoredItem;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.lists.Districts;
import org.muster.registry.lists.Lists;
import org.muster.registry.lists.Phones;
import org.muster.rest.errors.Language;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.IfMatch;
import org.muster.rest.http.MediaTypes;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.Parameters;
import org.muster.rest.http.RequestBodies;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;

/** The lists of a district: communities, units, skills, posts, sites, cadres, duty rules, rounds, windows, demands. */
@Path("/districts/{district}")
@Tag(name = "Lists")
@RunOnVirtualThread
public final class ItemResource {

    /** Parameters of a page that are no fields to filter by. */
    private static final Set<String> PAGING = Set.of("cursor", "limit", "sort", "q", "language");

    private static final int MOST_ORDERS = 3;

    private final Lists lists;
    private final Districts districts;
    private final Phones phones;
    private final ItemStore store;
    private final RequestBodies bodies;
    private final IdempotentRequests idempotentRequests;

    ItemResource(
            Lists lists,
            Districts districts,
            Phones phones,
            ItemStore store,
            RequestBodies bodies,
            IdempotentRequests idempotentRequests) {
        this.lists = lists;
        this.districts = districts;
        this.phones = phones;
        this.store = store;
        this.bodies = bodies;
        this.idempotentRequests = idempotentRequests;
    }

    /** Some of the items of a list. */
    @GET
    @Path("/{list}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists items",
            description =
                    "q finds a text in identifier and name; sort names up to three fields, - before one that descends; names are sorted as people do in a language, zh or en, by default that of Accept-Language; every other parameter is a field with the value that it must have. The ETag is that of the list.")
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content = @Content(schema = @Schema(implementation = ItemViews.ItemPageView.class)))
    public Response list(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @QueryParam("q") @Nullable String text,
            @QueryParam("sort") @Nullable String sort,
            @BeanParam PageRequest asked,
            @QueryParam("language")
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"zh", "en"})
                    @Nullable
                    Locale language,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        districts.get(district);
        int size = asked.size();
        var order = order(list, sort);
        var sorted = language == null ? Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)) : language;
        var query = new ItemQuery(
                list, Parameters.text("q", text), filters(list, uri), order, sorted, placeOf(asked.cursor(), order));
        // The revision first: a change in between makes the tag too old, which is refused, never too new.
        long revision = store.revision(district, list);
        var found = store.list(district, query, size + 1);
        var page = Page.of(found, size, uri, ItemResource::textsOf);
        // The next page is in the order of this one, whoever asks for it.
        var next = page.next() == null || language != null ? page.next() : page.next() + "&language=" + sorted;
        var view = ItemViews.ItemPageView.of(
                page.items().stream().map(FoundItem::item).toList(), store.count(district, query), revision, next);
        return Response.fromResponse(Cursor.page(view, next))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .tag(new EntityTag(Long.toString(revision)))
                .build();
    }

    private static List<ItemQuery.Order> order(DistrictList list, @Nullable String sort) {
        var order = new ArrayList<ItemQuery.Order>();
        if (sort == null) {
            return order;
        }
        for (var part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            var field = ItemField.find(list, descending ? part.substring(1) : part)
                    .filter(found -> found.kind() != ItemField.Kind.REFERENCES)
                    .orElseThrow(() -> bad("sort", part, sortableFieldsOf(list)));
            order.add(new ItemQuery.Order(field, descending));
        }
        if (order.size() > MOST_ORDERS) {
            throw bad("sort", sort, "1..." + MOST_ORDERS);
        }
        return order;
    }

    private static List<ItemQuery.Filter> filters(DistrictList list, UriInfo uri) {
        var filters = new ArrayList<ItemQuery.Filter>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!PAGING.contains(name)) {
                var field = ItemField.find(list, name).orElseThrow(() -> bad(name, values.getFirst(), fieldsOf(list)));
                values.forEach(value ->
                        filters.add(new ItemQuery.Filter(field, Objects.requireNonNull(Parameters.text(name, value)))));
            }
        });
        return filters;
    }

    private static String sortableFieldsOf(DistrictList list) {
        return ItemField.of(list).stream()
                .filter(field -> field.kind() != ItemField.Kind.REFERENCES)
                .map(ItemField::name)
                .collect(Collectors.joining(", "));
    }

    private static String fieldsOf(DistrictList list) {
        return ItemField.of(list).stream().map(ItemField::name).collect(Collectors.joining(", "));
    }

    private static ItemQuery.@Nullable Place placeOf(@Nullable Cursor cursor, List<ItemQuery.Order> order) {
        if (cursor == null) {
            return null;
        }
        var texts = cursor.texts(order.size() + 1);
        for (int number = 0; number < order.size(); number++) {
            boolean isNumber = order.get(number).field().kind() == ItemField.Kind.NUMBER;
            if (isNumber && !texts.get(number).matches("-?\\d{1,18}(\\.\\d{1,30})?")) {
                throw cursor.bad();
            }
        }
        return new ItemQuery.Place(texts.subList(0, order.size()), texts.getLast());
    }

    private static List<String> textsOf(FoundItem last) {
        var texts = new ArrayList<>(last.sortedBy());
        texts.add(last.item().id());
        return texts;
    }

    /** Adds an item. */
    @POST
    @Path("/{list}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an item")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ListItem")))
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(ref = "ListItem")))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.ACTOR})
    public Response create(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var item = lists.create(district, list, json);
            return created(item, uri.getAbsolutePathBuilder().segment(item.id()).build());
        });
    }

    private static Response created(StoredItem item, URI location) {
        return Response.fromResponse(answer(item))
                .status(Response.Status.CREATED)
                .location(location)
                .build();
    }

    /** Replaces a whole list. */
    @PUT
    @Path("/{list}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Replaces a whole list, all or nothing; needs If-Match with the ETag of the list. With dryRun, tells what it would add, change and remove")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was, or would be, added, changed and removed",
            content = @Content(schema = @Schema(implementation = ItemViews.ListChangeView.class)))
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public Response replaceList(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body,
            @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = dryRun ? IfMatch.find(headers) : IfMatch.require(headers);
        var change = bodies.read(
                headers, body, json -> lists.update(district, list, json, Lists.MissingItems.REMOVE, expected, dryRun));
        return Response.ok(ItemViews.ListChangeView.of(change, dryRun, List.of()))
                .tag(new EntityTag(Long.toString(change.revision())))
                .build();
    }

    /** An item. */
    @GET
    @Path("/{list}/{id: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "An item with its ETag",
            description = "A cadre comes with the whole phone, and the audit trail says who was told it")
    @APIResponse(responseCode = "200", description = "The item", content = @Content(schema = @Schema(ref = "ListItem")))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match says")
    @TakesHeaders({RequestHeader.IF_NONE_MATCH, RequestHeader.ACTOR})
    public Response get(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @PathParam("id") String id,
            @Context Request request) {
        districts.get(district);
        var item = store.find(district, list, id).orElseThrow(() -> new UnknownItem(list, id));
        var unchanged = request.evaluatePreconditions(tagOf(item));
        if (unchanged != null) {
            return unchanged.build();
        }
        if (!request.getMethod().equals(HttpMethod.HEAD)) {
            phones.noteTold(district, item);
        }
        return answer(item);
    }

    /** Replaces an item, or adds it. */
    @PUT
    @Path("/{list}/{id: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces an item, or adds it; needs If-Match, * for an item that is new or whatever stands")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ListItem")))
    @APIResponse(
            responseCode = "200",
            description = "It stands",
            content = @Content(schema = @Schema(ref = "ListItem")))
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public Response replace(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @PathParam("id") String id,
            InputStream body,
            @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = IfMatch.require(headers);
        return answer(bodies.read(headers, body, json -> lists.replace(district, list, id, json, expected)));
    }

    /** Changes some fields of an item. */
    @PATCH
    @Path("/{list}/{id: .+}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes some fields of an item by JSON Merge Patch; needs If-Match",
            description = "A cadre comes back with a masked phone")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(ref = "ListItem")))
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public Response patch(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @PathParam("id") String id,
            InputStream body,
            @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = IfMatch.require(headers);
        var patched = bodies.read(headers, body, json -> lists.patch(district, list, id, json, expected));
        return Response.ok(new RawValue(Phones.masked(patched)))
                .tag(tagOf(patched))
                .build();
    }

    /** Deletes an item. */
    @DELETE
    @Path("/{list}/{id: .+}")
    @Operation(summary = "Deletes an item to which nothing points; needs If-Match")
    @APIResponse(responseCode = "204", description = "It is gone")
    @TakesHeaders({RequestHeader.IF_MATCH, RequestHeader.ACTOR})
    public void delete(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @PathParam("id") String id,
            @Context HttpHeaders headers) {
        lists.delete(district, list, id, IfMatch.require(headers));
    }

    private static Response answer(StoredItem item) {
        return Response.ok(new RawValue(item.json())).tag(tagOf(item)).build();
    }

    private static EntityTag tagOf(StoredItem item) {
        return new EntityTag(Long.toString(item.version()));
    }
}
