package org.muster.problem;

/**
 * A place to staff.
 *
 * @param community identifier of the community it lies in
 * @param admits who may serve there
 */
public record Site(String id, String name, Kind kind, String community, Location location, Admits admits) {

    /** What a site is for. */
    public enum Kind {
        SCREENING,
        SEALED,
        BUILDING,
        ERRAND_BASE,
        RESERVE
    }

    /** Who may serve at a site. */
    public enum Admits {
        ANYONE,
        /** Only cadres who are confined to this very site. */
        RESIDENTS
    }
}
