package org.muster.flow;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * What an hour of everybody's time is really worth, from the prices of cheapest flows: the fairness that a duty costs,
 * and what the cadre could do elsewhere meanwhile. All in points.
 */
public final class TimeValues {
    private static final int NEAREST = 60;
    private static final int CHEAPER = 40;

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
     * Finds values day by day, while the duties of the other days stand.
     *
     * @param guide what the other days look like
     * @param cancelled asked often; empty when it came to that
     */
    public static Optional<TimeValues> of(ProblemIndex index, Schedule guide, BooleanSupplier cancelled) {
        var values = new TimeValues(index);
        for (int day = 0; day < index.days() && !cancelled.getAsBoolean(); day++) {
            var scope = new BitSet();
            for (int window = 0; window < index.windows(); window++) {
                scope.set(window, index.day(window) == day);
            }
            if (!scope.isEmpty()) {
                var others = Draft.of(index, withoutDay(index, guide, day));
                var network = new StaffingNetwork(index, others, scope, DutyCosts.Days.FREE);
                network.addNearest(NEAREST, 1);
                network.solveOverAllPairs(CHEAPER, cancelled);
                values.learn(network, others, scope);
            }
        }
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(values);
    }

    private static Schedule withoutDay(ProblemIndex index, Schedule guide, int day) {
        return new Schedule(guide.assignments().stream()
                .filter(duty ->
                        index.day(index.windowOf(index.findDemand(duty.demand()).orElseThrow())) != day)
                .toList());
    }

    /** Takes over the prices of a flow. */
    void learn(StaffingNetwork network, Draft standing, BitSet scope) {
        cover = Math.max(cover, network.coverCost() / network.scale());
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
