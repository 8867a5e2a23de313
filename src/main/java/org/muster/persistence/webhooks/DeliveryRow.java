package org.muster.persistence.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "webhook_delivery")
class DeliveryRow {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<List<Delivery.Try>> TRIES = new TypeReference<>() {};

    @Id
    UUID id;

    @Column(nullable = false)
    UUID webhook;

    @Column(nullable = false)
    UUID event;

    @Column(nullable = false)
    String type;

    @Nullable
    UUID plan;

    @Column(nullable = false)
    String body;

    @Column(nullable = false)
    Instant created;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    Delivery.Status status;

    @Column(name = "next_try")
    @Nullable
    Instant nextTry;

    int failed;

    @Column(nullable = false)
    String tries;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    DeliveryRow() {}

    void add(Delivery.Try made) {
        var all = new ArrayList<>(readTries());
        all.add(made);
        try {
            tries = JSON.writeValueAsString(
                    all.subList(Math.max(0, all.size() - DeliveryStore.LOGGED_TRIES), all.size()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Delivery.Try> readTries() {
        try {
            return JSON.readValue(tries, TRIES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Delivery toDelivery() {
        return new Delivery(id, webhook, event, type, plan, status, created, nextTry, readTries());
    }
}
