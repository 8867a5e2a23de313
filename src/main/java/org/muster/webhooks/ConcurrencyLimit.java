package org.muster.webhooks;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sees to it that no webhook is called by more than a few threads of this process at once. */
final class ConcurrencyLimit {

    /** How many requests may be under way to one webhook. */
    static final int AT_ONCE = 2;

    private final Map<UUID, Integer> taken = new HashMap<>();

    /** Takes a turn, which {@link #giveBack} ends; false where as many as allowed are taken. */
    synchronized boolean take(UUID webhook) {
        int underWay = taken.getOrDefault(webhook, 0);
        if (underWay >= AT_ONCE) {
            return false;
        }
        taken.put(webhook, underWay + 1);
        return true;
    }

    /** Ends a turn. */
    synchronized void giveBack(UUID webhook) {
        taken.computeIfPresent(webhook, (id, underWay) -> underWay > 1 ? underWay - 1 : null);
    }
}
