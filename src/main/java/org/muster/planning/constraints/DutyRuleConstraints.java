package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.DUTY_RULES;
import static org.muster.problem.rules.Rule.PREFERRED_DUTY_RULES;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import java.util.function.Predicate;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Duties;
import org.muster.planning.model.DutyRuleCounter;
import org.muster.planning.model.Seat;

/** Rules about a cadre's duties over the whole horizon. They hold for those who stay at home too. */
final class DutyRuleConstraints {

    private DutyRuleConstraints() {}

    /** No cadre exceeds a required duty rule. Each unit of excess counts one. */
    static Constraint dutyRules(ConstraintFactory factory) {
        return everybody(factory, cadre -> !cadre.requiredLimits().isEmpty())
                .penalize(weightOf(DUTY_RULES), DutyRuleCounter::required)
                .asConstraint(constraintId(DUTY_RULES));
    }

    /** No cadre exceeds a preferred duty rule. Each unit of excess counts the weight of its rule. */
    static Constraint preferredDutyRules(ConstraintFactory factory) {
        return everybody(factory, cadre -> !cadre.preferredLimits().isEmpty())
                .penalize(weightOf(PREFERRED_DUTY_RULES), DutyRuleCounter::preferred)
                .asConstraint(constraintId(PREFERRED_DUTY_RULES));
    }

    private static BiConstraintStream<CadreFact, Duties> everybody(
            ConstraintFactory factory, Predicate<CadreFact> isConcerned) {
        var atHome = factory.forEach(CadreFact.class)
                .filter(isConcerned)
                .ifNotExists(Seat.class, equal(cadre -> cadre, Seat::cadre));
        return atHome.concat(dutiesOfCadres(factory).filter((cadre, _) -> isConcerned.test(cadre)), _ -> Duties.NONE);
    }
}
