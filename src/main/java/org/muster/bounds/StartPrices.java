package org.muster.bounds;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.muster.flow.Draft;
import org.muster.flow.DutyCosts;
import org.muster.flow.StaffingNetwork;
import org.muster.problem.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Prices to begin with: those of the cheapest flow of each day while the duties of the other days stand. A flow knows
 * neither units nor experience, but who is wanted where.
 */
final class StartPrices {
    private static final int NEAREST = 60;
    private static final int CHEAPER = 40;
    private static final long MOST_SCALE = 1000;

    private final ProblemIndex index;
    private final Schedule guide;
    private final BooleanSupplier cancelled;
    private final long[][] ofWindow;
    private final long[][] ofAbsence;
    private long scale = MOST_SCALE;
    private long coverPoints = 1;

    private StartPrices(ProblemIndex index, Schedule guide, BooleanSupplier cancelled) {
        this.index = index;
        this.guide = guide;
        this.cancelled = cancelled;
        ofWindow = new long[index.windows()][];
        ofAbsence = new long[index.days()][index.units()];
    }

    /**
     * Finds prices.
     *
     * @param guide what the other days look like
     * @param cancelled asked often; prices of days that were not reached are 0
     */
    static StartPrices of(ProblemIndex index, Schedule guide, BooleanSupplier cancelled) {
        var prices = new StartPrices(index, guide, cancelled);
        int days = 0;
        for (int day = 0; day < index.days() && !cancelled.getAsBoolean(); day++) {
            days += prices.findPricesOf(day) ? 1 : 0;
        }
        if (prices.scale < MOST_SCALE) {
            prices.scale = Math.max(1, prices.scale / Math.max(1, days));
        }
        return prices;
    }

    /** How many parts of cost a point should have. */
    long scale() {
        return scale;
    }

    /** What a weighted required head that is missing should cost, in parts of a point. */
    long coverCost() {
        return coverPoints * scale;
    }

    /** Sets the prices of groups and whole days, and what units charge. */
    void applyTo(TimePrices prices, Draft standing) {
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            var calendar = prices.calendarOf(cadre);
            for (int window = 0; window < ofWindow.length; window++) {
                if (ofWindow[window] != null) {
                    int slot = prices.slot(cadre, calendar.groups().of(window));
                    long alone = index.fairnessCost(standing.load(cadre), index.hoursOf(window)) * MOST_SCALE;
                    long price = Math.max(0, ofWindow[window][cadre] - alone) * scale / MOST_SCALE;
                    prices.setOfGroup(slot, Math.max(prices.ofGroup(slot), price));
                }
            }
            for (var day : calendar.days()) {
                if (day.isPair()) {
                    int slot = prices.slot(cadre, day.first());
                    prices.setOfDay(slot, prices.ofGroup(slot) + prices.ofGroup(slot + 1));
                }
            }
        }
        for (int day = 0; day < ofAbsence.length; day++) {
            for (int unit = 0; unit < index.units(); unit++) {
                prices.setOfAbsence(unit, day, ofAbsence[day][unit] * scale / MOST_SCALE);
            }
        }
    }

    private Schedule withoutDay(int day) {
        return new Schedule(guide.assignments().stream()
                .filter(duty ->
                        index.day(index.windowOf(index.findDemand(duty.demand()).orElseThrow())) != day)
                .toList());
    }

    private boolean findPricesOf(int day) {
        var scope = new BitSet();
        for (int window = 0; window < index.windows(); window++) {
            scope.set(window, index.day(window) == day);
        }
        if (scope.isEmpty()) {
            return false;
        }
        var others = Draft.of(index, withoutDay(day));
        var network = new StaffingNetwork(index, others, scope, DutyCosts.Days.FREE);
        network.addNearest(NEAREST, MOST_SCALE);
        do {
            if (!network.solve(cancelled) || cancelled.getAsBoolean()) {
                break;
            }
        } while (network.addCheaper(CHEAPER) > 0);
        scale = Math.min(scale, network.scale());
        coverPoints = Math.max(coverPoints, network.coverCost() / network.scale());
        for (int window = scope.nextSetBit(0); window >= 0; window = scope.nextSetBit(window + 1)) {
            ofWindow[window] = new long[index.cadres()];
            for (int cadre = 0; cadre < index.cadres(); cadre++) {
                ofWindow[window][cadre] = network.priceOfTime(cadre, window) * MOST_SCALE / network.scale()
                        + index.fairnessCost(others.load(cadre), index.hoursOf(window)) * MOST_SCALE;
            }
        }
        for (int unit = 0; unit < index.units(); unit++) {
            ofAbsence[day][unit] = network.priceOfAbsence(unit) * MOST_SCALE / network.scale();
        }
        return true;
    }
}
