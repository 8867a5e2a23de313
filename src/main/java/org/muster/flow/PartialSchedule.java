package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.muster.problem.index.DutyRuleExcess;
import org.muster.problem.index.DutyTimes;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** A schedule in the making, which knows whether one more duty would break a rule. */
public final class PartialSchedule {
    private static final int[] NOTHING = {};

    private final ProblemIndex index;
    private final DutyRuleExcess dutyRules;
    private final int[][] duties;
    private final BitSet[] pinnedCadres;
    private final int[] heads;
    private final int[] addedHours;
    private final int[][] away;

    private PartialSchedule(ProblemIndex index) {
        this.index = index;
        dutyRules = new DutyRuleExcess(index);
        duties = new int[index.cadres()][];
        Arrays.fill(duties, NOTHING);
        pinnedCadres = new BitSet[index.demands()];
        heads = new int[index.demands()];
        addedHours = new int[index.cadres()];
        away = new int[index.days()][index.units()];
    }

    /** Only what is pinned stands. */
    public static PartialSchedule ofPins(ProblemIndex index) {
        var partialSchedule = new PartialSchedule(index);
        for (var standing : index.problem().assignments()) {
            if (standing.pinned()) {
                int demand = index.findDemand(standing.demand()).orElseThrow();
                int cadre = index.findCadre(standing.cadre()).orElseThrow();
                if (!partialSchedule.isPinned(cadre, demand)) {
                    partialSchedule.add(cadre, demand);
                    partialSchedule.pinsOf(demand).set(cadre);
                }
            }
        }
        return partialSchedule;
    }

    /** What is pinned stands, and everything of a schedule. */
    public static PartialSchedule of(ProblemIndex index, Schedule schedule) {
        var partialSchedule = ofPins(index);
        for (var assignment : schedule.assignments()) {
            int demand = index.findDemand(assignment.demand()).orElseThrow();
            int cadre = index.findCadre(assignment.cadre()).orElseThrow();
            if (!partialSchedule.isPinned(cadre, demand)) {
                partialSchedule.add(cadre, demand);
            }
        }
        return partialSchedule;
    }

    /**
     * Lets everybody carry the hours that another draft has on other days, without the duties. Who does not serve on the
     * day carries one duty less: a day more or less is then worth the same to all.
     */
    PartialSchedule withLoadsOf(PartialSchedule other, int day) {
        for (int cadre = 0; cadre < duties.length; cadre++) {
            int least = Integer.MAX_VALUE;
            for (int demand : other.duties(cadre)) {
                int hours = index.hoursOf(index.windowOf(demand));
                boolean isOther = index.day(index.windowOf(demand)) != day && !isPinned(cadre, demand);
                addedHours[cadre] += isOther ? hours : 0;
                least = isOther ? Math.min(least, hours) : least;
            }
            if (least < Integer.MAX_VALUE && !other.servesOn(cadre, day)) {
                addedHours[cadre] -= least;
            }
        }
        return this;
    }

    public int heads(int demand) {
        return heads[demand];
    }

    /** The demands on which a cadre serves, in the order in which they were added. Not to be changed. */
    public int[] duties(int cadre) {
        return duties[cadre];
    }

    /** The cadre's whole hours, those before the plan included. */
    public int load(int cadre) {
        return index.baseHours(cadre) + addedHours[cadre];
    }

    public boolean isPinned(int cadre, int demand) {
        return pinnedCadres[demand] != null && pinnedCadres[demand].get(cadre);
    }

    /** How many more cadres of the unit may be away on a day. */
    public int roomInUnit(int unit, int day) {
        return index.ceiling(unit) - away[day][unit];
    }

    /** Whether the cadre has a duty that starts on the day. */
    public boolean servesOn(int cadre, int day) {
        for (int duty : duties[cadre]) {
            if (index.day(index.windowOf(duty)) == day) {
                return true;
            }
        }
        return false;
    }

