package org.muster.bounds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.muster.flow.DutyCosts;
import org.muster.flow.PartialSchedule;
import org.muster.flow.TimeValues;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRules;

/**
 * What teams pay for people's time, and units for each of their people who is away: multipliers in parts of a point.
 *
 * <p>A cadre sells a group of windows, or both groups of a day together where they can be served at one site only. At
 * each site the price of a whole day is split between its two halves.
 */
final class Multipliers {
    /** No price is further from 0, in parts of a point: a day's two halves and their split still leave much room. */
    static final long LARGEST = 1L << 52;

    private final ProblemIndex index;
    private final Calendar[] calendars;
    private final int[] firstSlot;
    private final long[] ofGroup;
    private final long[] ofDay;
    private final long[] away;

    /** All prices are 0. */
    Multipliers(ProblemIndex index, DutyCosts costs) {
        this.index = index;
        Map<DutyRules, Calendar> known = new HashMap<>();
        calendars = new Calendar[index.cadres()];
        firstSlot = new int[index.cadres() + 1];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            var groups = costs.groupsOf(cadre);
            calendars[cadre] = known.computeIfAbsent(index.rulesOf(cadre), rules -> new Calendar(index, rules, groups));
            firstSlot[cadre + 1] = firstSlot[cadre] + groups.count();
        }
        ofGroup = new long[firstSlot[index.cadres()]];
        ofDay = new long[ofGroup.length];
        away = new long[index.units() * index.days()];
    }

    /** Begins with what time has been worth in a flow: of the windows of a group, in the one where it was worth least. */
    void begin(TimeValues values, PartialSchedule standing, long scale) {
        Arrays.fill(ofGroup, Long.MAX_VALUE);
        for (int cadre = 0; cadre < calendars.length; cadre++) {
            for (int window = 0; window < index.windows(); window++) {
                if (values.knows(window)) {
                    int slot = slot(cadre, calendars[cadre].groups().of(window));
                    long alone = index.fairnessCost(standing.load(cadre), index.hoursOf(window));
                    ofGroup[slot] = Math.min(ofGroup[slot], scaled(values.of(window, cadre) - alone, scale));
                }
            }
            for (int slot = firstSlot[cadre]; slot < firstSlot[cadre + 1]; slot++) {
                ofGroup[slot] = ofGroup[slot] == Long.MAX_VALUE ? 0 : ofGroup[slot];
            }
            for (var day : calendars[cadre].days()) {
                if (day.isPair()) {
                    int slot = slot(cadre, day.first());
                    setOfDay(slot, ofGroup[slot] + ofGroup[slot + 1]);
                }
            }
        }
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days(); day++) {
                setOfAbsence(unit, day, scaled(values.ofAbsence(unit, day), scale));
            }
        }
    }

    Calendar calendarOf(int cadre) {
        return calendars[cadre];
    }

    /** How many slots all cadres have. */
    int slots() {
        return ofGroup.length;
    }

    /** The place of a cadre's group of windows among all of them. */
    int slot(int cadre, int group) {
        return firstSlot[cadre] + group;
    }

    /** The price of a cadre's group of windows. */
    long ofGroup(int slot) {
        return ofGroup[slot];
    }

    /** The price of both groups of a day, by the slot of the first. */
    long ofDay(int slot) {
        return ofDay[slot];
    }

    /**
     * What a half of a day costs that is sold as a whole.
     *
     * @param slot of the first half
     * @param split what the first half gets beyond half of the price
     */
    long ofHalf(int slot, boolean isFirst, long split) {
        long first = Math.floorDiv(ofDay[slot], 2) + split;
        return isFirst ? first : ofDay[slot] - first;
    }

    /** The split by which neither half is cheaper than a single duty, unless both are. */
    long usualSplit(int slot) {
        return Math.floorDiv(ofGroup[slot] - ofGroup[slot + 1], 2);
    }

    /** What a unit pays for one of its people who serves on a day; 0 or more. */
    long ofAbsence(int unit, int day) {
        return away[absence(unit, day)];
    }

    /** The same by the place among all units and days. */
    long ofAbsence(int absence) {
        return away[absence];
    }

    /** How many prices of absence there are. */
    int absences() {
        return away.length;
    }

    private int absence(int unit, int day) {
        return unit * index.days() + day;
    }

    void setOfGroup(int slot, long price) {
        ofGroup[slot] = limited(price);
    }

    void setOfDay(int slot, long price) {
        ofDay[slot] = limited(price);
    }

    void setOfAbsence(int unit, int day, long price) {
        setOfAbsence(absence(unit, day), price);
    }

    void setOfAbsence(int absence, long price) {
        away[absence] = Math.max(0, limited(price));
    }

    /** The nearest price that there is: whatever the prices are, the limit that follows from them is proven. */
    static long limited(long price) {
        return Math.clamp(price, -LARGEST, LARGEST);
    }

    private static long scaled(long points, long scale) {
        return limited(limited(points) * scale);
    }
}
