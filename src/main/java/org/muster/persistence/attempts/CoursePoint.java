package org.muster.persistence.attempts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muster.schedule.Score;

/**
 * Score and bound of a search at a time.
 *
 * @param elapsed solving time over all attempts
 * @param score of the best schedule; null while there was none
 * @param bound what was proven that no score can beat; null while nothing was
 */
public record CoursePoint(
        Duration elapsed, @Nullable Score score, @Nullable Score bound) {}