    /** Duty minutes of the cadre on a day. */
    int minutesOn(int cadre, int day) {
        int minutes = 0;
        for (int duty : duties[cadre]) {
            int window = index.windowOf(duty);
            minutes += index.day(window) == day ? index.minutes(window) : 0;
        }
        return minutes;
    }

    /** What the cadre's duties count for long days. */
    public long longDays(int cadre) {
        return Arrays.stream(duties[cadre])
                .map(duty -> index.day(index.windowOf(duty)))
                .distinct()
                .mapToLong(day -> DutyTimes.longDay(minutesOn(cadre, day)))
                .sum();
    }

    /** What further minutes on a day would add to {@link #longDays}. */
    long longDayGrowth(int cadre, int day, int minutes) {
        int before = minutesOn(cadre, day);
        return DutyTimes.longDay(before + minutes) - DutyTimes.longDay(before);
    }

    /**
     * Whether a duty can never stand beside the cadre's others, whatever duties join them: one of them overlaps it, or is
     * too close, or makes a day too long. Where it is not ruled out it can still {@link #clashes clash}.
     */
    public boolean isRuledOut(int cadre, int demand) {
        if (duties[cadre].length == 0) {
            return false;
        }
        int window = index.windowOf(demand);
        var rules = index.rulesOf(cadre);
        int minutes = index.minutes(window);
        for (int duty : duties[cadre]) {
            if (mustChoose(cadre, duty, demand)) {
                return true;
            }
            int other = index.windowOf(duty);
            if (index.day(other) == index.day(window)) {
                minutes += index.minutes(other);
            }
        }
        return rules.maxMinutesPerDay() != null && minutes > rules.maxMinutesPerDay();
    }

    /** Whether a duty would break the rules about rest and days any more than the cadre's others do. */
    public boolean clashes(int cadre, int demand) {
        if (duties[cadre].length == 0) {
            return false;
        }
        if (isRuledOut(cadre, demand)) {
            return true;
        }
        int standing = duties[cadre].length;
        var more = Arrays.copyOf(duties[cadre], standing + 1);
        more[standing] = demand;
        return brokenTimes(cadre, more) > brokenTimes(cadre, duties[cadre]);
    }

    /** Whether a cadre could not do both: they overlap, or are too close to each other, or too long for a day. */
    boolean mustChoose(int cadre, int demand, int other) {
        return !index.serviceWindows()
                .canServeBoth(
                        index.rulesOf(cadre),
                        index.windowOf(demand),
                        index.siteOf(demand),
                        index.windowOf(other),
                        index.siteOf(other));
    }

    private long brokenTimes(int cadre, int[] demands) {
        var inTime = demands.clone();
        sortInTime(inTime);
        var times = new DutyTimes();
        times.begin(index.rulesOf(cadre));
        for (int demand : inTime) {
            int window = index.windowOf(demand);
            times.add(index.start(window), index.end(window), index.siteOf(demand), index.day(window));
        }
        return times.missingRest() + times.minutesAboveLimit();
    }

    private int[] windowsInTime(int[] demands) {
        var inTime = demands.clone();
        sortInTime(inTime);
        return Arrays.stream(inTime).map(index::windowOf).toArray();
    }

    private void sortInTime(int[] demands) {
        var order = index.dutyOrder();
        for (int count = 1; count < demands.length; count++) {
            int demand = demands[count];
            int place = count;
            while (place > 0 && order.rank(demand) < order.rank(demands[place - 1])) {
                demands[place] = demands[place - 1];
                place--;
            }
            demands[place] = demand;
        }
    }

    /** Whether a duty can be added without breaking any rule, or breaking a duty rule any more than it is. */
    public boolean fits(int cadre, int demand) {
        return heads[demand] < index.demand(demand).max() && index.mayServe(cadre, demand) && isFree(cadre, demand);
    }

