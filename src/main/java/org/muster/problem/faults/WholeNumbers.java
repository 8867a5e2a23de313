package org.muster.problem.faults;

import org.jspecify.annotations.Nullable;

/**
 * The whole numbers that a value may be.
 *
 * @param min inclusive
 * @param max inclusive
 */
public record WholeNumbers(int min, int max) {

    /** Ages in years. */
    public static final WholeNumbers AGES = new WholeNumbers(0, 150);

    /** Heads of one demand. */
    public static final WholeNumbers HEADS = new WholeNumbers(0, Limits.HEADS);

    /** Minutes served before, rest, or any other duration; also the limits of duty rules. */
    public static final WholeNumbers MINUTES = new WholeNumbers(0, Limits.MINUTES);

    /** Rounds served before. */
    public static final WholeNumbers ROUNDS = new WholeNumbers(0, Limits.ROUNDS);

    /** People of one unit, or residents of a site. */
    public static final WholeNumbers PEOPLE = new WholeNumbers(0, Limits.STAFF);

    /** Weights of a goal, of an interval, of a demand, or of a preferred duty rule. */
    public static final WholeNumbers WEIGHTS = new WholeNumbers(0, Limits.WEIGHT);

    /** What is wrong with a number; null for nothing. */
    public @Nullable BrokenValue faultOf(long value) {
        return value >= min && value <= max
                ? null
                : BrokenValue.outOfRange(Long.toString(value), Integer.toString(min), Integer.toString(max));
    }
}
