package org.muster.evaluation.explanation;

import java.util.List;
import java.util.Map;
import org.muster.evaluation.incremental.Quantities;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;

/**
 * The contribution of a duty to the score, and its alternatives.
 *
 * @param parts how much less each rule would count without the duty, or more where the number is negative; rules that
 *     would count the same are left out
 * @param alternatives the best ones first; after them some that look better than the duty, but break a rule
 */
public record DutyAccount(Assignment duty, Map<Rule, Long> parts, List<Alternative> alternatives) {
    public DutyAccount {
        parts = Quantities.inOrder(parts);
        alternatives = List.copyOf(alternatives);
    }
}
