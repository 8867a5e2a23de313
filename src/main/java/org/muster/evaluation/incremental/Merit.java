package org.muster.evaluation.incremental;

import java.util.Comparator;
import org.muster.evaluation.Evaluation;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * How good a schedule is to be delivered: the one order in which schedules are compared wherever one of them is kept,
 * saved, shown or delivered. Higher is better.
 *
 * <p>Rules that empty seats can always keep come first, however little else is kept: an empty seat is better than an
 * order that must not be given. Only then comes the score, whose hard level also has the rules that ask for duties.
 *
 * @param avoidable minus the quantities of all hard rules but those that ask for duties; 0 or negative
 */
public record Merit(long avoidable, Score score) implements Comparable<Merit> {

    private static final Comparator<Merit> ORDER =
            Comparator.comparingLong(Merit::avoidable).thenComparing(Merit::score);

    /** The merit of a schedule that was evaluated. */
    public static Merit of(Evaluation evaluation) {
        long asked = evaluation.violations().stream()
                .filter(Merit::asksForDuties)
                .mapToLong(Evaluation.Violation::amount)
                .sum();
        return new Merit(evaluation.score().hard() + asked, evaluation.score());
    }

    /**
     * Counts the merit of a schedule.
     *
     * @throws IllegalArgumentException when it names a demand or cadre that the problem does not have
     */
    public static Merit of(ProblemIndex index, Schedule schedule) {
        return ScoreKeeper.of(index, schedule).merit();
    }

    private static boolean asksForDuties(Evaluation.Violation violation) {
        var dutyRule = violation.dutyRule();
        return violation.rule().level() == Rule.Level.HARD && dutyRule != null && dutyRule.asksForDuties();
    }

    /** Whether no rule is broken but those that ask for duties. */
    public boolean isDeliverable() {
        return avoidable == 0;
    }

    /** Whether it is to be preferred. */
    public boolean isBetterThan(Merit other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Merit other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s (%d avoidable)".formatted(score, avoidable);
    }
}
