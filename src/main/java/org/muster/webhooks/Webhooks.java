package org.muster.webhooks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.requests.WebhookReader;
import org.muster.formats.json.requests.WebhookRequest;
import org.muster.persistence.idempotency.CreationPlace;
import org.muster.persistence.webhooks.Delivery;
import org.muster.persistence.webhooks.DeliveryStore;
import org.muster.persistence.webhooks.NewEvent;
import org.muster.persistence.webhooks.Webhook;
import org.muster.persistence.webhooks.WebhookStore;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.Limits;

/** The webhooks as callers see them: added, looked up, changed, deleted, and their deliveries. */
@ApplicationScoped
public class Webhooks {

    /** So much may wait before tests and retries are refused. Events are never refused. */
    private static final int CROWD = 100;

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final EventBodies bodies;
    private final Targets targets;
    private final WebhookConfig config;
    private final Clock clock;
    private final WebhookReader reader;

    Webhooks(
            WebhookStore store,
            DeliveryStore deliveries,
            DeliveryQueue queue,
            EventBodies bodies,
            Targets targets,
            WebhookConfig config,
            Clock clock,
            Limits limits) {
        this.store = store;
        this.deliveries = deliveries;
        this.queue = queue;
        this.bodies = bodies;
        this.targets = targets;
        this.config = config;
        this.clock = clock;
        this.reader = new WebhookReader(limits, PlanEvent.types());
    }

