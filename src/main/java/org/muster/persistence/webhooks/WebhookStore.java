package org.muster.persistence.webhooks;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.idempotency.CreationPlace;

/** Webhooks, with their secrets, which come out only with a delivery that is to be signed. */
@ApplicationScoped
public class WebhookStore {

    private final WebhookRows webhooks;

    WebhookStore(WebhookRows webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * Adds a webhook; empty where there are {@code limit} already.
     *
     * @param secret the key of its signatures, as its receiver has it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Webhook> add(Webhook.Settings settings, String secret, Instant now, int limit) {
        // Without the lock, two concurrent requests could both add the last webhook that the limit allows.
        webhooks.getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("lock table webhook in share row exclusive mode")
                .executeUpdate();
        if (webhooks.count() >= limit) {
            return Optional.empty();
        }
        var row = new WebhookRow(UUID.randomUUID(), settings, secret, now);
        webhooks.persist(row);
        return Optional.of(row.toWebhook());
    }

    /** The current state of the webhook. */
    @Transactional
    public Optional<Webhook> find(UUID id) {
        return webhooks.findByIdOptional(id).map(WebhookRow::toWebhook);
    }

    /** Locks the webhook until the transaction ends, and reads it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Webhook> lock(UUID id) {
        return Optional.ofNullable(row(id)).map(WebhookRow::toWebhook);
    }

    /**
     * Webhooks in the order in which they were added.
     *
     * @param after only those behind this place; null for the first ones
     * @param limit how many at most
     */
    @Transactional
    public List<Webhook> list(@Nullable CreationPlace after, int limit) {
        var order = Sort.ascending("created", "id");
        var found = after == null
                ? webhooks.findAll(order)
                : webhooks.find("created > ?1 or (created = ?1 and id > ?2)", order, after.created(), after.id());
        return found.page(0, limit).stream().map(WebhookRow::toWebhook).toList();
    }

    /**
     * Replaces what a caller chose. Clears the reason why the service had disabled the webhook.
     *
     * @param secret null to keep the one it has
     * @throws IllegalArgumentException when there is none; {@link #lock} tells
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Webhook replace(UUID id, Webhook.Settings settings, @Nullable String secret) {
        var row = row(id);
        if (row == null) {
            throw new IllegalArgumentException("There is no webhook (%s).".formatted(id));
        }
        row.set(settings);
        if (secret != null) {
            row.secret = secret;
        }
        return row.toWebhook();
    }

    /** Deletes a webhook with its log. What waits for it is not sent any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(UUID id) {
        webhooks.delete("id", id);
    }

    private @Nullable WebhookRow row(UUID id) {
        return webhooks.getEntityManager().find(WebhookRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
