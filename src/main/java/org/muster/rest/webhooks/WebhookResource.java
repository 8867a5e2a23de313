package org.muster.rest.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.persistence.webhooks.Delivery;
import org.muster.persistence.webhooks.Webhook;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.IfMatch;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.RequestBodies;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;
import org.muster.rest.http.Unknown;
import org.muster.rest.webhooks.WebhookViews.DeliveryPageView;
import org.muster.rest.webhooks.WebhookViews.DeliveryView;
import org.muster.rest.webhooks.WebhookViews.WebhookPageView;
import org.muster.rest.webhooks.WebhookViews.WebhookView;
import org.muster.webhooks.Webhooks;

/** Webhooks: added, read, changed, tried and deleted, and the log of what was delivered to them. */
@Path("/webhooks")
@Tag(name = "Webhooks")
@RunOnVirtualThread
public final class WebhookResource {

    private final Webhooks webhooks;
    private final RequestBodies bodies;
    private final IdempotentRequests idempotentRequests;

    WebhookResource(Webhooks webhooks, RequestBodies bodies, IdempotentRequests idempotentRequests) {
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.idempotentRequests = idempotentRequests;
    }

    /** Adds a webhook. The answer is the only one that has its secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an address that is told of the ends of plans, by Standard Webhooks",
            description =
                    "Events are plan.solved, plan.stopped and plan.failed. Each is a signed POST of {type, timestamp, data} and arrives at least once; the header webhook-id tells repetitions. Any answer of 200 to 299 says that it arrived, 410 that no more are wanted. Only this answer has the secret that requests are signed with.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "WebhookRequest")))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @TakesHeaders(RequestHeader.IDEMPOTENCY_KEY)
    public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException, InterruptedException {
        return idempotentRequests.answer(headers, uri, body, json -> {
            var added = webhooks.add(json);
            var webhook = added.webhook();
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(webhook.id().toString())
                            .build())
                    .entity(WebhookView.of(webhook, added.secret()))
                    .tag(tagOf(webhook))
                    .build();
        });
    }

    /** Lists webhooks. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists webhooks in the order in which they were added")
    @APIResponse(
            responseCode = "200",
            description = "A page of webhooks",
            content = @Content(schema = @Schema(implementation = WebhookPageView.class)))
    public Response list(@BeanParam PageRequest asked, @Context UriInfo uri) {
        int size = asked.size();
        var found = webhooks.list(asked.place(), size + 1);
        var page = Page.of(found, size, uri, each -> Cursor.textsOf(each.created(), each.id()));
        return Cursor.page(
                new WebhookPageView(page.items().stream().map(WebhookView::of).toList(), page.next()), page.next());
    }

    /** A webhook. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A webhook, with its ETag")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@PathParam("id") @Unknown("not-found.webhook") UUID id) {
        return answer(webhooks.get(id));
    }

    /** Replaces a webhook. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces a webhook; needs If-Match. Its secret stays unless a new one is given",
            description =
                    "Also enables one that the service had disabled. What waits for one that is disabled is given up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "WebhookRequest")))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @TakesHeaders(RequestHeader.IF_MATCH)
    public Response replace(
            @PathParam("id") @Unknown("not-found.webhook") UUID id, InputStream body, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var expected = IfMatch.require(headers);
        return answer(bodies.read(headers, body, json -> webhooks.replace(id, json, expected)));
    }

    /** Deletes a webhook. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a webhook with its log; needs If-Match. What waits for it is not sent")
    @APIResponse(responseCode = "204", description = "It is gone")
    @TakesHeaders(RequestHeader.IF_MATCH)
    public void delete(@PathParam("id") @Unknown("not-found.webhook") UUID id, @Context HttpHeaders headers) {
        webhooks.delete(id, IfMatch.require(headers));
    }

    /** Sends a test event. */
    @POST
    @Path("/{id}/test")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sends an event of the type webhook.test, signed and tried again like any other")
    @APIResponse(
            responseCode = "202",
            description = "It will be sent",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response test(@PathParam("id") @Unknown("not-found.webhook") UUID id, @Context UriInfo uri) {
        return accepted(webhooks.test(id), uri);
    }

    /** Lists deliveries. */
    @GET
    @Path("/{id}/deliveries")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was and will be delivered to a webhook, newest first, with the last tries of each")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(implementation = DeliveryPageView.class)))
    public Response deliveries(
            @PathParam("id") @Unknown("not-found.webhook") UUID id,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        int size = asked.size();
        var found = webhooks.deliveries(id, asked.place(), size + 1);
        var page = Page.of(found, size, uri, each -> Cursor.textsOf(each.created(), each.id()));
        return Cursor.page(
                new DeliveryPageView(page.items().stream().map(DeliveryView::of).toList(), page.next()), page.next());
    }

    /** A delivery. */
    @GET
    @Path("/{id}/deliveries/{delivery}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A delivery, with its last tries")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView delivery(
            @PathParam("id") @Unknown("not-found.webhook") UUID id,
            @PathParam("delivery") @Unknown("not-found.delivery") UUID delivery) {
        return DeliveryView.of(webhooks.delivery(id, delivery));
    }

    /** Tries a delivery now. */
    @POST
    @Path("/{id}/deliveries/{delivery}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tries a delivery now, whatever became of it before, and then as often as a new one")
    @APIResponse(
            responseCode = "202",
            description = "It will be sent",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response retry(
            @PathParam("id") @Unknown("not-found.webhook") UUID id,
            @PathParam("delivery") @Unknown("not-found.delivery") UUID delivery,
            @Context UriInfo uri) {
        return accepted(webhooks.retry(id, delivery), uri);
    }

    private static Response accepted(Delivery delivery, UriInfo uri) {
        return Response.accepted(DeliveryView.of(delivery))
                .location(uri.getBaseUriBuilder()
                        .path("webhooks")
                        .path(delivery.webhook().toString())
                        .path("deliveries")
                        .path(delivery.id().toString())
                        .build())
                .build();
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook)).tag(tagOf(webhook)).build();
    }

    private static EntityTag tagOf(Webhook webhook) {
        return new EntityTag(Long.toString(webhook.version()));
    }
}
