package org.muster.bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.evaluation.Referee;
import org.muster.problem.Problem;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/** Tries all schedules of a tiny problem. */
public final class EverySchedule {
    private final Problem problem;
    private final List<Assignment> chosen = new ArrayList<>();
    private Optional<Score> best = Optional.empty();

    private EverySchedule(Problem problem) {
        this.problem = problem;
    }

    /** The best score of a schedule that keeps every rule; empty when there is no such schedule. */
    public static Optional<Score> best(Problem problem) {
        var every = new EverySchedule(problem);
        every.staff(0, 0, 0);
        return every.best;
    }

    private void staff(int demand, int cadre, int heads) {
        if (demand == problem.demands().size()) {
            var score = Referee.evaluate(problem, new Schedule(chosen)).score();
            if (score.isFeasible()
                    && best.filter(known -> known.compareTo(score) >= 0).isEmpty()) {
                best = Optional.of(score);
            }
            return;
        }
        if (cadre == problem.cadres().size()) {
            staff(demand + 1, 0, 0);
            return;
        }
        staff(demand, cadre + 1, heads);
        var wanted = problem.demands().get(demand);
        if (heads < wanted.max()) {
            chosen.add(new Assignment(wanted.id(), problem.cadres().get(cadre).id(), false));
            staff(demand, cadre + 1, heads + 1);
            chosen.removeLast();
        }
    }
}
