package org.muster.planning.phases;

/**
 * How many points a step may cost, about, while the search cools down. It falls by the same factor in equal parts of
 * the way.
 */
final class Temperature {
    private final double first;
    private final double last;
    private final long steps;
    private final long started;
    private final long nanos;

    /**
     * Begins to cool.
     *
     * @param first points, above 0
     * @param last points, above 0
     * @param steps the way's length in steps; {@link Long#MAX_VALUE} when only time counts
     * @param started {@link System#nanoTime()} at the begin
     * @param nanos the way's length in time; {@link Long#MAX_VALUE} when only steps count
     */
    Temperature(double first, double last, long steps, long started, long nanos) {
        this.first = first;
        this.last = last;
        this.steps = steps;
        this.started = started;
        this.nanos = nanos;
    }

    /** Points, after so many steps. */
    double after(long stepsDone) {
        double way = Math.min(1, Math.max(stepsDone / (double) steps, (System.nanoTime() - started) / (double) nanos));
        return first * Math.pow(last / first, way);
    }
}
