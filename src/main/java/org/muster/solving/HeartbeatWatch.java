package org.muster.solving;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How long the heartbeat of each worker has not changed, by the monotonic time of this process, which no clock change
 * affects.
 */
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
     * Notes the last heartbeat of a worker, and returns whether it has been the same for longer than allowed.
     *
     * @param lastHeard time of the last heartbeat, by the clock of another process
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
