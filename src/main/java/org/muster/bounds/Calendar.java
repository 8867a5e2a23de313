package org.muster.bounds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.muster.flow.ConflictGroups;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/** The days of cadres with the same duty rules: which windows exclude each other, and what working on costs. */
final class Calendar {
    private final ConflictGroups groups;
    private final List<Day> days;
    private final int longestRun;
    private final long runWeight;

    /**
     * Groups of windows on a day of which a cadre can take one each.
     *
     * @param number of the day, see {@link ProblemIndex#day}; the first where a cadre can have a single duty only
     * @param dates the numbers of all days that the groups have windows on: more than one where a cadre can have a single
     *     duty only, which may be on any of them
     * @param first the first group
     * @param size how many groups
     * @param isPair whether it has two groups, and both can be served at one site only
     * @param followsDayBefore whether the day before is in the calendar too
     * @param tooClose for each group of the day before and each of this day whether they never go together
     */
    record Day(
            int number,
            BitSet dates,
            int first,
            int size,
            boolean isPair,
            boolean followsDayBefore,
            List<BitSet> tooClose) {

        /** Of the dates the first for which a price is lowest. */
        int cheapestDate(IntToLongFunction price) {
            int cheapest = number;
            for (int date = dates.nextSetBit(number + 1); date >= 0; date = dates.nextSetBit(date + 1)) {
                if (price.applyAsLong(date) < price.applyAsLong(cheapest)) {
                    cheapest = date;
                }
            }
            return cheapest;
        }
    }

    Calendar(ProblemIndex index, DutyRules rules, ConflictGroups groups) {
        this.groups = groups;
        days = days(index, rules);
        var limit = rules.limits().get(DutyRule.MAX_CONSECUTIVE_DAYS);
        longestRun = limit == null || days.size() <= limit.count() ? Integer.MAX_VALUE : limit.count();
        runWeight = limit == null ? 0 : weightOf(limit, index);
    }

    private static long weightOf(DutyLimit limit, ProblemIndex index) {
        return limit.weight() == null
                ? TeamStaffing.BARRED
                : (long) limit.weight() * index.weight(Rule.PREFERRED_DUTY_RULES);
    }

    ConflictGroups groups() {
        return groups;
    }

    List<Day> days() {
        return days;
    }

    /** The day of a group of windows. */
    Day dayOf(int group) {
        for (var day : days) {
            if (group < day.first() + day.size()) {
                return day;
            }
        }
        throw new IllegalArgumentException("There is no group %d among %d days.".formatted(group, days.size()));
    }

    /** The longest run of worked days that costs nothing. */
    int longestRun() {
        return longestRun;
    }

    /** Points of each further day; {@link TeamStaffing#BARRED} where a rule forbids it. */
    long runWeight() {
        return runWeight;
    }

    private List<Day> days(ProblemIndex index, DutyRules rules) {
        var found = new ArrayList<Day>();
        for (int first = 0; first < groups.count(); ) {
            int end = first + 1;
            while (end < groups.count() && groups.dayOf(end) == groups.dayOf(first)) {
                end++;
            }
            var before = found.isEmpty() ? null : found.getLast();
            boolean follows = before != null && before.number() + 1 == groups.dayOf(first);
            var close = new ArrayList<BitSet>();
            for (int group = before == null ? first : before.first(); group < first; group++) {
                close.add(tooClose(index, rules, group, first, end));
            }
            boolean isPair = end - first == 2 && !groups.crossesSites();
            found.add(new Day(groups.dayOf(first), groups.daysOf(first), first, end - first, isPair, follows, close));
            first = end;
        }
        return List.copyOf(found);
    }

    private BitSet tooClose(ProblemIndex index, DutyRules rules, int group, int first, int end) {
        var close = new BitSet();
        for (int next = first; next < end; next++) {
            if (neverGoTogether(index, rules, group, next)) {
                close.set(next - first);
            }
        }
        return close;
    }

    private boolean neverGoTogether(ProblemIndex index, DutyRules rules, int group, int next) {
        for (int window = 0; window < index.windows(); window++) {
            for (int other = 0; other < index.windows(); other++) {
                if (groups.of(window) == group
                        && groups.of(other) == next
                        && index.serviceWindows().canServeBoth(rules, window, other)) {
                    return false;
                }
            }
        }
        return true;
    }
}
