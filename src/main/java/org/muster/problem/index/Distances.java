package org.muster.problem.index;

import java.util.List;
import org.muster.problem.Location;

/**
 * Great-circle distances from many places to one, by the chord between points on a sphere: without the sines and
 * cosines of the haversine, ten times as fast. They differ from {@link Location#kilometresTo} by less than
 * {@link #INACCURACY_KM} up to {@link #FARTHEST_KM}.
 */
final class Distances {
    /** A micrometre; rounding errors are a hundred times smaller. */
    static final double INACCURACY_KM = 1e-9;

    /** How far the series for the arc holds. */
    static final double FARTHEST_KM = 500;

    private static final double DIAMETER_KM = 2 * Location.EARTH_RADIUS_KM;

    private final double[] x;
    private final double[] y;
    private final double[] z;

    Distances(List<Location> places) {
        x = new double[places.size()];
        y = new double[places.size()];
        z = new double[places.size()];
        for (int number = 0; number < x.length; number++) {
            double phi = Math.toRadians(places.get(number).lat());
            double lambda = Math.toRadians(places.get(number).lon());
            x[number] = Math.cos(phi) * Math.cos(lambda);
            y[number] = Math.cos(phi) * Math.sin(lambda);
            z[number] = Math.sin(phi);
        }
    }

    /** Kilometres from a place to one of other distances; larger than {@link #FARTHEST_KM} for all that are farther. */
    double kilometres(int place, Distances others, int other) {
        double dx = x[place] - others.x[other];
        double dy = y[place] - others.y[other];
        double dz = z[place] - others.z[other];
        double square = (dx * dx + dy * dy + dz * dz) / 4;
        double half = Math.sqrt(square);
        return DIAMETER_KM * half * (1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (15 / 336.0))));
    }
}
