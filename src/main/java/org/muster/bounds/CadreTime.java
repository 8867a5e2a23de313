package org.muster.bounds;

import java.util.Arrays;
import org.muster.flow.DutyCosts;
import org.muster.flow.PartialSchedule;
import org.muster.problem.index.ProblemIndex;

/**
 * When a cadre serves who sells his time for the best prices: how many duties, how many days in a row, and never two
 * that are too close. One object serves one thread; it keeps its arrays.
 *
 * <p>The way of a day is 0 for a day off. Where both groups of a day can be served at one site only, 1 and 2 stand for
 * one of them and 3 for both; else a way is the number of duties. A state after a day is how many duties there were,
 * how many days in a row were worked, and the way of the day.
 */
final class CadreTime {
    private static final int NONE = -1;
    private static final int ALL_DAY = 3;

    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final DutyCosts costs;
    private final Multipliers prices;
    private final long scale;

    private int cadre;
    private Calendar calendar;
    private int most;
    private int runs;
    private int ways;
    private int states;
    private long[] least = {};
    private int[] before = {};
    private long[] further = {};
    private long[] gain = {};
    private int[] order = {};

    /** Prepares for the cadres of a problem. */
    CadreTime(ProblemIndex index, PartialSchedule standing, DutyCosts costs, Multipliers prices, long scale) {
        this.index = index;
        this.standing = standing;
        this.costs = costs;
        this.prices = prices;
        this.scale = scale;
        calendar = prices.calendarOf(0);
    }

    /**
     * What the duties of a cadre cost beyond their own costs, less what they sell for, where that is least; 0 or less.
     *
     * @param serves by slot, is set to 1 for groups in which the cadre serves, but for whole days
     * @param servesAllDay by slot, is set to 1 for the first group of a day that is sold as a whole
     * @throws ArithmeticException when costs and prices are so large that a sum could not be told from one that is barred
     */
    long least(int newCadre, byte[] serves, byte[] servesAllDay) {
        start(newCadre);
        for (int place = 0; place < calendar.days().size(); place++) {
            addDay(place);
        }
        int layer = calendar.days().size() * states;
        int best = 0;
        for (int state = 1; state < states; state++) {
            if (least[layer + state] < least[layer + best]) {
                best = state;
            }
        }
        trace(best, serves, servesAllDay);
        return least[layer + best];
    }

    private void start(int newCadre) {
        cadre = newCadre;
        calendar = prices.calendarOf(cadre);
        most = costs.mostDuties(cadre);
        boolean countsRuns = calendar.longestRun() < Integer.MAX_VALUE && standing.duties(cadre).length == 0;
        runs = countsRuns ? calendar.longestRun() + 2 : 1;
        ways = 1;
        for (var day : calendar.days()) {
            ways = Math.max(ways, day.isPair() ? ALL_DAY + 1 : day.size() + 1);
        }
        states = (most + 1) * runs * ways;
        int layers = calendar.days().size() + 1;
        if (least.length < layers * states) {
            least = new long[layers * states];
            before = new int[layers * states];
        }
        Arrays.fill(least, 0, layers * states, TeamStaffing.BARRED);
        least[0] = 0;
        if (further.length <= most) {
            further = new long[most + 1];
        }
        for (int count = 1; count <= most; count++) {
            further[count] = Math.multiplyExact(costs.furtherCost(cadre, count), scale);
        }
        if (gain.length < ways) {
            gain = new long[ways];
            order = new int[ways];
        }
        requireRoom();
    }

    private void requireRoom() {
        long runWeight =
                calendar.runWeight() >= TeamStaffing.BARRED ? 0 : Math.multiplyExact(calendar.runWeight(), scale);
        long sum = 0;
        for (var day : calendar.days()) {
            int slot = prices.slot(cadre, day.first());
            long dearest = Math.addExact(priceOfAbsence(day), Math.abs(prices.ofDay(slot)));
            for (int group = 0; group < day.size(); group++) {
                dearest = Math.addExact(dearest, Math.abs(prices.ofGroup(slot + group)));
            }
            sum = Math.addExact(sum, Math.addExact(dearest, runWeight));
        }
        for (int count = 1; count <= most; count++) {
            sum = Math.addExact(sum, Math.abs(further[count]));
        }
        TeamStaffing.requireRoom(sum);
    }

