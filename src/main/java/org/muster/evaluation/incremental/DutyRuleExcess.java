package org.muster.evaluation.incremental;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * How far the duties of a cadre go beyond duty rules. The limit on travel looks at single duties and is counted with
 * them, not here.
 */
final class DutyRuleExcess {
    private static final int NO_KIND = -1;

    private final ProblemIndex index;
    private final int days;
    private final int[] kindOfWindow;
    private final int firstDayOfWeek;
    private final Map<String, Integer> kinds = new HashMap<>();
    /** Whether a day is worked; marks are taken away again after each count. */
    private final boolean[] worked;

    private long required;
    private long mendable;
    private long asked;
    private long preferred;

    DutyRuleExcess(ProblemIndex index) {
        this.index = index;
        days = index.days();
        worked = new boolean[days];
        firstDayOfWeek = index.problem().horizon().from().getDayOfWeek().getValue();
        kindOfWindow = new int[index.windows()];
        for (int window = 0; window < kindOfWindow.length; window++) {
            kindOfWindow[window] =
                    numberOf(index.problem().windows().get(window).kind());
        }
    }

    /** A limit ready to be counted: its kinds are numbers. */
    private static final class Limit {
        private final DutyRule rule;
        private final int count;
        private final int[] kinds;
        private final int[] perKind;
        private final boolean isRequired;
        private final boolean isMendable;
        private final boolean asksForDuties;
        private final long weight;

        Limit(DutyRule rule, DutyLimit limit, int[] kinds, int[] perKind) {
            this.rule = rule;
            this.kinds = kinds;
            this.perKind = perKind;
            count = limit.count();
            isRequired = limit.isRequired();
            isMendable = rule.canBeMendedByMoreDuties();
            asksForDuties = rule.asksForDuties();
            weight = limit.weight() == null ? 0 : limit.weight();
        }
    }

    /** The limits of one set of duty rules that look at more than a single duty. */
    static final class Limits {
        private final Limit[] all;
        private final boolean lookAtDays;

        private Limits(Limit[] all) {
            this.all = all;
            lookAtDays = Arrays.stream(all).anyMatch(limit -> switch (limit.rule) {
                case MAX_CONSECUTIVE_DAYS,
                        MIN_CONSECUTIVE_DAYS,
                        MAX_CONSECUTIVE_DAYS_OFF,
                        MIN_CONSECUTIVE_DAYS_OFF,
                        MAX_WEEKENDS -> true;
                case MIN_DUTIES,
                        MAX_DUTIES,
                        MIN_MINUTES,
                        MAX_MINUTES,
                        MAX_PER_KIND,
                        FORBIDDEN_SUCCESSIONS,
                        MAX_TRAVEL -> false;
            });
        }

        boolean isEmpty() {
            return all.length == 0;
        }
    }

    Limits limitsOf(DutyRules rules) {
        return new Limits(rules.limits().entrySet().stream()
                .filter(entry -> entry.getKey() != DutyRule.MAX_TRAVEL)
                .map(entry -> limitOf(entry.getKey(), entry.getValue()))
                .toArray(Limit[]::new));
    }

    /** Excess over the required limits, after {@link #count}. */
    long required() {
        return required;
    }

    /** The part of {@link #required} that more duties could mend. */
    long mendable() {
        return mendable;
    }

    /** The part of the excess over the required limits that no empty seat mends, after {@link #count}. */
    long asked() {
        return asked;
    }

    /** Excess over the preferred limits, each times its own weight, after {@link #count}. */
    long preferred() {
        return preferred;
    }

    void count(Limits limits, int[] duties, int count) {
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
            minutes += index.minutes(index.windowOf(duties[place]));
        }
        return minutes;
    }

    private void mark(int[] duties, int count, boolean mark) {
        for (int place = 0; place < count; place++) {
            worked[dayOf(duties[place])] = mark;
        }
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
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
                served += kindOf(duties[duty]) == kind ? 1 : 0;
            }
            beyond += Math.max(0, served - limit.perKind[place]);
        }
        return beyond;
    }

    private long successions(Limit limit, int[] duties, int count) {
        long successions = 0;
        for (int first = 0; first < count; first++) {
            int day = dayOf(duties[first]);
            for (int next = first + 1; next < count && dayOf(duties[next]) <= day + 1; next++) {
                if (dayOf(duties[next]) == day + 1) {
                    successions += forbidden(limit, kindOf(duties[first]), kindOf(duties[next]));
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

    private int kindOf(int demand) {
        return kindOfWindow[index.windowOf(demand)];
    }

    private Limit limitOf(DutyRule rule, DutyLimit limit) {
        int[] named;
        int[] perKind = {};
        if (rule == DutyRule.MAX_PER_KIND) {
            var names = limit.perKind().keySet().stream().sorted().toList();
            named = names.stream().mapToInt(this::numberOf).toArray();
            perKind = names.stream().mapToInt(limit.perKind()::get).toArray();
        } else {
            named = limit.successions().stream()
                    .flatMap(pair -> Stream.of(pair.first(), pair.next()))
                    .mapToInt(this::numberOf)
                    .toArray();
        }
        return new Limit(rule, limit, named, perKind);
    }

    private int numberOf(@Nullable String kind) {
        return kind == null ? NO_KIND : kinds.computeIfAbsent(kind, _ -> kinds.size());
    }
}
