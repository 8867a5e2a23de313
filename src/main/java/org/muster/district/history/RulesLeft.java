package org.muster.district.history;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** What duties in other rounds leave of required duty rules. */
public final class RulesLeft {

    private RulesLeft() {}

    /**
     * The same duty rules with what is left of required limits of several duties; goals stay as they are.
     *
     * @param weekends how many weekends count as used
     * @param maxMinutesPerDay the limit of a day; null for none
     */
    public static DutyRules of(DutyRules rules, UsedUp used, int weekends, @Nullable Integer maxMinutesPerDay) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        rules.limits()
                .forEach((rule, limit) ->
                        limits.put(rule, limit.isRequired() ? left(rule, limit, used, weekends) : limit));
        return new DutyRules(rules.id(), rules.minRest(), maxMinutesPerDay, limits);
    }

    private static DutyLimit left(DutyRule rule, DutyLimit limit, UsedUp used, int weekends) {
        return switch (rule) {
            case MIN_DUTIES, MAX_DUTIES -> less(limit, used.duties());
            case MIN_MINUTES, MAX_MINUTES -> less(limit, used.minutes());
            case MAX_WEEKENDS -> less(limit, weekends);
            case MAX_PER_KIND ->
                DutyLimit.perKind(limit.perKind().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> Math.max(
                                        0, each.getValue() - used.perKind().getOrDefault(each.getKey(), 0)))));
            case MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MAX_CONSECUTIVE_DAYS_OFF,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    FORBIDDEN_SUCCESSIONS,
                    MAX_TRAVEL -> limit;
        };
    }

    private static DutyLimit less(DutyLimit limit, int used) {
        return DutyLimit.of(Math.max(0, limit.count() - used));
    }
}
