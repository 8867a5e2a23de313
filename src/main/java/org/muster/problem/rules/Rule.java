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
    SKILL("skill", Level.HARD, Scope.DUTY, 1),
    /** Duties that an {@code UNAVAILABLE} interval of the cadre overlaps. */
    AVAILABILITY("availability", Level.HARD, Scope.DUTY, 1),
    /** Duties that start after the cadre's last service day. */
    SERVICE("service", Level.HARD, Scope.DUTY, 1),
    /** Duties whose cadre is too young or too old for the post on the round's date. */
    AGE("age", Level.HARD, Scope.DUTY, 1),
    /** Duties on a post with a tag that the cadre must be spared. */
    CARE("care", Level.HARD, Scope.DUTY, 1),
    /** Duties of a confined cadre elsewhere, and duties of outsiders where only residents are admitted. */
    CONFINEMENT("confinement", Level.HARD, Scope.DUTY, 1),
    /** Minutes of rest missing between each two services of a cadre, and minutes in which each two duties overlap. */
    OVERLAP_AND_REST("overlap-and-rest", Level.HARD, Scope.CADRE, 1),
    /** Duty minutes of a cadre above the limit, on a date or in a service that spans several dates. */
    DAY_LIMIT("day-limit", Level.HARD, Scope.CADRE, 1),
    /** Cadres of a unit on duty above its ceiling, summed over dates. */
    UNIT_CEILING("unit-ceiling", Level.HARD, Scope.UNIT_AND_DATE, 1),
    /** Excess over required duty rules, see {@link DutyRule}. */
    DUTY_RULES("duty-rules", Level.HARD, Scope.CADRE, 1),
    /** Seats of a cadre beyond the first in a window. */
    ONE_SEAT("one-seat", Level.HARD, Scope.CADRE, 1),
    /** Heads on a demand above its maximum. */
    HEADCOUNT("headcount", Level.HARD, Scope.DEMAND, 1),
    /** Pinned assignments that are missing. */
    PINNED("pinned", Level.HARD, Scope.GIVEN_ASSIGNMENT, 1),

    /** Missing required heads, each times its demand's priority. */
    COVER("cover", Level.MEDIUM, Scope.DEMAND, 1),

    /** Heads missing from the ideal, those missing from the minimum left aside, times {@code idealWeight}. */
    IDEAL_COVER("ideal-cover", Level.SOFT, Scope.DEMAND, 500),
    /** Heads above the ideal, times {@code overWeight}. */
    OVER_COVER("over-cover", Level.SOFT, Scope.DEMAND, 100),
    /** One-way travel minutes of all duties. */
    TRAVEL("travel", Level.SOFT, Scope.DUTY, 1),
    /** Duties outside the cadre's home subdistrict. */
    HOME("home", Level.SOFT, Scope.DUTY, 10),
    /** Duties in a subdistrict that the cadre's unit is not paired with. */
    UNIT_PAIRING("unit-pairing", Level.SOFT, Scope.DUTY, 15),
    /** Duties at another site than the cadre's duty before, or than {@code lastSite} for the first. */
    SAME_SITE("same-site", Level.SOFT, Scope.CADRE, 10),
    /** Weights of undesired intervals that duties overlap, minus those of desired ones; may be negative. */
    PREFERENCE("preference", Level.SOFT, Scope.DUTY, 30),
    /** Duties of cadres who hold a scarce skill that day on posts that ask for none of theirs. */
    SCARCE_SKILL("scarce-skill", Level.SOFT, Scope.DUTY, 20),
    /** Growth of the squared load in whole hours, counted above the least loaded cadre. */
    FAIRNESS("fairness", Level.SOFT, Scope.CADRE, 1),
    /** Units in a team beyond the first. */
    TEAM_UNITS("team-units", Level.SOFT, Scope.TEAM, 5),
    /** Experienced cadres that teams of two or more lack: one for each five heads, rounded up. */
    EXPERIENCE("experience", Level.SOFT, Scope.TEAM, 40),
    /** Published assignments that are missing, each times its weight. */
    DISRUPTION("disruption", Level.SOFT, Scope.GIVEN_ASSIGNMENT, 200),
    /** Whole hours, rounded up, of a cadre's duties on a date beyond eight, squared. */
    LONG_DAY("long-day", Level.SOFT, Scope.CADRE, 5),
    /** Excess over preferred duty rules, each times its own weight. */
    PREFERRED_DUTY_RULES("duty-rules", Level.SOFT, Scope.CADRE, 1);

    /** How much a rule matters: a level outweighs everything below it. */
    public enum Level {
        /** Must be kept. */
        HARD,
        /** Cover: required heads, by priority. */
        MEDIUM,
        /** Goals. */
        SOFT
    }

    /** What has to be looked at together for the quantity of a rule to be counted. */
    public enum Scope {
        /** One duty by itself. */
        DUTY,
        /** All duties of one cadre. */
        CADRE,
        /** All heads of one demand. */
        DEMAND,
        /** All cadres at one site in one window. */
        TEAM,
        /** All cadres of one unit on one date. */
        UNIT_AND_DATE,
        /** One assignment that the problem gives, pinned or published. */
        GIVEN_ASSIGNMENT
    }

    private static final List<Rule> GOALS =
            Arrays.stream(values()).filter(Rule::isGoal).toList();

    private final String id;
    private final Level level;
    private final Scope scope;
    private final int defaultWeight;

    Rule(String id, Level level, Scope scope, int defaultWeight) {
        this.id = id;
        this.level = level;
        this.scope = scope;
        this.defaultWeight = defaultWeight;
    }

    /** The name in the API. Unique within a level only: duty rules are both a rule and a goal. */
    public String id() {
        return id;
    }

    public Level level() {
        return level;
    }

    /**
     * What its quantity is counted over. Duty rules are counted over a cadre's duties; their limit on travel alone looks
     * at one.
     */
    public Scope scope() {
        return scope;
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
