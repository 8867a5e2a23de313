package org.muster.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.muster.persistence.webhooks.DeliveryStore;
import org.muster.persistence.webhooks.DueDelivery;
import org.muster.persistence.webhooks.Webhook;
import org.muster.solving.maintenance.DailyMaintenance;

/** Decides what follows from an answer: done, once more, or never again. */
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final DeliveryStore store;
    private final WebhookConfig config;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final Backoff backoff;

    Deliveries(DeliveryStore store, WebhookConfig config, WebhookMetrics metrics, Clock clock) {
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = new Backoff(config.retries(), new SecureRandom());
    }

    /** Notes the result of a try; returns when to try again, or empty where no further try is made. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Instant> settle(DueDelivery due, Answer answer) {
        var nextTry = answer.made().gotThrough() || answer.isGone()
                ? Optional.<Instant>empty()
                : backoff.after(due.failed() + 1, answer.retryAfter())
                        .map(pause -> clock.instant().plus(pause));
        if (nextTry.isPresent()) {
            store.postponed(due, answer.made(), nextTry.get());
            metrics.postponed();
            return nextTry;
        }
        if (answer.made().gotThrough()) {
            store.delivered(due, answer.made());
            metrics.delivered();
        } else {
            giveUp(due, answer);
            metrics.givenUp();
        }
        store.trim(due.webhook(), config.logLimit());
        return Optional.empty();
    }

    private void giveUp(DueDelivery due, Answer answer) {
        LOG.warnf("Webhook %s: the delivery %s is given up.", due.webhook(), due.id());
        var webhook = store.givenUp(due, answer.made());
        if (answer.isGone()) {
            LOG.warnf("Webhook %s is disabled: its receiver wants no more.", due.webhook());
            store.disable(due.webhook(), Webhook.Disabled.GONE);
        } else if (webhook.filter(this::hasFailedForLong).isPresent()) {
            LOG.warnf("Webhook %s is disabled: nothing has got through for %s.", due.webhook(), config.disableAfter());
            store.disable(due.webhook(), Webhook.Disabled.FAILING);
        }
    }

    private boolean hasFailedForLong(Webhook webhook) {
        var since = webhook.failingSince();
        return webhook.settings().enabled()
                && since != null
                && !since.plus(config.disableAfter()).isAfter(clock.instant());
    }

    void tidy(@Observes DailyMaintenance event) {
        store.deleteBefore(clock.instant().minus(config.logKept()));
    }
}
