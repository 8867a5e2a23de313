package org.muster.persistence.plans;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;

/**
 * How far a search is.
 *
 * @param spent solving time of all attempts together
 * @param phase what the search does, in a word of its own; null before it has begun
 * @param movesPerSecond moves tried in each second of late; null before it has begun
 * @param bound the tightest that is proven; null before there is one
 */
public record PlanProgress(
        Duration spent,
        @Nullable String phase,
        @Nullable Long movesPerSecond,
        @Nullable Bound bound) {}
