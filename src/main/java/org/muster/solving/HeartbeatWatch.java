package org.muster.solving;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Who has been silent for how long, by the time that we have watched them, which no clock that is set can change. */
final class HeartbeatWatch {

    private final ConcurrentMap<String, Silence> heartbeatWatch = new ConcurrentHashMap<>();
    private final Duration longest;

    private record Silence(Instant lastHeard, long since) {}

    /**
     * Watches.
     *
     * @param longest a silence that is longer is long
     */
    HeartbeatWatch(Duration longest) {
        this.longest = longest;
    }

    /**
     * Notes a silence, and says whether the same one has been noted for long.
     *
     * @param lastHeard when it began, by somebody's clock
     */
    boolean isLong(String name, Instant lastHeard) {
        long now = System.nanoTime();
        heartbeatWatch.values().removeIf(silence -> now - silence.since() > 10 * longest.toNanos());
        var silence = heartbeatWatch.compute(
                name,
                (key, known) ->
                        known != null && known.lastHeard().equals(lastHeard) ? known : new Silence(lastHeard, now));
        return now - silence.since() > longest.toNanos();
    }
}
