package org.muster.bounds;

import java.util.Optional;
import java.util.OptionalLong;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Score;

/** Tries all schedules of a tiny problem. The referee confirms whatever is best so far. */
public final class EverySchedule {
    private final Problem problem;
    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final boolean mayBreakMinimums;
    private Optional<Score> best = Optional.empty();

    private EverySchedule(Problem problem, boolean mayBreakMinimums) {
        this.problem = problem;
        this.mayBreakMinimums = mayBreakMinimums;
        index = ProblemIndex.of(problem);
        keeper = new ScoreKeeper(index);
    }

    /** The best score of a schedule that keeps every rule; empty when there is no such schedule. */
    public static Optional<Score> best(Problem problem) {
        var every = new EverySchedule(problem, false);
        every.staff(0, 0, 0);
        return every.best;
    }

    /** The best score of a schedule that keeps every rule but for required duty rules that more duties could mend. */
    public static Score bestBeyondMinimums(Problem problem) {
        var every = new EverySchedule(problem, true);
        every.staff(0, 0, 0);
        return every.best.orElseThrow();
    }

    /** How many schedules there are; empty where there are more than {@code most}. */
    public static OptionalLong count(Problem problem, long most) {
        var index = ProblemIndex.of(problem);
        double all = 1;
        for (int demand = 0; demand < index.demands(); demand++) {
            int able = 0;
            for (int cadre = 0; cadre < index.cadres(); cadre++) {
                able += index.mayServe(cadre, demand) ? 1 : 0;
            }
            double ways = 0;
            double choices = 1;
            for (int heads = 0; heads <= Math.min(able, index.demand(demand).max()); heads++) {
                ways += choices;
                choices = choices * (able - heads) / (heads + 1);
            }
            all *= ways;
        }
        return all > most ? OptionalLong.empty() : OptionalLong.of((long) all);
    }

    private void staff(int demand, int cadre, int heads) {
        if (demand == index.demands()) {
            reprice();
            return;
        }
        if (cadre == index.cadres()) {
            staff(demand + 1, 0, 0);
            return;
        }
        staff(demand, cadre + 1, heads);
        if (heads < index.demand(demand).max() && index.mayServe(cadre, demand)) {
            int mark = keeper.mark();
            keeper.add(cadre, demand);
            staff(demand, cadre + 1, heads + 1);
            keeper.undoTo(mark);
        }
    }

    private void reprice() {
        var score = keeper.score();
        if ((score.isFeasible() || mayBreakMinimums)
                && best.filter(known -> known.compareTo(score) >= 0).isEmpty()) {
            var evaluation = Referee.evaluate(problem, keeper.schedule());
            boolean keepsTheRest = evaluation.violations().stream()
                    .allMatch(violation -> violation.rule() == Rule.DUTY_RULES
                            && violation.dutyRule() != null
                            && violation.dutyRule().canBeMendedByMoreDuties());
            if (keepsTheRest) {
                best = Optional.of(evaluation.score());
            }
        }
    }
}
