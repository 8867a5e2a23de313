package org.muster.schedule;

import java.util.Comparator;

/**
 * How good a schedule is. A level outweighs everything below it; higher is better; 0 is perfect.
 *
 * @param hard 0 when every rule is kept, negative otherwise
 * @param medium minus the missing required heads by priority, 0 or negative
 * @param soft minus the points of all goals; preferences that are met can make it positive
 */
public record Score(long hard, long medium, long soft) implements Comparable<Score> {

    private static final Comparator<Score> BY_LEVEL = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    /** Whether every rule is kept. */
    public boolean isFeasible() {
        return hard == 0;
    }

    /** The score of two schedules together that have nothing to do with each other. */
    public Score plus(Score other) {
        return new Score(hard + other.hard, medium + other.medium, soft + other.soft);
    }

    @Override
    public int compareTo(Score other) {
        return BY_LEVEL.compare(this, other);
    }

    @Override
    public String toString() {
        return "%dhard/%dmedium/%dsoft".formatted(hard, medium, soft);
    }
}
