package org.muster.rest.plans;

import java.util.ArrayList;
import java.util.List;
import org.muster.evaluation.Evaluation.Tally;
import org.muster.evaluation.explanation.ScheduleDiff;
import org.muster.persistence.plans.BestSchedule;
import org.muster.problem.rules.Rule;
import org.muster.rest.plans.PlanView.ScoreView;

/**
 * What another plan does otherwise.
 *
 * @param difference of the scores: above 0 where the other plan is better
 * @param cadres those whose duties differ
 * @param rules what each rule and goal gains or loses
 */
public record DiffView(ScoreView difference, List<CadreDiffView> cadres, List<RuleDiffView> rules) {

    /**
     * What changes for a cadre.
     *
     * @param moved duties that are exchanged for others
     * @param removed demands of duties that end
     * @param added demands of duties that begin
     */
    public record CadreDiffView(String cadre, List<MoveView> moved, List<String> removed, List<String> added) {}

    /** A duty on one demand that became one on another. */
    public record MoveView(String from, String to) {}

    /**
     * What a rule or goal gains or loses.
     *
     * @param quantity how much more it counts in the other plan
     * @param points how many more points it gives: above 0 where the other plan is better
     */
    public record RuleDiffView(String rule, Rule.Level level, long quantity, long points) {}

    static DiffView of(BestSchedule from, BestSchedule to) {
        var before = from.evaluation().score();
        var after = to.evaluation().score();
        return new DiffView(
                new ScoreView(
                        after.hard() - before.hard(), after.medium() - before.medium(), after.soft() - before.soft()),
                ScheduleDiff.between(from.schedule(), to.schedule()).cadres().stream()
                        .map(DiffView::cadre)
                        .toList(),
                rules(from.evaluation().tallies(), to.evaluation().tallies()));
    }

    private static CadreDiffView cadre(ScheduleDiff.CadreDiff diff) {
        return new CadreDiffView(
                diff.cadre(),
                diff.moved().stream()
                        .map(move -> new MoveView(move.from(), move.to()))
                        .toList(),
                diff.removed(),
                diff.added());
    }

    /** Both have a line for every rule, in the same order. */
    private static List<RuleDiffView> rules(List<Tally> before, List<Tally> after) {
        var rules = new ArrayList<RuleDiffView>();
        for (int i = 0; i < before.size(); i++) {
            var rule = before.get(i).rule();
            rules.add(new RuleDiffView(
                    rule.id(),
                    rule.level(),
                    after.get(i).quantity() - before.get(i).quantity(),
                    after.get(i).points() - before.get(i).points()));
        }
        return rules;
    }
}
