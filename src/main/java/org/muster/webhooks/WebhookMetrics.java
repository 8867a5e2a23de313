package org.muster.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.muster.persistence.webhooks.DeliveryStore;

/** Metrics of the webhooks. */
@ApplicationScoped
class WebhookMetrics {

    private final MeterRegistry registry;
    private final DeliveryStore deliveries;
    private final Counter delivered;
    private final Counter postponed;
    private final Counter givenUp;

    WebhookMetrics(MeterRegistry registry, DeliveryStore deliveries) {
        this.registry = registry;
        this.deliveries = deliveries;
        this.delivered = counter("delivered");
        this.postponed = counter("postponed");
        this.givenUp = counter("given-up");
    }

    private Counter counter(String result) {
        return Counter.builder("muster.webhook.tries")
                .description("Requests to webhooks by what came of them")
                .tag("result", result)
                .register(registry);
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("muster.webhook.waiting", deliveries, DeliveryStore::countWaiting)
                .description("Deliveries that wait")
                .register(registry);
    }

    void delivered() {
        delivered.increment();
    }

    void postponed() {
        postponed.increment();
    }

    void givenUp() {
        givenUp.increment();
    }
}
