package org.muster.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.muster.persistence.plans.PlanEnded;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.webhooks.DeliveryStore;
import org.muster.persistence.webhooks.NewEvent;

/**
 * Tells webhooks of the ends of plans. The deliveries are written in the transaction that ends the plan: none is lost,
 * and none tells of an end that did not come about.
 */
@ApplicationScoped
class PlanEndings {

    private static final Logger LOG = Logger.getLogger(PlanEndings.class);

    private final PlanStore plans;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final EventBodies bodies;
    private final Clock clock;

    PlanEndings(PlanStore plans, DeliveryStore deliveries, DeliveryQueue queue, EventBodies bodies, Clock clock) {
        this.plans = plans;
        this.deliveries = deliveries;
        this.queue = queue;
        this.bodies = bodies;
        this.clock = clock;
    }

    void tell(@Observes PlanEnded ended) {
        PlanEvent.of(ended.status())
                .ifPresent(event -> deliveries
                        .addForAll(event.type(), () -> body(event, ended.plan()), queue::add)
                        .ifPresent(error ->
                                LOG.errorf(error, "Plan %s: webhooks are not told of its end.", ended.plan())));
    }

    private NewEvent body(PlanEvent event, UUID plan) {
        return bodies.of(event, plans.find(plan).orElseThrow(), clock.instant());
    }
}
