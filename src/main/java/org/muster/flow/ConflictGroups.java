package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * Windows of which a cadre with certain duty rules can take one at most, wherever they are: they overlap, or leave too
 * little rest and cannot be in one service, or are too long for one day together. Each window is in one group; that
 * some windows of different groups conflict too is left out.
 */
public final class ConflictGroups {
    private final int[] groupOf;
    private final int count;
    private final boolean crossesSites;
    private final int[] dayOfGroup;
    private final List<BitSet> daysOfGroup;
    private final Map<Integer, long[]> longDays;

    private ConflictGroups(
            int[] groupOf, List<BitSet> daysOfGroup, boolean crossesSites, Map<Integer, long[]> longDays) {
        this.groupOf = groupOf;
        this.daysOfGroup = List.copyOf(daysOfGroup);
        dayOfGroup = daysOfGroup.stream().mapToInt(days -> days.nextSetBit(0)).toArray();
        this.longDays = longDays;
        count = dayOfGroup.length;
        this.crossesSites = crossesSites;
    }

    /**
     * Groups the windows of a scope.
     *
     * @param scope the windows to be grouped, by number
     * @param days whether windows of a day are taken to conflict in any case
     */
    public static ConflictGroups of(ProblemIndex index, DutyRules rules, BitSet scope, DutyCosts.Days days) {
        var byStart = scope.stream()
                .boxed()
                .sorted(Comparator.comparingLong((Integer window) -> index.start(window))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        var groupOf = new int[index.windows()];
        Arrays.fill(groupOf, ProblemIndex.NONE);
        var groups = new ArrayList<List<Integer>>();
        for (int window : byStart) {
            int group = lastOfDay(index, groups, window, atMostOneDuty(rules));
            while (group >= 0
                    && !groups.get(group).stream()
                            .allMatch(member -> conflictEverywhere(index, rules, days, window, member))) {
                group = index.day(groups.get(group).getLast()) == index.day(window)
                                && group > 0
                                && index.day(groups.get(group - 1).getLast()) == index.day(window)
                        ? group - 1
                        : ProblemIndex.NONE;
            }
            if (group < 0) {
                group = groups.size();
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(window);
            groupOf[window] = group;
        }
        boolean crosses = false;
        for (int place = 0; place < byStart.size(); place++) {
            for (int later = place + 1; later < byStart.size(); later++) {
                int first = byStart.get(place);
                int second = byStart.get(later);
                if (index.day(first) == index.day(second) && !conflictEverywhere(index, rules, days, first, second)) {
                    crosses |= index.gap(first, second) >= rules.minRest();
                }
            }
        }
        var daysOfGroup = groups.stream()
                .map(members -> members.stream().mapToInt(index::day).collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
        return new ConflictGroups(groupOf, daysOfGroup, crosses, longDays(index, rules, groups));
    }

    private static Map<Integer, long[]> longDays(ProblemIndex index, DutyRules rules, List<List<Integer>> groups) {
        var byDay = new HashMap<Integer, List<List<Integer>>>();
        for (var group : groups) {
            byDay.computeIfAbsent(index.day(group.getFirst()), _ -> new ArrayList<>())
                    .add(group);
        }
        var least = new HashMap<Integer, long[]>();
        byDay.forEach((day, ofDay) -> least.put(day, LongDays.least(index, rules, ofDay)));
        return least;
    }

    /**
     * How much so many duties on a day count for long days at least, beyond what each would count by itself.
     *
     * @param count from 0 to the number of groups of the day
     */
    public long longDay(int day, int count) {
        var least = longDays.get(day);
        return least == null ? 0 : least[count];
    }

    /** How many groups a day has: duties there at most. */
    public int groupsOn(int day) {
        var least = longDays.get(day);
        return least == null ? 0 : least.length - 1;
    }

    /** Whether all windows of a day are in one group, on every day. */
    boolean hasOneDutyADay() {
        return Arrays.stream(dayOfGroup).distinct().count() == count;
    }

    /** How many duties at most a cadre can have in the scope. */
    public int count() {
        return count;
    }

    /** The day of a group's windows; of its first one where a cadre can have a single duty only. */
    public int dayOf(int group) {
        return dayOfGroup[group];
    }

    /** The days on which a group has windows: several where a cadre can have a single duty only. Not to be changed. */
    public BitSet daysOf(int group) {
        return daysOfGroup.get(group);
    }

    /** The group of a window, from 0; {@link ProblemIndex#NONE} when it is out of scope. */
    public int of(int window) {
        return groupOf[window];
    }

    /** Whether duties of a day at different sites can go together; if not, only those of one service do. */
    public boolean crossesSites() {
        return crossesSites;
    }

    private static boolean conflictEverywhere(
            ProblemIndex index, DutyRules rules, DutyCosts.Days days, int window, int other) {
        return atMostOneDuty(rules)
                || (days == DutyCosts.Days.ONE_DUTY && index.day(window) == index.day(other))
                || !index.serviceWindows().canServeBoth(rules, window, other);
    }

    private static int lastOfDay(ProblemIndex index, List<List<Integer>> groups, int window, boolean anyDay) {
        boolean joins =
                !groups.isEmpty() && (anyDay || index.day(groups.getLast().getLast()) == index.day(window));
        return joins ? groups.size() - 1 : ProblemIndex.NONE;
    }

    private static boolean atMostOneDuty(DutyRules rules) {
        var most = rules.limits().get(DutyRule.MAX_DUTIES);
        return most != null && most.isRequired() && most.count() <= 1;
    }
}
