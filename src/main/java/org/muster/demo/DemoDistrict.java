package org.muster.demo;

import org.muster.problem.Problem;

/**
 * A district that makes problems to try the product with.
 *
 * <p>Names of places are real; people, units' people and positions are made up, and the description says so.
 */
public final class DemoDistrict {
    /** The most rounds a demo has: Dongcheng's six in a row. */
    public static final int MOST_ROUNDS = 6;

    private final String id;
    private final Text title;
    private final Text description;
    private final Figures figures;
    private final Source source;

    /** A text in both languages of the product. */
    public record Text(String zh, String en) {}

    /**
     * How large a problem is.
     *
     * @param cadres people who can be assigned
     * @param units work units
     * @param subdistricts different subdistricts of the communities
     * @param communities communities
     * @param sites places to staff
     * @param demands demands of one round
     * @param seats sum of the maxima of one round's demands
     */
    public record Figures(
            int cadres, int units, int subdistricts, int communities, int sites, int demands, int seats) {}

    /** What makes the problem. */
    @FunctionalInterface
    interface Source {
        Problem problem(Days days, long seed);
    }

    DemoDistrict(String id, Text title, Text description, Figures figures, Source source) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.figures = figures;
        this.source = source;
    }

    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    /** What the district shows, what is real about it, and what is made up. */
    public Text description() {
        return description;
    }

    public Figures figures() {
        return figures;
    }

    /**
     * Makes a problem. The same rounds and seed make an equal problem.
     *
     * @param rounds how many, on successive days from 3 May 2022; 1 to {@link #MOST_ROUNDS}
     * @throws IllegalArgumentException when there are fewer or more rounds
     */
    public Problem problem(int rounds, long seed) {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException(
                    "A demo district has 1 to %d rounds, not %d.".formatted(MOST_ROUNDS, rounds));
        }
        return source.problem(new Days(rounds), seed);
    }

    @Override
    public String toString() {
        return "DemoDistrict[" + id + "]";
    }
}
