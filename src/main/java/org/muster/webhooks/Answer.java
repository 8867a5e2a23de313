package org.muster.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.webhooks.Delivery;

/**
 * What came of a request to a receiver.
 *
 * @param retryAfter how long it asks us to wait; null where it does not ask
 */
record Answer(Delivery.Try made, @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** Whether the receiver does not want to be called any more. */
    boolean isGone() {
        Integer status = made.statusCode();
        return status != null && status == GONE;
    }
}
