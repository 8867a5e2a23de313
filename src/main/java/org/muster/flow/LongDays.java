package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.problem.index.DutyTimes;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRules;

/**
 * How much several duties of one cadre on a day count for {@link org.muster.problem.rules.Rule#LONG_DAY} beyond what each
 * would count by itself: as little as any choice that keeps the rules about rest and days. 0 or more, since whole hours
 * beyond eight, squared, of a sum are never less than the sum of those of its parts.
 */
final class LongDays {
    /** How many choices are looked at; 0 is right too. */
    private static final int MOST_CHOICES = 20_000;

    private final ProblemIndex index;
    private final DutyRules rules;
    private final List<List<Integer>> groups;
    private final List<Integer> chosen = new ArrayList<>();
    private final long[] least;
    private int choices;

    private LongDays(ProblemIndex index, DutyRules rules, List<List<Integer>> groups) {
        this.index = index;
        this.rules = rules;
        this.groups = groups;
        least = new long[groups.size() + 1];
        Arrays.fill(least, Long.MAX_VALUE);
    }

    /**
     * The least for each number of duties, from none to one of each group.
     *
     * @param groups windows of one day; of each group at most one
     */
    static long[] least(ProblemIndex index, DutyRules rules, List<List<Integer>> groups) {
        if (groups.size() < 2) {
            return new long[groups.size() + 1];
        }
        var days = new LongDays(index, rules, groups);
        days.choose(0, 0, 0);
        if (days.choices > MOST_CHOICES) {
            return new long[groups.size() + 1];
        }
        for (int count = 1; count < days.least.length; count++) {
            days.least[count] = days.least[count] == Long.MAX_VALUE ? days.least[count - 1] : days.least[count];
        }
        return days.least;
    }

    private void choose(int group, long minutes, long alone) {
        if (++choices > MOST_CHOICES) {
            return;
        }
        least[chosen.size()] = Math.min(least[chosen.size()], DutyTimes.longDay(minutes) - alone);
        for (int next = group; next < groups.size(); next++) {
            for (int window : groups.get(next)) {
                if (chosen.stream().allMatch(other -> index.serviceWindows().canServeBoth(rules, window, other))) {
                    chosen.add(window);
                    int more = index.minutes(window);
                    choose(next + 1, minutes + more, alone + DutyTimes.longDay(more));
                    chosen.removeLast();
                }
            }
        }
    }
}
