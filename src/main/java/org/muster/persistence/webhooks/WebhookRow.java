package org.muster.persistence.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "webhook")
class WebhookRow {
    @Id
    UUID id;

    @Column(nullable = false)
    String url;

    @Nullable
    String description;

    @Column(nullable = false)
    String events;

    @Column(nullable = false)
    String secret;

    boolean enabled;

    @Column(name = "disabled_for")
    @Enumerated(EnumType.STRING)
    Webhook.@Nullable Disabled disabled;

    @Column(name = "failing_since")
    @Nullable
    Instant failingSince;

    @Column(nullable = false)
    Instant created;

    long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    WebhookRow() {}

    @SuppressWarnings("NullAway.Init")
    WebhookRow(UUID id, Webhook.Settings settings, String secret, Instant created) {
        this.id = id;
        this.secret = secret;
        this.created = created;
        set(settings);
    }

    /** Takes what a caller chose, and clears the record of earlier failures. */
    final void set(Webhook.Settings settings) {
        url = settings.url();
        description = settings.description();
        events = String.join(",", settings.events());
        enabled = settings.enabled();
        disabled = null;
        failingSince = null;
        version++;
    }

    Webhook toWebhook() {
        return new Webhook(
                id,
                new Webhook.Settings(url, description, List.of(events.split(",")), enabled),
                disabled,
                failingSince,
                created,
                version);
    }
}
