package org.muster.planning.model;

import java.util.Map;
import org.muster.problem.Horizon;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;

/** How far a cadre's duties go beyond duty rules. What counts is said in {@link DutyRule}. */
public final class DutyRuleCounter {

    private DutyRuleCounter() {}

    /** Over the rules that must be kept. */
    public static long required(CadreFact cadre, Duties duties) {
        long excess = 0;
        for (var limit : cadre.requiredLimits().entrySet()) {
            excess += of(limit.getKey(), limit.getValue(), cadre, duties);
        }
        return excess;
    }

    /** Over the rules that must be kept and that more duties cannot mend. */
    public static long beyondMending(CadreFact cadre, Duties duties) {
        long excess = 0;
        for (var limit : cadre.requiredLimits().entrySet()) {
            if (!limit.getKey().canBeMendedByMoreDuties()) {
                excess += of(limit.getKey(), limit.getValue(), cadre, duties);
            }
        }
        return excess;
    }

    /** Over the rules that are goals, each excess times the weight of its rule. */
    public static long preferred(CadreFact cadre, Duties duties) {
        long points = 0;
        for (var limit : cadre.preferredLimits().entrySet()) {
            var weight = limit.getValue().weight();
            if (weight != null && weight > 0) {
                points += weight * of(limit.getKey(), limit.getValue(), cadre, duties);
            }
        }
        return points;
    }

    private static long of(DutyRule rule, DutyLimit limit, CadreFact cadre, Duties duties) {
        int count = limit.count();
        return switch (rule) {
            case MIN_DUTIES -> Math.max(0, count - duties.count());
            case MAX_DUTIES -> Math.max(0, duties.count() - count);
            case MIN_MINUTES -> ProblemIndex.hours(Math.max(0, count - duties.minutes()));
            case MAX_MINUTES -> ProblemIndex.hours(Math.max(0, duties.minutes() - count));
            case MAX_CONSECUTIVE_DAYS -> WorkedDays.of(cadre, duties).beyond(count);
            case MIN_CONSECUTIVE_DAYS -> WorkedDays.of(cadre, duties).shortOf(count);
            case MAX_CONSECUTIVE_DAYS_OFF -> WorkedDays.of(cadre, duties).offBeyond(count);
            case MIN_CONSECUTIVE_DAYS_OFF -> WorkedDays.of(cadre, duties).offShortOf(count);
            case MAX_WEEKENDS -> Math.max(0, WorkedDays.of(cadre, duties).weekends(cadre.horizon()) - count);
            case MAX_PER_KIND -> beyondKinds(limit.perKind(), duties);
            case FORBIDDEN_SUCCESSIONS ->
                limit.successions().stream()
                        .mapToLong(pair -> successions(pair, duties))
                        .sum();
            case MAX_TRAVEL ->
                duties.inOrder().stream()
                        .filter(duty -> cadre.travelTo(duty) > count)
                        .count();
        };
    }

    private static long beyondKinds(Map<String, Integer> limits, Duties duties) {
        long beyond = 0;
        for (var limit : limits.entrySet()) {
            long ofKind = duties.inOrder().stream()
                    .filter(duty -> limit.getKey().equals(duty.shift().kind()))
                    .count();
            beyond += Math.max(0, ofKind - limit.getValue());
        }
        return beyond;
    }

    private static long successions(DutyLimit.Succession pair, Duties duties) {
        long pairs = 0;
        for (var first : duties.inOrder()) {
            if (pair.first().equals(first.shift().kind())) {
                for (var next : duties.inOrder()) {
                    if (next.day() == first.day() + 1
                            && pair.next().equals(next.shift().kind())) {
                        pairs++;
                    }
                }
            }
        }
        return pairs;
    }

    /** On which days of the horizon a cadre works, in order and each once. */
    private static final class WorkedDays {
        private final int[] worked;
        private final int horizonDays;

        private WorkedDays(int[] worked, int horizonDays) {
            this.worked = worked;
            this.horizonDays = horizonDays;
        }

        static WorkedDays of(CadreFact cadre, Duties duties) {
            var days = duties.inOrder().stream()
                    .mapToInt(DemandFact::day)
                    .distinct()
                    .toArray();
            return new WorkedDays(days, cadre.horizon().days());
        }

        /** Worked days beyond the limit, over unbroken runs. */
        long beyond(int limit) {
            long beyond = 0;
            for (int first = 0; first < worked.length; first = endOfRun(first)) {
                beyond += Math.max(0, endOfRun(first) - first - limit);
            }
            return beyond;
        }

        /** Worked days short of the limit, over unbroken runs that touch neither end of the horizon. */
        long shortOf(int limit) {
            long missing = 0;
            for (int first = 0; first < worked.length; first = endOfRun(first)) {
                int end = endOfRun(first);
                if (worked[first] > 0 && worked[end - 1] < horizonDays - 1) {
                    missing += Math.max(0, limit - (end - first));
                }
            }
            return missing;
        }

        /** Days off beyond the limit, over unbroken runs. */
        long offBeyond(int limit) {
            long beyond = 0;
            int nextFree = 0;
            for (int day : worked) {
                beyond += Math.max(0, day - nextFree - limit);
                nextFree = day + 1;
            }
            return beyond + Math.max(0, horizonDays - nextFree - limit);
        }

        /** Days off short of the limit, over unbroken runs between two worked days. */
        long offShortOf(int limit) {
            long missing = 0;
            for (int place = 1; place < worked.length; place++) {
                int off = worked[place] - worked[place - 1] - 1;
                missing += off == 0 ? 0 : Math.max(0, limit - off);
            }
            return missing;
        }

        /** Weekends with a worked day. */
        long weekends(Horizon horizon) {
            long weekends = 0;
            long before = Long.MIN_VALUE;
            for (int day : worked) {
                var date = horizon.from().plusDays(day);
                long saturday = switch (date.getDayOfWeek()) {
                    case SATURDAY -> date.toEpochDay();
                    case SUNDAY -> date.toEpochDay() - 1;
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> before;
                };
                if (saturday != before) {
                    weekends++;
                    before = saturday;
                }
            }
            return weekends;
        }

        private int endOfRun(int first) {
            int end = first + 1;
            while (end < worked.length && worked[end] == worked[end - 1] + 1) {
                end++;
            }
            return end;
        }
    }
}
