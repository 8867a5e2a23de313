package org.muster.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** The two sets of duty rules of a demo district: the standard one, and a gentler one for those who need care. */
final class DutyRuleSets {
    static final String STANDARD = "standard";
    static final String CARE = "care";

    /** One window, the night included, and then eleven hours of rest. */
    private static final int STANDARD_REST = 11 * 60, STANDARD_DAY = 10 * 60;

    /** Both windows of a day, at one site: as long as Dongcheng's cadres served. */
    private static final int LONG_DAY = 14 * 60;

    /** One window, the night included, and then twelve hours of rest. */
    private static final int CARE_REST = 12 * 60, CARE_DAY = 10 * 60;

    private DutyRuleSets() {}

    static List<DutyRules> of(Days days) {
        return of(days, STANDARD_DAY);
    }

    /** The same where the standard day has fourteen hours. */
    static List<DutyRules> ofLongDays(Days days) {
        return of(days, LONG_DAY);
    }

    private static List<DutyRules> of(Days days, int standardDay) {
        return List.of(
                new DutyRules(STANDARD, STANDARD_REST, standardDay, standardLimits(days.count())),
                new DutyRules(CARE, CARE_REST, CARE_DAY, careLimits(days.count())));
    }

    /** Two rounds of three, and not more than three days in a row, where there are several rounds. */
    private static Map<DutyRule, DutyLimit> standardLimits(int rounds) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        if (rounds > 1) {
            limits.put(DutyRule.MAX_DUTIES, DutyLimit.of((2 * rounds + 2) / 3).preferred(60));
            limits.put(DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(3).preferred(40));
        }
        return limits;
    }

    /** Every other round, and never more than two days in a row. */
    private static Map<DutyRule, DutyLimit> careLimits(int rounds) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        if (rounds > 1) {
            limits.put(DutyRule.MAX_DUTIES, DutyLimit.of((rounds + 1) / 2).preferred(80));
            limits.put(DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(2));
        }
        return limits;
    }
}
