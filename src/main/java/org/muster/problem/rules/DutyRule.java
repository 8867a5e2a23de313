package org.muster.problem.rules;

import java.util.Arrays;
import java.util.Optional;

/** A limit on the duties of one cadre over the horizon. What counts as excess is said beside each. */
public enum DutyRule {
    /** Duties below the limit. */
    MIN_DUTIES("minDuties"),
    /** Duties above the limit. */
    MAX_DUTIES("maxDuties"),
    /** Whole hours, rounded up, below the limit. The limit is in minutes. */
    MIN_MINUTES("minMinutes"),
    /** Whole hours, rounded up, above the limit. The limit is in minutes. */
    MAX_MINUTES("maxMinutes"),
    /** Over the unbroken runs of worked days: days beyond the limit. */
    MAX_CONSECUTIVE_DAYS("maxConsecutiveDays"),
    /** Over the unbroken runs of worked days that touch neither end of the horizon: days short of the limit. */
    MIN_CONSECUTIVE_DAYS("minConsecutiveDays"),
    /** Over the unbroken runs of days off: days beyond the limit. */
    MAX_CONSECUTIVE_DAYS_OFF("maxConsecutiveDaysOff"),
    /** Over the unbroken runs of days off between two worked days: days short of the limit. */
    MIN_CONSECUTIVE_DAYS_OFF("minConsecutiveDaysOff"),
    /** Weekends (Saturday and Sunday) with a worked day, beyond the limit. */
    MAX_WEEKENDS("maxWeekends"),
    /** For each window kind with a limit: duties in windows of that kind beyond it. */
    MAX_PER_KIND("maxPerKind"),
    /** Pairs of duties, one of the first kind on a day, one of the second kind on the next day. */
    FORBIDDEN_SUCCESSIONS("forbiddenSuccessions"),
    /** Duties with a longer one-way travel. The limit is in minutes. */
    MAX_TRAVEL("maxTravel");

    private final String id;

    DutyRule(String id) {
        this.id = id;
    }

    /** The field name in JSON. */
    public String id() {
        return id;
    }

    /** Whether more duties can mend an excess; then the present duties alone do not prove that the rule is broken. */
    public boolean canBeMendedByMoreDuties() {
        return switch (this) {
            case MIN_DUTIES, MIN_MINUTES, MIN_CONSECUTIVE_DAYS, MAX_CONSECUTIVE_DAYS_OFF, MIN_CONSECUTIVE_DAYS_OFF ->
                true;
            case MAX_DUTIES,
                    MAX_MINUTES,
                    MAX_CONSECUTIVE_DAYS,
                    MAX_WEEKENDS,
                    MAX_PER_KIND,
                    FORBIDDEN_SUCCESSIONS,
                    MAX_TRAVEL -> false;
        };
    }

    /**
     * Whether the rule asks for duties, so that leaving seats empty does not keep it. Every other rule can be kept that
     * way.
     */
    public boolean asksForDuties() {
        return switch (this) {
            case MIN_DUTIES, MIN_MINUTES, MAX_CONSECUTIVE_DAYS_OFF -> true;
            case MAX_DUTIES,
                    MAX_MINUTES,
                    MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    MAX_WEEKENDS,
                    MAX_PER_KIND,
                    FORBIDDEN_SUCCESSIONS,
                    MAX_TRAVEL -> false;
        };
    }

    /** Whether the rule looks at which days are worked, rather than at the duties. */
    public boolean looksAtDays() {
        return switch (this) {
            case MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MAX_CONSECUTIVE_DAYS_OFF,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    MAX_WEEKENDS -> true;
            case MIN_DUTIES, MAX_DUTIES, MIN_MINUTES, MAX_MINUTES, MAX_PER_KIND, FORBIDDEN_SUCCESSIONS, MAX_TRAVEL ->
                false;
        };
    }

    /** The duty rule with a JSON field name; empty when there is none. */
    public static Optional<DutyRule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
