package org.muster.problem.index;

import java.time.DayOfWeek;
import org.muster.problem.Horizon;
import org.muster.problem.index.DutyRuleLimits.Limit;

/**
 * Counts how far the duties of a cadre go beyond duty rules. All code that works on numbers uses this class; constraint
 * streams and referee implement the same rules independently. The limit on travel looks at single duties and is counted
 * with them, not here.
 *
 * <p>Of duties only the windows count. They come in the order in which they are served, see {@link DutyOrder}. One
 * object serves one thread; it keeps its arrays.
 */
public final class DutyRuleExcess {
    private final WindowTable windows;
    private final int days;
    private final int firstDayOfWeek;
    /** Whether a day is worked; marks are taken away again after each count. */
    private final boolean[] worked;

    private long required;
    private long mendable;
    private long asked;
    private long preferred;

    /** Counts duties in the windows of a problem. */
    public DutyRuleExcess(ProblemIndex index) {
        this(index.problem().horizon(), index.windowTable());
    }

    DutyRuleExcess(Horizon horizon, WindowTable windows) {
        this.windows = windows;
        days = horizon.days();
        firstDayOfWeek = horizon.from().getDayOfWeek().getValue();
        worked = new boolean[days];
    }

    /** Excess over the required limits, after {@link #count}. */
    public long required() {
        return required;
    }

    /** The part of {@link #required} that more duties could mend. */
    public long mendable() {
        return mendable;
    }

    /** The part of the excess over the required limits that no empty seat mends, after {@link #count}. */
    public long asked() {
        return asked;
    }

    /** Excess over the preferred limits, each times its own weight, after {@link #count}. */
    public long preferred() {
        return preferred;
    }

    /**
     * Counts the duties of a cadre.
     *
     * @param duties the window of each, in order
     * @param count how many of them
     */
    public void count(DutyRuleLimits limits, int[] duties, int count) {
        required = 0;
        mendable = 0;
        asked = 0;
        preferred = 0;
        if (limits.lookAtDays) {
            mark(duties, count, true);
        }
        for (var limit : limits.all) {
            long excess = excess(limit, duties, count);
            if (limit.isRequired) {
                required += excess;
                mendable += limit.isMendable ? excess : 0;
                asked += limit.asksForDuties ? excess : 0;
            } else {
                preferred += limit.weight * excess;
            }
        }
        if (limits.lookAtDays) {
            mark(duties, count, false);
        }
    }

    /** Whether a single duty in a window exceeds a required limit that no further duties mend. */
    boolean forbids(DutyRuleLimits limits, int window) {
        count(limits, new int[] {window}, 1);
        return required > mendable;
    }

    /** Whether duties exceed every required limit by no more than other duties do. */
    public boolean isNoWorse(DutyRuleLimits limits, int[] duties, int[] than) {
        long[] before = excesses(limits, than);
        long[] after = excesses(limits, duties);
        for (int place = 0; place < after.length; place++) {
            if (limits.all[place].isRequired && after[place] > before[place]) {
                return false;
            }
        }
        return true;
    }

    private long[] excesses(DutyRuleLimits limits, int[] duties) {
        var excesses = new long[limits.all.length];
        mark(duties, duties.length, true);
        for (int place = 0; place < excesses.length; place++) {
            excesses[place] = excess(limits.all[place], duties, duties.length);
        }
        mark(duties, duties.length, false);
        return excesses;
    }

    private long excess(Limit limit, int[] duties, int count) {
        return switch (limit.rule) {
            case MIN_DUTIES -> Math.max(0, limit.count - count);
            case MAX_DUTIES -> Math.max(0, count - limit.count);
            case MIN_MINUTES -> hours(limit.count - minutes(duties, count));
            case MAX_MINUTES -> hours(minutes(duties, count) - limit.count);
            case MAX_CONSECUTIVE_DAYS -> daysBeyond(true, limit.count);
            case MIN_CONSECUTIVE_DAYS -> daysShort(true, limit.count);
            case MAX_CONSECUTIVE_DAYS_OFF -> daysBeyond(false, limit.count);
            case MIN_CONSECUTIVE_DAYS_OFF -> daysShort(false, limit.count);
            case MAX_WEEKENDS -> Math.max(0, weekends() - limit.count);
            case MAX_PER_KIND -> beyondPerKind(limit, duties, count);
            case FORBIDDEN_SUCCESSIONS -> successions(limit, duties, count);
            case MAX_TRAVEL -> throw new IllegalStateException("Travel is counted with the single duty.");
        };
    }

    private static long hours(long minutes) {
        return Math.ceilDiv(Math.max(0, minutes), 60L);
    }

    private long minutes(int[] duties, int count) {
        long minutes = 0;
        for (int place = 0; place < count; place++) {
            minutes += windows.minutes[duties[place]];
        }
        return minutes;
    }

    private void mark(int[] duties, int count, boolean mark) {
        for (int place = 0; place < count; place++) {
            worked[day(duties[place])] = mark;
        }
    }

    private int day(int window) {
        return windows.day[window];
    }

    /** Over all unbroken runs of days of one sort: days beyond the limit. */
    private long daysBeyond(boolean sort, int limit) {
        long beyond = 0;
        int run = 0;
        for (int day = 0; day < days; day++) {
            run = worked[day] == sort ? run + 1 : 0;
            beyond += run > limit ? 1 : 0;
        }
        return beyond;
    }

    /** Over the unbroken runs of days of one sort that touch neither end of the horizon: days short of the limit. */
    private long daysShort(boolean sort, int limit) {
        long missing = 0;
        int run = 0;
        boolean touchesStart = true;
        for (int day = 0; day < days; day++) {
            if (worked[day] == sort) {
                run++;
            } else {
                if (run > 0 && !touchesStart) {
                    missing += Math.max(0, limit - run);
                }
                touchesStart = false;
                run = 0;
            }
        }
        return missing;
    }

    /** Weekends with a worked day. Saturday and the Sunday after it are one. */
    private long weekends() {
        long weekends = 0;
        int saturday = Math.floorMod(DayOfWeek.SATURDAY.getValue() - firstDayOfWeek, 7);
        if (saturday == 6 && worked[0]) {
            weekends++;
        }
        for (int day = saturday; day < days; day += 7) {
            if (worked[day] || (day + 1 < days && worked[day + 1])) {
                weekends++;
            }
        }
        return weekends;
    }

    private long beyondPerKind(Limit limit, int[] duties, int count) {
        long beyond = 0;
        for (int place = 0; place < limit.kinds.length; place++) {
            int kind = limit.kinds[place];
            int served = 0;
            for (int duty = 0; duty < count; duty++) {
                served += kind(duties[duty]) == kind ? 1 : 0;
            }
            beyond += Math.max(0, served - limit.perKind[place]);
        }
        return beyond;
    }

    private long successions(Limit limit, int[] duties, int count) {
        long successions = 0;
        for (int first = 0; first < count; first++) {
            int day = day(duties[first]);
            for (int next = first + 1; next < count && day(duties[next]) <= day + 1; next++) {
                if (day(duties[next]) == day + 1) {
                    successions += forbidden(limit, kind(duties[first]), kind(duties[next]));
                }
            }
        }
        return successions;
    }

    /** How often the limit names the pair. */
    private static int forbidden(Limit limit, int first, int next) {
        int times = 0;
        for (int place = 0; place < limit.kinds.length; place += 2) {
            times += limit.kinds[place] == first && limit.kinds[place + 1] == next ? 1 : 0;
        }
        return times;
    }

    private int kind(int window) {
        return windows.kind[window];
    }
}
