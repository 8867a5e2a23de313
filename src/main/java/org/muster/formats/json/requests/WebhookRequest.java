package org.muster.formats.json.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a webhook, as a caller sends them.
 *
 * @param events words of the offered ones, each once; all that are offered where none were given
 * @param secret null where none was given
 */
public record WebhookRequest(
        String url,
        List<String> events,
        @Nullable String description,
        boolean enabled,
        @Nullable String secret) {

    public WebhookRequest {
        events = List.copyOf(events);
    }

    /** Without the secret, and without the address, which may hold another one. */
    @Override
    public String toString() {
        return "WebhookRequest[events=%s, enabled=%s]".formatted(events, enabled);
    }
}
