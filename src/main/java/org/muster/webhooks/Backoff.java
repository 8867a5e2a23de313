package org.muster.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a receiver is tried again.
 *
 * @param pauses before the second, the third, ... try
 * @param random spreads the tries, so that a receiver that comes back is not called by all at once
 */
record Backoff(List<Duration> pauses, RandomGenerator random) {

    /** No receiver can put us off for longer. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final double JITTER = 0.2;

    Backoff {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after a failed try; empty when no more tries are made.
     *
     * @param failed how many tries have failed, at least one
     * @param wish what the receiver asked for; null where it did not. It can make the pause longer, up to a day, and
     *     never shorter
     */
    Optional<Duration> after(int failed, @Nullable Duration wish) {
        if (failed > pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(failed - 1);
        var spread = pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
        if (wish == null || wish.compareTo(spread) <= 0) {
            return Optional.of(spread);
        }
        return Optional.of(wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish);
    }
}
