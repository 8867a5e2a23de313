package org.muster.flow;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * What an hour of everybody's time is really worth, from the prices of cheapest flows: the fairness that a duty costs,
 * and what the cadre could do elsewhere meanwhile. All in points.
 */
public final class TimeValues {
    /** Up to so many seats of several days flow together in less than half a minute. */
    private static final long MOST_JOINT_SEATS = 25_000;

    private final ProblemIndex index;
    private final long[] @Nullable [] ofWindow;
    private final long[][] ofAbsence;
    private long cover = 1;

    TimeValues(ProblemIndex index) {
        this.index = index;
        ofWindow = new long[index.windows()][];
        ofAbsence = new long[index.days()][index.units()];
    }

    /**
     * Finds values of all days at once, or day by day where that would take too long.
     *
     * @param guide makes a schedule of the problem, for {@link #ofDays}
     * @param cancelled asked often; empty when it came to that
     */
    public static Optional<TimeValues> of(ProblemIndex index, Supplier<Schedule> guide, BooleanSupplier cancelled) {
        if (index.days() > 1 && index.seats() > MOST_JOINT_SEATS) {
            return ofDays(index, guide.get(), cancelled);
        }
        var scope = new BitSet();
        scope.set(0, index.windows());
        var pins = PartialSchedule.ofPins(index);
        var values = new TimeValues(index);
        values.learn(StaffingNetwork.cheapest(index, pins, scope, DutyCosts.Days.FREE, 1, cancelled), pins, scope);
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(values);
    }

    /**
     * Finds values day by day, while everybody carries the load that the other days bring.
     *
     * @param guide what the other days look like; that its duties leave no time for others is left aside
     * @param cancelled asked often; empty when it came to that
     */
    public static Optional<TimeValues> ofDays(ProblemIndex index, Schedule guide, BooleanSupplier cancelled) {
        var values = new TimeValues(index);
        var loads = PartialSchedule.of(index, guide);
        IntStream.range(0, index.days()).parallel().forEach(day -> {
            var scope = new BitSet();
            for (int window = 0; window < index.windows(); window++) {
                scope.set(window, index.day(window) == day);
            }
            if (!scope.isEmpty()) {
                var others = PartialSchedule.ofPins(index).withLoadsOf(loads, day);
                values.learn(
                        StaffingNetwork.cheapest(index, others, scope, DutyCosts.Days.FREE, 1, cancelled),
                        others,
                        scope);
            }
        });
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(values);
    }

    /** Takes over the prices of a flow. */
    void learn(StaffingNetwork network, PartialSchedule standing, BitSet scope) {
        learnCover(network.coverCost() / network.scale());
        for (int window = scope.nextSetBit(0); window >= 0; window = scope.nextSetBit(window + 1)) {
            int hours = index.hoursOf(window);
            var values = new long[index.cadres()];
            for (int cadre = 0; cadre < values.length; cadre++) {
                values[cadre] = network.priceOfTime(cadre, window) / network.scale()
                        + index.fairnessCost(standing.load(cadre), hours);
            }
            ofWindow[window] = values;
            for (int unit = 0; unit < index.units(); unit++) {
                ofAbsence[index.day(window)][unit] = network.priceOfAbsence(unit) / network.scale();
            }
        }
    }

    private synchronized void learnCover(long points) {
        cover = Math.max(cover, points);
    }

    /** Whether the time of a window has a value. */
    public boolean knows(int window) {
        return ofWindow[window] != null;
    }

    /**
     * What a cadre's time in a window is worth.
     *
     * @throws IllegalArgumentException when the window was in no flow
     */
    public long of(int window, int cadre) {
        var values = ofWindow[window];
        if (values == null) {
            throw new IllegalArgumentException("No flow has been through the window %d.".formatted(window));
        }
        return values[cadre];
    }

    /** What one more of a unit's people away on a day would be worth; 0 where its ceiling does not bind. */
    public long ofAbsence(int unit, int day) {
        return ofAbsence[day][unit];
    }

    /** What a weighted required head that is missing has cost in the flows: far more than any duty. */
    public long cover() {
        return cover;
    }
}
