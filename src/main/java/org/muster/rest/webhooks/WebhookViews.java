package org.muster.rest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.webhooks.Delivery;
import org.muster.persistence.webhooks.Webhook;

/** Webhooks and their deliveries as callers see them. */
final class WebhookViews {

    private WebhookViews() {}

    /**
     * A webhook.
     *
     * @param events types of the events that it is told of
     * @param disabled why the service disabled it by itself; null otherwise
     * @param failingSince when the first try failed of those since something got through last; null where nothing failed
     * @param secret what its requests are signed with; only in the answer to its creation
     */
    public record WebhookView(
            UUID id,
            String url,
            @Nullable String description,
            List<String> events,
            boolean enabled,
            Webhook.@Nullable Disabled disabled,
            @Nullable Instant failingSince,
            Instant created,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {

        static WebhookView of(Webhook webhook) {
            return of(webhook, null);
        }

        static WebhookView of(Webhook webhook, @Nullable String secret) {
            var settings = webhook.settings();
            return new WebhookView(
                    webhook.id(),
                    settings.url(),
                    settings.description(),
                    settings.events(),
                    settings.enabled(),
                    webhook.disabled(),
                    webhook.failingSince(),
                    webhook.created(),
                    secret);
        }
    }

    /**
     * Some of the webhooks, in the order in which they were added.
     *
     * @param next path of the following ones; null when there are none
     */
    public record WebhookPageView(
            List<WebhookView> webhooks, @Nullable String next) {}

    /**
     * An event for a webhook.
     *
     * @param event the header webhook-id of all its tries
     * @param plan the plan that it tells of; null for a test
     * @param nextTry null unless it waits
     * @param tries the last ones, in the order in which they were made
     */
    public record DeliveryView(
            UUID id,
            UUID event,
            String type,
            @Nullable UUID plan,
            Delivery.Status status,
            Instant created,
            @Nullable Instant nextTry,
            List<TryView> tries) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.event(),
                    delivery.type(),
                    delivery.plan(),
                    delivery.status(),
                    delivery.created(),
                    delivery.nextTry(),
                    delivery.tries().stream().map(TryView::of).toList());
        }
    }

    /**
     * A request to the receiver.
     *
     * @param milliseconds how long it took
     * @param statusCode what the receiver answered; null where it did not
     * @param obstacle why there was no answer; null where there was one
     */
    public record TryView(
            Instant at, long milliseconds, @Nullable Integer statusCode, Delivery.@Nullable Obstacle obstacle) {

        static TryView of(Delivery.Try made) {
            return new TryView(made.at(), made.millis(), made.statusCode(), made.obstacle());
        }
    }

    /**
     * Some of the deliveries of a webhook, newest first.
     *
     * @param next path of the following ones; null when there are none
     */
    public record DeliveryPageView(
            List<DeliveryView> deliveries, @Nullable String next) {}
}
