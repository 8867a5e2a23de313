package org.muster.planning;

import java.time.Duration;
import org.muster.schedule.Score;

/**
 * How far a solve has come.
 *
 * @param elapsed since it began
 * @param score of the best schedule so far
 * @param movesPerSecond how many changes were tried a second; 0 before the search
 */
public record Progress(Duration elapsed, Phase phase, Score score, long movesPerSecond) {

    /** What a solve does, in this order. */
    public enum Phase {
        /** Making a first schedule. */
        CONSTRUCTION,
        /** Improving it. */
        SEARCH
    }
}
