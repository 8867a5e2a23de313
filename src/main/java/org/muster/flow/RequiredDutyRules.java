package org.muster.flow;

import java.util.BitSet;
import java.util.HashMap;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;

/** Counts by how much a cadre's duties exceed the required duty rules. */
final class RequiredDutyRules {
    private final ProblemIndex index;
    private final BitSet weekendDays = new BitSet();
    private final int firstDayOfWeek;

    RequiredDutyRules(ProblemIndex index) {
        this.index = index;
        var from = index.problem().horizon().from();
        firstDayOfWeek = from.getDayOfWeek().getValue() - 1;
        for (int day = 0; day < index.days(); day++) {
            weekendDays.set(day, (firstDayOfWeek + day) % 7 >= 5);
        }
    }

    /** Whether a cadre has any required duty rule that looks at several duties. */
    boolean concern(int cadre) {
        return index.rulesOf(cadre).limits().entrySet().stream()
                .anyMatch(entry -> entry.getValue().isRequired() && entry.getKey() != DutyRule.MAX_TRAVEL);
    }

    /** Whether duties exceed every required rule by no more than other duties do. */
    boolean isNoWorse(int cadre, int[] demands, int[] than) {
        return index.rulesOf(cadre).limits().entrySet().stream()
                .filter(entry -> entry.getValue().isRequired())
                .allMatch(entry -> excess(entry.getKey(), entry.getValue(), demands)
                        <= excess(entry.getKey(), entry.getValue(), than));
    }

    /** The excess over all required duty rules but for limits on travel, which single duties keep or break. */
    long total(int cadre, int[] demands) {
        return index.rulesOf(cadre).limits().entrySet().stream()
                .filter(entry -> entry.getValue().isRequired())
                .mapToLong(entry -> excess(entry.getKey(), entry.getValue(), demands))
                .sum();
    }

    private long excess(DutyRule rule, DutyLimit limit, int[] demands) {
        return switch (rule) {
            case MIN_DUTIES -> Math.max(0, limit.count() - demands.length);
            case MAX_DUTIES -> Math.max(0, demands.length - limit.count());
            case MIN_MINUTES -> Math.max(0, ProblemIndex.hours(limit.count() - minutes(demands)));
            case MAX_MINUTES -> Math.max(0, ProblemIndex.hours(minutes(demands) - limit.count()));
            case MAX_CONSECUTIVE_DAYS -> beyondRuns(worked(demands), limit.count());
            case MAX_CONSECUTIVE_DAYS_OFF -> beyondRuns(off(demands), limit.count());
            case MIN_CONSECUTIVE_DAYS -> shortRuns(worked(demands), limit.count());
            case MIN_CONSECUTIVE_DAYS_OFF -> shortRuns(off(demands), limit.count());
            case MAX_WEEKENDS -> Math.max(0, weekends(worked(demands)) - limit.count());
            case MAX_PER_KIND -> beyondKinds(demands, limit);
            case FORBIDDEN_SUCCESSIONS -> successions(demands, limit);
            case MAX_TRAVEL -> 0;
        };
    }

    private int minutes(int[] demands) {
        int minutes = 0;
        for (int demand : demands) {
            minutes += index.minutes(index.windowOf(demand));
        }
        return minutes;
    }

    private BitSet worked(int[] demands) {
        var worked = new BitSet();
        for (int demand : demands) {
            worked.set(index.day(index.windowOf(demand)));
        }
        return worked;
    }

    private BitSet off(int[] demands) {
        var off = worked(demands);
        off.flip(0, index.days());
        return off;
    }

    private static long beyondRuns(BitSet days, int limit) {
        long beyond = 0;
        for (int from = days.nextSetBit(0); from >= 0; ) {
            int to = days.nextClearBit(from);
            beyond += Math.max(0, to - from - limit);
            from = days.nextSetBit(to);
        }
        return beyond;
    }

    /** Runs that touch an end of the horizon may go on outside of it: they are never short. */
    private long shortRuns(BitSet days, int limit) {
        long missing = 0;
        for (int from = days.nextSetBit(0); from >= 0; ) {
            int to = days.nextClearBit(from);
            if (from > 0 && to < index.days()) {
                missing += Math.max(0, limit - (to - from));
            }
            from = days.nextSetBit(to);
        }
        return missing;
    }

    /** A weekend is known by the place of its Saturday; a Sunday on the first day belongs to the Saturday before. */
    private int weekends(BitSet worked) {
        worked.and(weekendDays);
        return (int) worked.stream()
                .map(day -> (firstDayOfWeek + day) / 7)
                .distinct()
                .count();
    }

    private long beyondKinds(int[] demands, DutyLimit limit) {
        var duties = new HashMap<String, Integer>();
        for (int demand : demands) {
            var kind = kind(demand);
            if (limit.perKind().containsKey(kind)) {
                duties.merge(kind, 1, Integer::sum);
            }
        }
        long beyond = 0;
        for (var entry : limit.perKind().entrySet()) {
            beyond += Math.max(0, duties.getOrDefault(entry.getKey(), 0) - entry.getValue());
        }
        return beyond;
    }

    private long successions(int[] demands, DutyLimit limit) {
        long pairs = 0;
        for (int first : demands) {
            for (int next : demands) {
                if (index.day(index.windowOf(next)) == index.day(index.windowOf(first)) + 1) {
                    pairs += limit.successions().stream()
                            .filter(pair -> pair.first().equals(kind(first))
                                    && pair.next().equals(kind(next)))
                            .count();
                }
            }
        }
        return pairs;
    }

    private String kind(int demand) {
        var kind = index.problem().windows().get(index.windowOf(demand)).kind();
        return kind == null ? "" : kind;
    }
}
