package org.muster.persistence.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook, as the log has it.
 *
 * @param event what receivers know it by, the same in all tries and for all webhooks
 * @param plan the plan that it tells of; null for a test
 * @param nextTry null unless it waits
 * @param tries the last {@value DeliveryStore#LOGGED_TRIES} ones, in the order in which they were made
 */
public record Delivery(
        UUID id,
        UUID webhook,
        UUID event,
        String type,
        @Nullable UUID plan,
        Status status,
        Instant created,
        @Nullable Instant nextTry,
        List<Try> tries) {

    public Delivery {
        tries = List.copyOf(tries);
    }

    /** How far it is. */
    public enum Status {
        /** It will be tried, perhaps again. */
        WAITING,
        /** The receiver has it. */
        DELIVERED,
        /** It was tried often enough, or the webhook was disabled. */
        GIVEN_UP
    }

    /**
     * One request to the receiver.
     *
     * @param millis how long it took, in milliseconds
     * @param statusCode what the receiver answered; null where it did not
     * @param obstacle why there was no answer; null where there was one
     */
    public record Try(
            Instant at,
            long millis,
            @Nullable Integer statusCode,
            @Nullable Obstacle obstacle) {

        /** Whether the receiver has it: any answer of 200 to 299 says so. */
        public boolean gotThrough() {
            return statusCode != null && statusCode >= 200 && statusCode < 300;
        }
    }

    /** Why there was no answer. */
    public enum Obstacle {
        /** The host has no address. */
        UNKNOWN_HOST,
        /** The host has an address that is not to be called: a private one, say. */
        FORBIDDEN_TARGET,
        /** No connection came about, or it broke. */
        NO_CONNECTION,
        /** The receiver's certificate was not accepted, or the encryption failed otherwise. */
        TLS,
        /** There was no answer in time. */
        TIMEOUT
    }
}
