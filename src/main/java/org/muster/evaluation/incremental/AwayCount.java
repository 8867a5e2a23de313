package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import org.muster.problem.index.ProblemIndex;

/** How many cadres of each unit are away on each day, and how many of them the ceiling does not allow. */
final class AwayCount {
    private final ProblemIndex index;
    private final DutyBoard board;
    private final int days;
    private final int[] ceiling;
    private final int[] away;

    /**
     * Begins with no cadre away.
     *
     * @param board who serves where, from which it is known what a step makes of a cadre's day
     */
    AwayCount(ProblemIndex index, DutyBoard board) {
        this.index = index;
        this.board = board;
        days = index.days();
        ceiling = new int[index.units()];
        for (int unit = 0; unit < ceiling.length; unit++) {
            ceiling[unit] = index.ceiling(unit);
        }
        away = new int[Math.multiplyExact(ceiling.length, days)];
    }

    int away(int unit, int day) {
        return away[unit * days + day];
    }

    /** How many the ceiling does not allow. */
    long above(int unit, int day) {
        return Math.max(0L, (long) away[unit * days + day] - ceiling[unit]);
    }

    void add(int unit, int day, int people) {
        away[unit * days + day] += people;
    }

    /** How many more the ceiling would not allow if {@code people} more went away. */
    long growth(int unit, int day, int people) {
        if (people == 0) {
            return 0;
        }
        long before = (long) away[unit * days + day] - ceiling[unit];
        return Math.max(0, before + people) - Math.max(0, before);
    }

    /** Weighs that people of two units, perhaps the same, come and go on one day. */
    void weigh(int unit, int departures, int otherUnit, int arrivals, int day, Change change) {
        if (unit == otherUnit) {
            change.breakRules(growth(unit, day, departures + arrivals));
        } else {
            change.breakRules(growth(unit, day, departures));
            change.breakRules(growth(otherUnit, day, arrivals));
        }
    }

    /** 1 when the cadre is away on the day of {@code coming} only because of it. */
    int arrivals(int cadre, int leaving, int coming) {
        return isAwayWithout(cadre, dayOf(coming), NONE) || (leaving != NONE && dayOf(leaving) == dayOf(coming))
                ? 0
                : 1;
    }

    /** -1 when the cadre is no longer away on the day of {@code leaving} without it. */
    int departures(int cadre, int leaving, int coming) {
        return isAwayWithout(cadre, dayOf(leaving), leaving) || (coming != NONE && dayOf(leaving) == dayOf(coming))
                ? 0
                : -1;
    }

    /** Whether the cadre is on duty on a day, one of its duties on {@code without} left aside. */
    private boolean isAwayWithout(int cadre, int day, int without) {
        boolean isLeftAside = without == NONE;
        for (int place = 0; place < board.duties(cadre); place++) {
            int demand = board.demand(cadre, place);
            if (!isLeftAside && demand == without) {
                isLeftAside = true;
            } else if (dayOf(demand) == day) {
                return true;
            }
        }
        return false;
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }
}
