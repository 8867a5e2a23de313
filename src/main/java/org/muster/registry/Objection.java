package org.muster.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A reason against publishing a schedule, given the current state of the district. It holds identifiers and dates only.
 *
 * @param place of the duty among the assignments of the schedule; {@link #NO_PLACE} where no single duty is to blame
 * @param params what the sentence names, in its order
 */
public record Objection(Reason reason, int place, Map<String, String> params) {

    /** No single duty is to blame. */
    public static final int NO_PLACE = -1;

    /** What has changed, or which rule is broken. The sentences are in {@code errors*.properties}, by {@link #id}. */
    public enum Reason {
        /** The cadre is no longer in the list of cadres; {@code cadre}, {@code demand}. */
        LEFT,
        /** The duty starts after the cadre's last service day; {@code cadre}, {@code demand}, {@code date}. */
        LAST_SERVICE_DAY,
        /** The cadre is on leave, ill or away; {@code cadre}, {@code demand}. */
        ABSENT,
        /** The cadre is unavailable at that time; {@code cadre}, {@code demand}. */
        UNAVAILABLE,
        /** The cadre lacks a skill; {@code cadre}, {@code demand}. */
        SKILL,
        /** The cadre is too young or too old; {@code cadre}, {@code demand}. */
        AGE,
        /** The cadre must be spared such a post; {@code cadre}, {@code demand}. */
        CARE,
        /**
         * The cadre may not go to the site: confined elsewhere, or not a resident of it; {@code cadre}, {@code demand}.
         */
        CONFINED,
        /** The demand is no longer in the list of demands; {@code cadre}, {@code demand}. */
        DEMAND_GONE,
        /** The demand is at another site now; {@code cadre}, {@code demand}, {@code site}. */
        DEMAND_MOVED,
        /** The window has other times now; {@code cadre}, {@code demand}, {@code start}, {@code end}. */
        WINDOW_MOVED,
        /** The demand belongs to another round now, or its round has another date; {@code cadre}, {@code demand},
         * {@code round}, {@code date}. */
        ROUND_MOVED,
        /** The demand has fewer seats now; {@code demand}. */
        HEADCOUNT,
        /** Too little rest between two services; {@code cadre}, {@code demand}, {@code otherDemand}. */
        REST,
        /** Too many minutes; {@code cadre}. */
        DAY_LIMIT,
        /** Too many people of a unit are away; {@code unit}, {@code date}. */
        UNIT_CEILING,
        /** A required duty rule is exceeded; {@code cadre}, {@code dutyRule}. */
        DUTY_RULE;

        /** The code in the API: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Objection {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /**
     * Objects.
     *
     * @param params names and values in turn
     */
    public static Objection of(Reason reason, int place, String... params) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < params.length; i += 2) {
            named.put(params[i], params[i + 1]);
        }
        return new Objection(reason, place, named);
    }
}
