package org.muster.rest.plans;

import java.util.List;
import org.muster.evaluation.explanation.ChangeEffect;
import org.muster.problem.rules.Rule;
import org.muster.rest.errors.ViolationView;
import org.muster.rest.plans.PlanView.ScoreView;

/**
 * What changes of a schedule by hand do, or would do.
 *
 * @param rules rules and goals whose quantity changes
 * @param broken places where rules are broken more than before; each amount is by how much more
 * @param version of the plan that has this effect: the one that was looked at, or the one that was made; its ETag
 */
public record EffectView(ScoresView score, List<RuleEffectView> rules, List<ViolationView> broken, long version) {

    /** The score before and after the changes. */
    public record ScoresView(ScoreView before, ScoreView after) {}

    /**
     * What changes of a rule or goal.
     *
     * @param pointsBefore what it added to the score of its level: minus weight x quantity
     * @param pointsAfter what it adds afterwards
     */
    public record RuleEffectView(
            String rule,
            Rule.Level level,
            long quantityBefore,
            long quantityAfter,
            long pointsBefore,
            long pointsAfter) {

        static RuleEffectView of(ChangeEffect.RuleEffect effect) {
            return new RuleEffectView(
                    effect.rule().id(),
                    effect.rule().level(),
                    effect.before(),
                    effect.after(),
                    effect.pointsBefore(),
                    effect.pointsAfter());
        }
    }

    static EffectView of(ChangeEffect effect, long version) {
        return new EffectView(
                new ScoresView(ScoreView.known(effect.before()), ScoreView.known(effect.after())),
                effect.rules().stream().map(RuleEffectView::of).toList(),
                effect.broken().stream().map(ViolationView::of).toList(),
                version);
    }
}