    /** Whether neither other duties of the cadre nor those of the cadre's unit stand against a duty. */
    boolean isFree(int cadre, int demand) {
        int day = index.day(index.windowOf(demand));
        return !clashes(cadre, demand)
                && (roomInUnit(index.unitOf(cadre), day) > 0 || servesOn(cadre, day))
                && keepsDutyRules(cadre, demand);
    }

    void add(int cadre, int demand) {
        int window = index.windowOf(demand);
        if (!servesOn(cadre, index.day(window))) {
            away[index.day(window)][index.unitOf(cadre)]++;
        }
        duties[cadre] = Arrays.copyOf(duties[cadre], duties[cadre].length + 1);
        duties[cadre][duties[cadre].length - 1] = demand;
        addedHours[cadre] += index.hoursOf(window);
        heads[demand]++;
    }

    /** The duties of all cadres as they are now; later changes do not show. */
    int[][] allDuties() {
        return duties.clone();
    }

    /**
     * Takes the duties in some windows back, but for some. Others of a cadre go too where they keep the rules only
     * together with those that are taken back.
     *
     * @param kept by cadre, the demands to stay on
     * @return what was taken back, pairs of cadre and demand
     */
    List<int[]> leave(BitSet windows, int[][] kept) {
        var left = new ArrayList<int[]>();
        for (int cadre = 0; cadre < duties.length; cadre++) {
            leave(cadre, windows, kept[cadre], left);
            if (brokenTimes(cadre, duties[cadre]) > brokenTimes(cadre, kept[cadre])) {
                leave(cadre, allWindows(), kept[cadre], left);
            }
        }
        return left;
    }

    private void leave(int cadre, BitSet windows, int[] kept, List<int[]> left) {
        for (int demand : duties[cadre]) {
            if (windows.get(index.windowOf(demand)) && Arrays.stream(kept).noneMatch(stays -> stays == demand)) {
                remove(cadre, demand);
                left.add(new int[] {cadre, demand});
            }
        }
    }

    private BitSet allWindows() {
        var all = new BitSet();
        all.set(0, index.windows());
        return all;
    }

    void remove(int cadre, int demand) {
        int place = 0;
        while (duties[cadre][place] != demand) {
            place++;
        }
        var rest = Arrays.copyOf(duties[cadre], duties[cadre].length - 1);
        System.arraycopy(duties[cadre], place + 1, rest, place, rest.length - place);
        duties[cadre] = rest;
        int window = index.windowOf(demand);
        if (!servesOn(cadre, index.day(window))) {
            away[index.day(window)][index.unitOf(cadre)]--;
        }
        addedHours[cadre] -= index.hoursOf(window);
        heads[demand]--;
    }

    /** By how much the cadre's duties break required duty rules, and the rules about rest and days. */
    long excess(int cadre) {
        long excess = duties[cadre].length > 1 ? brokenTimes(cadre, duties[cadre]) : 0;
        var limits = index.limitsOf(cadre);
        if (!limits.haveRequired()) {
            return excess;
        }
        dutyRules.count(limits, windowsInTime(duties[cadre]), duties[cadre].length);
        return excess + dutyRules.required();
    }

    Schedule toSchedule() {
        var assignments = new ArrayList<Assignment>();
        for (int cadre = 0; cadre < duties.length; cadre++) {
            for (int demand : duties[cadre]) {
                assignments.add(new Assignment(
                        index.demand(demand).id(), index.cadre(cadre).id(), isPinned(cadre, demand)));
            }
        }
        return new Schedule(assignments);
    }

    private boolean keepsDutyRules(int cadre, int demand) {
        var limits = index.limitsOf(cadre);
        if (!limits.haveRequired()) {
            return true;
        }
        var more = Arrays.copyOf(duties[cadre], duties[cadre].length + 1);
        more[more.length - 1] = demand;
        return dutyRules.isNoWorse(limits, windowsInTime(more), windowsInTime(duties[cadre]));
    }

    private BitSet pinsOf(int demand) {
        if (pinnedCadres[demand] == null) {
            pinnedCadres[demand] = new BitSet();
        }
        return pinnedCadres[demand];
    }
}
