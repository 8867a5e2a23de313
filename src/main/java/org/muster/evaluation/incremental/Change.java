package org.muster.evaluation.incremental;

import org.muster.schedule.Score;

/**
 * How a step would move the score: the new value of each level minus the old one, so that more is better. One is
 * filled again and again, for nothing may be allocated where millions of steps are weighed in a second.
 */
public final class Change {
    private long hard;
    private long avoidable;
    private long medium;
    private long soft;

    /** The difference of the hard level. */
    public long hard() {
        return hard;
    }

    /** The difference of the hard level but for rules that ask for duties: of what empty seats can always keep. */
    public long avoidable() {
        return avoidable;
    }

    /** The difference of the medium level. */
    public long medium() {
        return medium;
    }

    /** The difference of the soft level. */
    public long soft() {
        return soft;
    }

    /** The same as a value that stays. */
    public Score toScore() {
        return new Score(hard, medium, soft);
    }

    /** Whether a schedule is better after the step. */
    public boolean isImprovement() {
        if (avoidable != 0) {
            return avoidable > 0;
        }
        if (hard != 0) {
            return hard > 0;
        }
        return medium != 0 ? medium > 0 : soft > 0;
    }

    public void clear() {
        hard = 0;
        avoidable = 0;
        medium = 0;
        soft = 0;
    }

    void breakRules(long quantity) {
        hard -= quantity;
        avoidable -= quantity;
    }

    void missDuties(long quantity) {
        hard -= quantity;
    }

    void missHeads(long quantity) {
        medium -= quantity;
    }

    void cost(long points) {
        soft -= points;
    }

    @Override
    public String toString() {
        return toScore().toString();
    }
}
