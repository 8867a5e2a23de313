package org.muster.faults;

import static org.muster.faults.Plans.scoreOf;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muster.harness.ServiceProcess;
import org.muster.schedule.Score;

/** Looks at the newest hundred plans all the time and remembers the best score that was shown of each. */
final class BestSeen implements Closeable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Score NOTHING = new Score(Long.MIN_VALUE, 0, 0);

    private final Map<String, Score> best = new ConcurrentHashMap<>();
    private final ServiceProcess service;
    private final Thread watcher;

    BestSeen(ServiceProcess service) {
        this.service = service;
        this.watcher = Thread.ofVirtual().name("best-seen").start(this::watch);
    }

    /** The best score that was seen of a plan, or one that is worse than any. */
    Score of(String plan) {
        return best.getOrDefault(plan, NOTHING);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (IOException | InterruptedException e) {
            // The test is over.
        }
    }

    private void look() throws IOException {
        for (var plan : service.json("/api/v1/plans?limit=100").path("plans")) {
            if (plan.hasNonNull("score")) {
                best.merge(
                        plan.get("id").asText(), scoreOf(plan), (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
