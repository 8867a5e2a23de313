package org.muster.evaluation;

import java.util.List;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.ProblemFixture;
import org.muster.problem.rules.Rule;

/** What the referee says of a small district. */
public final class Recount {

    private Recount() {}

    public static Evaluation of(ProblemFixture district) {
        return Referee.evaluate(district.problem(), district.schedule());
    }

    static long quantityOf(Rule rule, ProblemFixture district) {
        return of(district).tally(rule).quantity();
    }

    static List<Violation> violationsOf(Rule rule, ProblemFixture district) {
        return of(district).violations().stream()
                .filter(violation -> violation.rule() == rule)
                .toList();
    }
}