    private void addDay(int place) {
        var day = calendar.days().get(place);
        int dayWays = weighWays(day);
        var dayBefore = place == 0 ? null : calendar.days().get(place - 1);
        for (int state = 0; state < states; state++) {
            if (least[place * states + state] >= TeamStaffing.BARRED) {
                continue;
            }
            int count = state / (runs * ways);
            int run = day.followsDayBefore() ? state / ways % runs : 0;
            for (int way = 0; way < dayWays; way++) {
                int duties = duties(day, way);
                if (count + duties > most
                        || (dayBefore != null && way > 0 && isTooClose(dayBefore, state % ways, day, way))) {
                    continue;
                }
                long costOfRun = costOfRun(run, way);
                if (costOfRun >= TeamStaffing.BARRED) {
                    continue;
                }
                long cost = gain[way] + costOfRun;
                for (int next = count + 1; next <= count + duties; next++) {
                    cost += further[next];
                }
                int nextRun = way == 0 ? 0 : Math.min(run + 1, runs - 1);
                int to = (place + 1) * states + ((count + duties) * runs + nextRun) * ways + way;
                long sum = least[place * states + state] + cost;
                if (sum < least[to]) {
                    least[to] = sum;
                    before[to] = state;
                }
            }
        }
    }

    private long costOfRun(int run, int way) {
        if (way == 0 || runs == 1 || run < calendar.longestRun()) {
            return 0;
        }
        return calendar.runWeight() >= TeamStaffing.BARRED ? TeamStaffing.BARRED : calendar.runWeight() * scale;
    }

    /** Fills what each way of a day costs, what it sells for taken off; returns how many ways there are. */
    private int weighWays(Calendar.Day day) {
        int slot = prices.slot(cadre, day.first());
        long absence = priceOfAbsence(day);
        gain[0] = 0;
        if (day.isPair()) {
            gain[1] = absence - prices.ofGroup(slot);
            gain[2] = absence - prices.ofGroup(slot + 1);
            gain[ALL_DAY] = absence - prices.ofDay(slot) + longDay(day, 2);
            return ALL_DAY + 1;
        }
        long sum = absence;
        sortGroups(day, slot);
        for (int count = 1; count <= day.size(); count++) {
            sum -= prices.ofGroup(slot + order[count - 1]);
            gain[count] = sum + longDay(day, count);
        }
        return day.size() + 1;
    }

    /** The least that the unit asks where the duty can be on one of several dates. */
    private long priceOfAbsence(Calendar.Day day) {
        if (index.ceiling(index.unitOf(cadre)) == Integer.MAX_VALUE) {
            return 0;
        }
        return priceOfAbsence(day.cheapestDate(this::priceOfAbsence));
    }

    private long priceOfAbsence(int date) {
        return standing.servesOn(cadre, date) ? 0 : prices.ofAbsence(index.unitOf(cadre), date);
    }

    private long longDay(Calendar.Day day, int duties) {
        return costs.longDay(cadre, day.number(), duties) * scale;
    }

    /** The dearest first. */
    private void sortGroups(Calendar.Day day, int slot) {
        for (int group = 0; group < day.size(); group++) {
            int place = group;
            while (place > 0 && prices.ofGroup(slot + order[place - 1]) < prices.ofGroup(slot + group)) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = group;
        }
    }

    private static int duties(Calendar.Day day, int way) {
        return day.isPair() ? (way == ALL_DAY ? 2 : Math.min(way, 1)) : way;
    }

    private static boolean isTooClose(Calendar.Day dayBefore, int wayBefore, Calendar.Day day, int way) {
        int last = lastGroup(dayBefore, wayBefore);
        int first = firstGroup(day, way);
        return last != NONE && first != NONE && day.tooClose().get(last).get(first);
    }

    /** Where it is not known which group is the last, none is. */
    private static int lastGroup(Calendar.Day day, int way) {
        if (day.isPair()) {
            return way == ALL_DAY ? 1 : way - 1;
        }
        return day.size() == 1 ? way - 1 : NONE;
    }

    private static int firstGroup(Calendar.Day day, int way) {
        return day.isPair() && way == ALL_DAY ? 0 : lastGroup(day, way);
    }

    private void trace(int best, byte[] serves, byte[] servesAllDay) {
        int state = best;
        for (int place = calendar.days().size() - 1; place >= 0; place--) {
            mark(calendar.days().get(place), state % ways, serves, servesAllDay);
            state = before[(place + 1) * states + state];
        }
    }

    private void mark(Calendar.Day day, int way, byte[] serves, byte[] servesAllDay) {
        int slot = prices.slot(cadre, day.first());
        if (day.isPair() && way == ALL_DAY) {
            servesAllDay[slot] = 1;
        } else if (day.isPair() && way > 0) {
            serves[slot + way - 1] = 1;
        } else if (way > 0) {
            sortGroups(day, slot);
            for (int place = 0; place < way; place++) {
                serves[slot + order[place]] = 1;
            }
        }
    }
}
