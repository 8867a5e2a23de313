package org.muster.persistence.webhooks;

import java.util.UUID;

/**
 * What is needed to try a delivery.
 *
 * @param failed how often it was tried in vain since it was last begun
 */
public record DueDelivery(UUID id, UUID webhook, String url, String secret, UUID event, String body, int failed) {

    /** Without the secret, and without the address, which may hold another one. */
    @Override
    public String toString() {
        return "DueDelivery[id=%s, webhook=%s, event=%s]".formatted(id, webhook, event);
    }
}
