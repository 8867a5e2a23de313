package org.muster.exact;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.incremental.ScoreParts;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Solves small problems to optimality. A budget of steps decides whether a problem is small, so that the result is the
 * same on any machine.
 *
 * <p>A schedule keeps every rule, but perhaps for required duty rules that more duties could mend. Of two such schedules
 * the better one breaks these by less; then it misses fewer heads, by priority; then its goals cost less.
 */
public final class ExactSearch {
    /** Some seconds of a slow machine at the very most. */
    public static final long STEPS = 30_000_000;
    /** States have at least a bit for each demand that some cadre can serve. */
    private static final int MOST_DEMANDS = 200;

    private ExactSearch() {}

    /**
     * The best schedule.
     *
     * @param steps how much may be tried
     * @param cancelled asked often
     * @return empty where the problem is too large for the steps, or it was cancelled
     */
    public static Optional<Optimum> solve(ProblemIndex index, long steps, BooleanSupplier cancelled) {
        try {
            var budget = new Budget(steps, cancelled);
            var parts = new ScoreParts(index);
            var sets = sets(index, parts, true, budget);
            if (!new Combination(index, parts, sets, false, budget).exists()) {
                sets = sets(index, parts, false, budget);
            }
            var best = new Combination(index, parts, sets, true, budget);
            return best.exists() ? Optional.of(optimum(index, best)) : Optional.empty();
        } catch (Budget.Exhausted _) {
            return Optional.empty();
        }
    }

    private static Optimum optimum(ProblemIndex index, Combination combination) {
        // The evaluator writes duties in the problem's order and marks the pins.
        var evaluator = ScoreKeeper.of(index, new Schedule(combination.duties()));
        var claimed = new Score(-combination.brokenMinimums(), -combination.missing(), -combination.cost());
        if (!evaluator.score().equals(claimed)) {
            throw new IllegalStateException(
                    "The best schedule counts %s, but its parts counted %s.".formatted(evaluator.score(), claimed));
        }
        return new Optimum(evaluator.schedule(), claimed);
    }

    /** Whether some schedule keeps every rule. */
    static boolean isFeasible(ProblemIndex index, Budget budget) throws Budget.Exhausted {
        var parts = new ScoreParts(index);
        return new Combination(index, parts, sets(index, parts, true, budget), false, budget).exists();
    }

    private static DutySets[] sets(ProblemIndex index, ScoreParts parts, boolean keepsMinimums, Budget budget)
            throws Budget.Exhausted {
        if (index.demands() > MOST_DEMANDS) {
            throw new Budget.Exhausted();
        }
        var sets = new DutySets[index.cadres()];
        for (int cadre = 0; cadre < sets.length; cadre++) {
            budget.use(index.demands());
            sets[cadre] = DutySets.of(index, parts, cadre, keepsMinimums, budget);
        }
        return sets;
    }
}
