package org.muster.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.schedule.Score;

/** What a contender says about itself while its clock runs. Safe for several threads. */
final class Trace {
    private static final long CLOSEST_MILLIS = 50;

    private final long startNanos = System.nanoTime();
    private final List<Point> points = new ArrayList<>();
    private @Nullable Score latest;
    private @Nullable Bound proven;

    /**
     * What was known at a time.
     *
     * @param millis since the clock started
     * @param score of the contender's best schedule, as it counts itself
     * @param bound what it had proven by then; null for contenders that prove nothing
     */
    record Point(long millis, Score score, @Nullable Bound bound) {}

    /** Notes a better schedule; the last note of each {@value #CLOSEST_MILLIS} milliseconds is kept. */
    synchronized void found(Score score) {
        latest = score;
        note();
    }

    /** Notes a tighter bound. */
    synchronized void proven(Bound bound) {
        proven = bound;
        note();
    }

    private void note() {
        if (latest != null) {
            add(new Point(elapsed().toMillis(), latest, proven));
        }
    }

    synchronized void add(Point point) {
        int last = points.size() - 1;
        if (last >= 1 && point.millis() - points.get(last - 1).millis() < CLOSEST_MILLIS) {
            points.set(last, point);
        } else {
            points.add(point);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The part of a time limit that is left; zero when none is. */
    Duration leftOf(Duration limit) {
        var left = limit.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized List<Point> points() {
        return List.copyOf(points);
    }
}
