package org.muster.problem.faults;

/**
 * How much is accepted. Everything a client sends is measured against these while it is read, before memory is taken
 * for it. They leave room above the largest district known (Haidian: 32,648 cadres, 1,000 sites, 6,000 demands) and
 * keep every sum of a score far inside a {@code long}.
 *
 * @param bodyBytes bytes of a request, after decompression
 * @param cadres items of {@code cadres}
 * @param demands items of {@code demands}
 * @param seats sum of {@code max} over all demands
 * @param sites items of {@code sites}
 * @param windows items of {@code windows}
 * @param assignments items of {@code assignments}, and of a schedule
 * @param otherItems items of each other top-level list
 * @param availability items of {@code availability} over all cadres
 * @param availabilityPerCadre items of one cadre's {@code availability}
 * @param travelEntries entries of the travel table
 * @param horizonDays days of the horizon
 * @param faults faults that are listed; more are only counted
 */
public record Limits(
        long bodyBytes,
        int cadres,
        int demands,
        int seats,
        int sites,
        int windows,
        int assignments,
        int otherItems,
        int availability,
        int availabilityPerCadre,
        int travelEntries,
        int horizonDays,
        int faults) {

    /** What the service accepts unless it is configured otherwise. */
    public static final Limits DEFAULT = new Limits(
            64L << 20, 100_000, 50_000, 200_000, 10_000, 10_000, 400_000, 20_000, 800_000, 1_000, 2_000_000, 366, 100);

    /** The same limits but for the size of a body. */
    public Limits withBodyBytes(long bytes) {
        return new Limits(
                bytes,
                cadres,
                demands,
                seats,
                sites,
                windows,
                assignments,
                otherItems,
                availability,
                availabilityPerCadre,
                travelEntries,
                horizonDays,
                faults);
    }

    /** Parts of one request. */
    public static final int PARTS = 100;

    /** Characters of an identifier, a kind or a tag. */
    public static final int IDENTIFIER_LENGTH = 100;

    /** Characters of a name. */
    public static final int NAME_LENGTH = 200;

    /** The highest weight of a goal, of an interval, of a demand, or of a preferred duty rule. */
    public static final int WEIGHT = 100_000;

    /** Heads of one demand. */
    public static final int HEADS = 10_000;

    /** People of one unit. */
    public static final int STAFF = 10_000_000;

    /** Minutes served before, rest, or any other duration: a leap year. */
    public static final int MINUTES = 366 * 24 * 60;

    /** Rounds served before. */
    public static final int ROUNDS = 10_000;
}
