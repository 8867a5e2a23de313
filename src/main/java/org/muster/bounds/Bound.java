package org.muster.bounds;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.muster.schedule.Score;

/**
 * What no schedule can beat: none that keeps every rule has a better pair of medium and soft score, compared in that
 * order.
 *
 * @param medium 0 or negative
 * @param soft no schedule with this medium score has a better soft score
 * @param parts what the bound knows of; the others count as if they cost nothing
 * @param steps how often its multipliers were improved
 * @param elapsed since the calculation began
 */
public record Bound(long medium, long soft, Set<Part> parts, int steps, Duration elapsed) {

    /** What a bound takes into account. */
    public enum Part {
        /** Required heads, by priority, and who may fill them. */
        COVER,
        /** The goals that look at single duties, fairness and long days. */
        DUTIES,
        /** Units and experience in teams. */
        TEAMS,
        /** Rest from one day to the next, days in a row, and two duties a day at one site only. */
        DAYS,
        /** How many of a unit may be away on a day. */
        CEILINGS,
        /** Every rule and every goal: the problem was small enough to be solved to the end. */
        EVERYTHING
    }

    /** What is proven of a problem by its best schedule. */
    public static Bound exact(Score best, Duration elapsed) {
        return new Bound(best.medium(), best.soft(), EnumSet.allOf(Part.class), 0, elapsed);
    }

    public Bound {
        parts = Set.copyOf(EnumSet.copyOf(parts));
    }

    /**
     * What is proven of two problems that share nothing, by a bound of each. It knows of what both know of, and took as
     * long as the one that took longer.
     */
    public Bound plus(Bound other) {
        var known = EnumSet.copyOf(parts);
        known.retainAll(other.parts);
        return new Bound(
                medium + other.medium,
                soft + other.soft,
                known,
                steps + other.steps,
                elapsed.compareTo(other.elapsed) >= 0 ? elapsed : other.elapsed);
    }

    /** Whether it excludes more schedules than another one. */
    public boolean isTighterThan(Bound other) {
        return medium != other.medium ? medium < other.medium : soft < other.soft;
    }

    /** Whether no schedule has a better score than this one. */
    public boolean isReachedBy(Score score) {
        return score.isFeasible() && score.medium() == medium && score.soft() == soft;
    }

    /** Whether a score is better than any can be: then the bound or the score is wrong. */
    public boolean isBeatenBy(Score score) {
        return score.isFeasible() && (score.medium() > medium || (score.medium() == medium && score.soft() > soft));
    }

    /** Whether a gap can be told: the score keeps every rule, and no more heads are missing than have to. */
    public boolean isComparableTo(Score score) {
        return score.isFeasible() && score.medium() == medium;
    }

    /**
     * How far a schedule may be from the best, as a share of its own soft score; negative for a schedule that breaks
     * rules only.
     *
     * @param score of a schedule with the same medium score
     */
    public double gap(Score score) {
        return (soft - score.soft()) / (double) Math.max(1, Math.abs(score.soft()));
    }
}
