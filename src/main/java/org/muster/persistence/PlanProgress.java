package org.muster.persistence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a search is.
 *
 * @param spent solving time of all attempts together
 * @param phase what the search does, in a word of its own; null before it has begun
 * @param movesPerSecond moves tried in each second of late; null before it has begun
 */
public record PlanProgress(
        Duration spent, @Nullable String phase, @Nullable Long movesPerSecond) {}
