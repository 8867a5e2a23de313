package org.muster.persistence.webhooks;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.idempotency.CreationPlace;

/**
 * Deliveries to webhooks, pending and past. Every change of an existing delivery locks its webhook first, so that
 * transactions cannot deadlock.
 */
@ApplicationScoped
public class DeliveryStore {

    /** How many tries of a delivery are kept. */
    public static final int LOGGED_TRIES = 20;

    private final DeliveryRows deliveries;
    private final WebhookRows webhooks;

    DeliveryStore(DeliveryRows deliveries, WebhookRows webhooks) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
    }

    /**
     * Adds a delivery for each webhook that subscribes to an event. A failure here is rolled back to a savepoint and
     * leaves the rest of the transaction as it is.
     *
     * @param event only called where at least one webhook subscribes to the type
     * @param scheduling schedules the new deliveries, in this transaction
     * @return the failure; empty where there was none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Exception> addForAll(String type, Supplier<NewEvent> event, Consumer<List<UUID>> scheduling) {
        // What the transaction wrote so far must not be undone with it.
        session().flush();
        return session().doReturningWork(connection -> {
            execute(connection, "savepoint deliveries");
            try {
                var wanting = wanting(connection, type);
                if (!wanting.isEmpty()) {
                    scheduling.accept(insert(connection, wanting, event.get()));
                }
                execute(connection, "release savepoint deliveries");
                return Optional.empty();
            } catch (SQLException | RuntimeException e) {
                execute(connection, "rollback to savepoint deliveries");
                return Optional.of(e);
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Webhooks that subscribe to events of a type. They are not deleted until the transaction ends. */
    private static List<UUID> wanting(Connection connection, String type) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select id from webhook where enabled and ? = any (string_to_array(events, ',')) for key share""")) {
            statement.setString(1, type);
            var wanting = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    wanting.add(rows.getObject(1, UUID.class));
                }
            }
            return wanting;
        }
    }

    private static List<UUID> insert(Connection connection, List<UUID> webhooks, NewEvent event) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into webhook_delivery (id, webhook, event, type, plan, body, created, status, next_try)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")) {
            var at = event.at().atOffset(ZoneOffset.UTC);
            var added = new ArrayList<UUID>();
            for (var webhook : webhooks) {
                var id = UUID.randomUUID();
                statement.setObject(1, id);
                statement.setObject(2, webhook);
                statement.setObject(3, event.id());
                statement.setString(4, event.type());
                statement.setObject(5, event.plan(), Types.OTHER);
                statement.setString(6, event.body());
                statement.setObject(7, at);
                statement.setObject(8, at);
                statement.addBatch();
                added.add(id);
            }
            statement.executeBatch();
            return added;
        }
    }

    /** Adds a delivery for one webhook. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Delivery add(UUID webhook, NewEvent event) {
        var row = new DeliveryRow();
        row.id = UUID.randomUUID();
        row.webhook = webhook;
        row.event = event.id();
        row.type = event.type();
        row.plan = event.plan();
        row.body = event.body();
        row.created = event.at();
        row.status = Delivery.Status.WAITING;
        row.nextTry = event.at();
        row.tries = "[]";
        deliveries.persist(row);
        return row.toDelivery();
    }

    /** A delivery of a webhook. */
    @Transactional
    public Optional<Delivery> find(UUID webhook, UUID id) {
        return deliveries.find("id = ?1 and webhook = ?2", id, webhook).stream()
                .map(DeliveryRow::toDelivery)
                .findFirst();
    }

    /**
     * Deliveries of a webhook, newest first.
     *
     * @param after only those behind this place; null for the newest
     * @param limit how many at most
     */
    @Transactional
    public List<Delivery> list(UUID webhook, @Nullable CreationPlace after, int limit) {
        var order = Sort.descending("created", "id");
        var found = after == null
                ? deliveries.find("webhook", order, webhook)
                : deliveries.find(
                        "webhook = ?1 and (created < ?2 or (created = ?2 and id < ?3))",
                        order,
                        webhook,
                        after.created(),
                        after.id());
        return found.page(0, limit).stream().map(DeliveryRow::toDelivery).toList();
    }

    /** How many deliveries of a webhook wait. */
    @Transactional
    public long countWaiting(UUID webhook) {
        return deliveries.count("webhook = ?1 and status = ?2", webhook, Delivery.Status.WAITING);
    }

    /** How many deliveries wait. */
    @Transactional
    public long countWaiting() {
        return deliveries.count("status", Delivery.Status.WAITING);
    }

    /** What is needed to try a delivery; empty where it does not wait any more, or is gone. */
    @Transactional
    public Optional<DueDelivery> findDue(UUID id) {
        var row = deliveries.findById(id);
        if (row == null || row.status != Delivery.Status.WAITING) {
            return Optional.empty();
        }
        return webhooks.findByIdOptional(row.webhook)
                .map(webhook ->
                        new DueDelivery(id, row.webhook, webhook.url, webhook.secret, row.event, row.body, row.failed));
    }

    /** Begins a delivery anew, with all its tries before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Delivery begin(UUID id, Instant now) {
        var row = deliveries.findById(id, LockModeType.PESSIMISTIC_WRITE);
        row.status = Delivery.Status.WAITING;
        row.nextTry = now;
        row.failed = 0;
        return row.toDelivery();
    }

    /** Notes that a delivery got through. Nothing happens where it is gone meanwhile, here and below. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delivered(DueDelivery due, Delivery.Try made) {
        note(due, made, Delivery.Status.DELIVERED, null).ifPresent(webhook -> webhook.failingSince = null);
    }

    /** Notes that a delivery has to be tried again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void postponed(DueDelivery due, Delivery.Try made, Instant nextTry) {
        note(due, made, Delivery.Status.WAITING, nextTry).ifPresent(webhook -> failed(webhook, made));
    }

    /** Notes that a delivery is not tried any more. Returns the current state of the webhook. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Webhook> givenUp(DueDelivery due, Delivery.Try made) {
        var webhook = note(due, made, Delivery.Status.GIVEN_UP, null);
        webhook.ifPresent(row -> failed(row, made));
        return webhook.map(WebhookRow::toWebhook);
    }

    private static void failed(WebhookRow webhook, Delivery.Try made) {
        if (webhook.failingSince == null) {
            webhook.failingSince = made.at();
        }
    }

    private Optional<WebhookRow> note(
            DueDelivery due, Delivery.Try made, Delivery.Status status, @Nullable Instant nextTry) {
        var webhook = lock(due.webhook());
        var row = deliveries.findById(due.id());
        if (webhook.isEmpty() || row == null) {
            return Optional.empty();
        }
        row.add(made);
        // A delivery that was given up meanwhile, because its webhook was disabled, stays so.
        if (row.status == Delivery.Status.WAITING || status == Delivery.Status.DELIVERED) {
            row.status = status;
            row.nextTry = nextTry;
            row.failed = due.failed() + 1;
        }
        return webhook;
    }

    /** Disables a webhook, for a reason of ours. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void disable(UUID webhook, Webhook.Disabled reason) {
        lock(webhook).ifPresent(row -> {
            row.enabled = false;
            row.disabled = reason;
            row.version++;
        });
        giveUpAll(webhook);
    }

    /** Gives up what waits for a webhook. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveUpAll(UUID webhook) {
        deliveries.flush();
        deliveries.update(
                "status = ?1, nextTry = null where webhook = ?2 and status = ?3",
                Delivery.Status.GIVEN_UP,
                webhook,
                Delivery.Status.WAITING);
    }

    /** Deletes deliveries of a webhook that do not wait, but for the newest ones. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void trim(UUID webhook, int kept) {
        session()
                .createNativeMutationQuery("""
                        delete from webhook_delivery where status <> 'WAITING' and id in (
                          select id from webhook_delivery where webhook = :webhook
                          order by created desc, id desc offset :kept)""")
                .setParameter("webhook", webhook)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** Deletes deliveries that do not wait and are older than a time; returns how many there were. */
    @Transactional
    public long deleteBefore(Instant time) {
        return deliveries.delete("created < ?1 and status <> ?2", time, Delivery.Status.WAITING);
    }

    private Optional<WebhookRow> lock(UUID webhook) {
        return Optional.ofNullable(
                webhooks.getEntityManager().find(WebhookRow.class, webhook, LockModeType.PESSIMISTIC_WRITE));
    }

    private Session session() {
        return deliveries.getEntityManager().unwrap(Session.class);
    }
}
