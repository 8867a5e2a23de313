package org.muster.persistence.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of the ends of plans. Its secret is not part of it, so that nothing that shows a webhook can
 * show the secret.
 *
 * @param failingSince when the first try failed of those since something got through last; null where the last try got
 *     through, or none was made
 * @param version goes up with every change by a caller, and when it is disabled
 */
public record Webhook(
        UUID id,
        Settings settings,
        @Nullable Disabled disabled,
        @Nullable Instant failingSince,
        Instant created,
        long version) {

    /**
     * What a caller can choose.
     *
     * @param events types of the events that it is told of, at least one
     */
    public record Settings(String url, @Nullable String description, List<String> events, boolean enabled) {

        public Settings {
            events = List.copyOf(events);
        }
    }

    /** Why it was disabled by us rather than by a caller. */
    public enum Disabled {
        /** It answered 410: it does not want to be called any more. */
        GONE,
        /** Nothing got through for days. */
        FAILING
    }
}
