package org.muster.problem.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a schedule is judged by: rules it must keep, cover, and goals.
 *
 * <p>Each constant documents what is counted, and in which unit; {@code docs/rules.md} says the same for planners. The
 * score of a level is minus the sum of weight x quantity.
 */
public enum Rule {
    /** Duties whose cadre lacks a skill of the post on the window's start date. */
    SKILL("skill", Level.HARD, 1),
    /** Duties that an {@code UNAVAILABLE} interval of the cadre overlaps. */
    AVAILABILITY("availability", Level.HARD, 1),
    /** Duties that start after the cadre's last service day. */
    SERVICE("service", Level.HARD, 1),
    /** Duties whose cadre is too young or too old for the post on the round's date. */
    AGE("age", Level.HARD, 1),
    /** Duties on a post with a tag that the cadre must be spared. */
    CARE("care", Level.HARD, 1),
    /** Duties of a confined cadre elsewhere, and duties of outsiders where only residents are admitted. */
    CONFINEMENT("confinement", Level.HARD, 1),
    /** Minutes of rest missing between each two services of a cadre, and minutes in which each two duties overlap. */
    OVERLAP_AND_REST("overlap-and-rest", Level.HARD, 1),
    /** Duty minutes of a cadre above the limit, on a date or in a service that spans several dates. */
    DAY_LIMIT("day-limit", Level.HARD, 1),
    /** Cadres of a unit on duty above its ceiling, summed over dates. */
    UNIT_CEILING("unit-ceiling", Level.HARD, 1),
    /** Excess over required duty rules, see {@link DutyRule}. */
    DUTY_RULES("duty-rules", Level.HARD, 1),
    /** Seats of a cadre beyond the first in a window. */
    ONE_SEAT("one-seat", Level.HARD, 1),
    /** Heads on a demand above its maximum. */
    HEADCOUNT("headcount", Level.HARD, 1),
    /** Pinned assignments that are missing. */
    PINNED("pinned", Level.HARD, 1),

    /** Missing required heads, each times its demand's priority. */
    COVER("cover", Level.MEDIUM, 1),

    /** Heads missing from the ideal, those missing from the minimum left aside, times {@code idealWeight}. */
    IDEAL_COVER("ideal-cover", Level.SOFT, 500),
    /** Heads above the ideal, times {@code overWeight}. */
    OVER_COVER("over-cover", Level.SOFT, 100),
    /** One-way travel minutes of all duties. */
    TRAVEL("travel", Level.SOFT, 1),
    /** Duties outside the cadre's home subdistrict. */
    HOME("home", Level.SOFT, 10),
    /** Duties in a subdistrict that the cadre's unit is not paired with. */
    UNIT_PAIRING("unit-pairing", Level.SOFT, 15),
    /** Duties at another site than the cadre's duty before, or than {@code lastSite} for the first. */
    SAME_SITE("same-site", Level.SOFT, 10),
    /** Weights of undesired intervals that duties overlap, minus those of desired ones; may be negative. */
    PREFERENCE("preference", Level.SOFT, 30),
    /** Duties of cadres who hold a scarce skill that day on posts that ask for none of theirs. */
    SCARCE_SKILL("scarce-skill", Level.SOFT, 20),
    /** Growth of the squared load in whole hours, counted above the least loaded cadre. */
    FAIRNESS("fairness", Level.SOFT, 1),
    /** Units in a team beyond the first. */
    TEAM_UNITS("team-units", Level.SOFT, 5),
    /** Experienced cadres that teams of two or more lack: one for each five heads, rounded up. */
    EXPERIENCE("experience", Level.SOFT, 40),
    /** Published assignments that are missing, each times its weight. */
    DISRUPTION("disruption", Level.SOFT, 200),
    /** Whole hours, rounded up, of a cadre's duties on a date beyond eight, squared. */
    LONG_DAY("long-day", Level.SOFT, 5),
    /** Excess over preferred duty rules, each times its own weight. */
    PREFERRED_DUTY_RULES("duty-rules", Level.SOFT, 1);

    /** How much a rule matters: a level outweighs everything below it. */
    public enum Level {
        /** Must be kept. */
        HARD,
        /** Cover: required heads, by priority. */
        MEDIUM,
        /** Goals. */
        SOFT
    }

    private static final List<Rule> GOALS =
            Arrays.stream(values()).filter(Rule::isGoal).toList();

    private final String id;
    private final Level level;
    private final int defaultWeight;

    Rule(String id, Level level, int defaultWeight) {
        this.id = id;
        this.level = level;
        this.defaultWeight = defaultWeight;
    }

    /** The name in the API. Unique within a level only: duty rules are both a rule and a goal. */
    public String id() {
        return id;
    }

    public Level level() {
        return level;
    }

    /** The weight that applies unless a problem says otherwise. */
    public int defaultWeight() {
        return defaultWeight;
    }

    /** Whether a problem may give it another weight. */
    public boolean isGoal() {
        return level == Level.SOFT;
    }

    /** The soft rules, in the order of the enum. */
    public static List<Rule> goals() {
        return GOALS;
    }

    /** The goal with a name of the API; empty when there is none. */
    public static Optional<Rule> findGoal(String id) {
        return GOALS.stream().filter(goal -> goal.id.equals(id)).findFirst();
    }
}