    /**
     * A webhook that was just added.
     *
     * @param secret what its requests are signed with; it is told this once
     */
    public record Added(Webhook webhook, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Added[webhook=%s]".formatted(webhook.id());
        }
    }

    /**
     * Adds a webhook. A secret is made where none is given.
     *
     * @param json the request; the stream is not closed
     * @throws WebhookException.TooMany when there are as many as there may be
     * @throws org.muster.problem.faults.InvalidInputException when it has faults: a target that is not called, say
     */
    public Added add(InputStream json) throws IOException {
        var request = reader.read(json, this::check);
        var secret = request.secret() == null ? SigningSecret.generate().text() : request.secret();
        var added = QuarkusTransaction.joiningExisting()
                .call(() -> store.add(settings(request), secret, clock.instant(), config.limit()));
        return new Added(added.orElseThrow(() -> new WebhookException.TooMany(config.limit())), secret);
    }

    /**
     * Webhooks in the order in which they were added.
     *
     * @param after only those behind this place; null for the first ones
     * @param limit how many at most
     */
    public List<Webhook> list(@Nullable CreationPlace after, int limit) {
        return store.list(after, limit);
    }

    /**
     * A webhook.
     *
     * @throws WebhookException.Unknown when there is none
     */
    public Webhook get(UUID id) {
        return store.find(id).orElseThrow(() -> new WebhookException.Unknown(id.toString()));
    }

    /**
     * Replaces a webhook; its secret only where one is given. What waits for one that is disabled is given up.
     *
     * @param json the request; the stream is not closed
     * @param expected the version that is to be replaced; empty for any version
     * @throws WebhookException.Unknown when there is none
     * @throws WebhookException.Stale when it has another version
     * @throws org.muster.problem.faults.InvalidInputException when the request has faults
     */
    public Webhook replace(UUID id, InputStream json, OptionalLong expected) throws IOException {
        var request = reader.read(json, this::check);
        return QuarkusTransaction.joiningExisting().call(() -> {
            lock(id, expected);
            if (!request.enabled()) {
                deliveries.giveUpAll(id);
            }
            return store.replace(id, settings(request), request.secret());
        });
    }

    /**
     * Deletes a webhook with its log.
     *
     * @param expected the version that is to be deleted; empty for any version
     * @throws WebhookException.Unknown when there is none
     * @throws WebhookException.Stale when it has another version
     */
    @Transactional
    public void delete(UUID id, OptionalLong expected) {
        lock(id, expected);
        store.delete(id);
    }

    private void lock(UUID id, OptionalLong expected) {
        var standing = store.lock(id).orElseThrow(() -> new WebhookException.Unknown(id.toString()));
        if (expected.isPresent() && expected.getAsLong() != standing.version()) {
            throw new WebhookException.Stale(standing.version());
        }
    }

    /**
     * Sends a test event.
     *
     * @throws WebhookException.Unknown when there is no such webhook
     * @throws WebhookException.NotEnabled when it is disabled
     * @throws WebhookException.TooManyPending when too much waits for it already
     */
    @Transactional
    public Delivery test(UUID id) {
        requireReady(id);
        NewEvent event = bodies.test(id, clock.instant());
        var delivery = deliveries.add(id, event);
        queue.add(List.of(delivery.id()));
        return delivery;
    }

    private void requireReady(UUID id) {
        var webhook = store.lock(id).orElseThrow(() -> new WebhookException.Unknown(id.toString()));
        if (!webhook.settings().enabled()) {
            throw new WebhookException.NotEnabled(id.toString());
        }
        long waiting = deliveries.countWaiting(id);
        if (waiting >= CROWD) {
            throw new WebhookException.TooManyPending(waiting);
        }
    }

    /**
     * Deliveries of a webhook, newest first.
     *
     * @param after only those behind this place; null for the newest
     * @param limit how many at most
     * @throws WebhookException.Unknown when there is no such webhook
     */
    public List<Delivery> deliveries(UUID id, @Nullable CreationPlace after, int limit) {
        return deliveries.list(get(id).id(), after, limit);
    }

    /**
     * A delivery of a webhook.
     *
     * @throws WebhookException.UnknownDelivery when there is none
     */
    public Delivery delivery(UUID id, UUID delivery) {
        return deliveries
                .find(id, delivery)
                .orElseThrow(() -> new WebhookException.UnknownDelivery(delivery.toString()));
    }

    /**
     * Tries a delivery now, and as often after it as if it were new.
     *
     * @throws WebhookException.Unknown when there is no such webhook
     * @throws WebhookException.UnknownDelivery when its log has no such delivery
     * @throws WebhookException.UnderWay when it is being tried at this moment
     * @throws WebhookException.NotEnabled when the webhook is disabled
     * @throws WebhookException.TooManyPending when too much waits for it already
     */
    @Transactional
    public Delivery retry(UUID id, UUID delivery) {
        requireReady(id);
        delivery(id, delivery);
        if (!queue.hurry(delivery)) {
            throw new WebhookException.UnderWay(delivery.toString());
        }
        return deliveries.begin(delivery, clock.instant());
    }

    private static Webhook.Settings settings(WebhookRequest request) {
        return new Webhook.Settings(request.url(), request.description(), request.events(), request.enabled());
    }

    private void check(WebhookRequest request, FaultList faults) {
        if (!request.url().isEmpty()) {
            checkUrl(request.url(), faults);
        }
        var secret = request.secret();
        if (secret != null && SigningSecret.parse(secret).isEmpty()) {
            faults.add(() -> "/secret", FaultCode.MALFORMED, Map.of("value", Fault.WITHHELD, "expected", "secret"));
        }
    }

    private void checkUrl(String url, FaultList faults) {
        var target = Target.parse(url);
        if (target.isEmpty()) {
            faults.add(() -> "/url", FaultCode.MALFORMED, Map.of("value", Fault.WITHHELD, "expected", "url"));
            return;
        }
        if (!target.get().isEncrypted() && !targets.allowHttp()) {
            faults.add(() -> "/url", FaultCode.NOT_ALLOWED, Map.of("value", "http", "allowed", "https"));
            return;
        }
        try {
            targets.addresses(target.get());
        } catch (Targets.RefusedException e) {
            var code = e.obstacle() == Delivery.Obstacle.UNKNOWN_HOST
                    ? FaultCode.UNKNOWN_HOST
                    : FaultCode.FORBIDDEN_TARGET;
            faults.add(() -> "/url", code, Map.of("host", target.get().host()));
        }
    }
}
