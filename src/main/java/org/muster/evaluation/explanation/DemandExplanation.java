package org.muster.evaluation.explanation;

import java.util.List;
import org.muster.problem.rules.Rule;

/**
 * Why a demand is staffed as it is.
 *
 * @param missing required heads that are not there
 * @param duties one for each head
 * @param cadres how many cadres are not on the demand, before any rule is applied
 * @param remaining how many of them are left after each rule in turn; those left after the last one could be added
 * @param additions the best ways to add a head, where there is a free seat
 */
public record DemandExplanation(
        String demand,
        int missing,
        List<DutyAccount> duties,
        int cadres,
        List<Remaining> remaining,
        List<Alternative> additions) {
    public DemandExplanation {
        duties = List.copyOf(duties);
        remaining = List.copyOf(remaining);
        additions = List.copyOf(additions);
    }

    /**
     * One step of the selection.
     *
     * @param cadres who keep this rule and all before it
     */
    public record Remaining(Rule rule, int cadres) {}
}
