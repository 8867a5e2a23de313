package org.muster.rest.plans;

import java.util.List;
import org.muster.evaluation.Evaluation;
import org.muster.problem.rules.Rule;
import org.muster.rest.errors.ViolationView;
import org.muster.rest.plans.PlanView.ScoreView;

/**
 * What a schedule is worth, number by number.
 *
 * @param rules one for each rule and goal
 * @param demands how each demand is staffed
 * @param loads what each cadre with a duty carries
 */
public record EvaluationView(
        ScoreView score,
        List<TallyView> rules,
        List<CoverView> demands,
        List<LoadView> loads,
        List<ViolationView> violations) {

    /**
     * One line of the account.
     *
     * @param points what the rule adds to the score of its level: minus weight x quantity
     */
    public record TallyView(String rule, Rule.Level level, long quantity, long weight, long points) {}

    /**
     * How a demand is staffed.
     *
     * @param missing required heads that are not there
     */
    public record CoverView(String demand, int heads, int missing) {}

    /** What a cadre carries. */
    public record LoadView(String cadre, int duties, int minutes) {}

    static EvaluationView of(Evaluation evaluation) {
        var score = evaluation.score();
        return new EvaluationView(
                new ScoreView(score.hard(), score.medium(), score.soft()),
                evaluation.tallies().stream().map(EvaluationView::tally).toList(),
                evaluation.demands().stream()
                        .map(cover -> new CoverView(cover.demand(), cover.heads(), cover.missing()))
                        .toList(),
                evaluation.loads().stream()
                        .map(load -> new LoadView(load.cadre(), load.duties(), load.minutes()))
                        .toList(),
                evaluation.violations().stream().map(ViolationView::of).toList());
    }

    private static TallyView tally(Evaluation.Tally tally) {
        var rule = tally.rule();
        return new TallyView(rule.id(), rule.level(), tally.quantity(), tally.weight(), tally.points());
    }
}
