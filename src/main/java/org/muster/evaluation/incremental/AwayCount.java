package org.muster.evaluation.incremental;

import org.muster.problem.index.ProblemIndex;

/** How many cadres of each unit are away on each day, and how many of them the ceiling does not allow. */
final class AwayCount {
    private final int days;
    private final int[] ceiling;
    private final int[] away;

    AwayCount(ProblemIndex index) {
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
}
