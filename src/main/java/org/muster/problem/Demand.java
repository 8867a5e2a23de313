package org.muster.problem;

/**
 * How many heads a site needs on a post in a window.
 *
 * @param min heads that are required, 0 or more; each one missing costs {@code priority} at the medium level
 * @param ideal heads that are wanted, at least {@code min}
 * @param max heads that may be there, at least {@code ideal}; the demand has that many seats
 * @param priority 1 (can wait) to 10 (must be filled first)
 * @param idealWeight what one head missing from the ideal counts in {@code ideal-cover}, 0 or more
 * @param overWeight what one head above the ideal counts in {@code over-cover}, 0 or more
 */
public record Demand(
        String id,
        String site,
        String window,
        String post,
        int min,
        int ideal,
        int max,
        int priority,
        int idealWeight,
        int overWeight) {

    /** The lowest and the highest priority. */
    public static final int LOWEST_PRIORITY = 1, HIGHEST_PRIORITY = 10;

    public Demand {
        if (min < 0 || min > ideal || ideal > max) {
            throw new IllegalArgumentException(
                    "The demand (%s) needs 0 <= min (%d) <= ideal (%d) <= max (%d).".formatted(id, min, ideal, max));
        }
        if (priority < LOWEST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException(
                    "The demand (%s) has the priority %d, which is not in 1..10.".formatted(id, priority));
        }
        if (idealWeight < 0 || overWeight < 0) {
            throw new IllegalArgumentException(
                    "The demand (%s) has a negative weight (%d, %d).".formatted(id, idealWeight, overWeight));
        }
    }
}
