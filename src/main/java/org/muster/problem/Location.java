package org.muster.problem;

/**
 * A point on the earth, WGS 84.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Location(double lat, double lon) {
    /** Mean earth radius in kilometres (IUGG), as the planning model prescribes it. */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    public Location {
        if (!(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("The location (%s, %s) is not on the earth.".formatted(lat, lon));
        }
    }

    /**
     * The great-circle distance in kilometres.
     *
     * <p>Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).
     */
    public double kilometresTo(Location other) {
        double phi = Math.toRadians(lat);
        double otherPhi = Math.toRadians(other.lat);
        double sinHalfLat = Math.sin((otherPhi - phi) / 2);
        double sinHalfLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double haversine = sinHalfLat * sinHalfLat + Math.cos(phi) * Math.cos(otherPhi) * sinHalfLon * sinHalfLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
