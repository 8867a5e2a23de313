package org.muster.evaluation.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.evaluation.incremental.Quantities;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Score;

/**
 * A possible change of a schedule, and its effect on the score.
 *
 * @param kind what a planner would call it
 * @param ended duties that would end
 * @param given duties that would begin
 * @param difference of the score: below 0 where the schedule would become worse
 * @param quantities how much more each rule would count; those that stay the same are left out
 */
public record Alternative(
        Kind kind, List<Assignment> ended, List<Assignment> given, Score difference, Map<Rule, Long> quantities) {

    /** What a planner would call it. */
    public enum Kind {
        /** A further head on a demand. */
        ADDITION,
        /** Another cadre in place of the present one. */
        REPLACEMENT,
        /** A cadre goes to a free seat. */
        MOVE,
        /** Two cadres exchange a duty each. */
        SWAP,
        /** A cadre goes elsewhere, and that moves a second one, who makes room or follows. */
        CHAIN
    }

    public Alternative {
        ended = List.copyOf(ended);
        given = List.copyOf(given);
        quantities = Quantities.inOrder(quantities);
    }

    /** The first rule, in the order of {@link Rule}, that would be broken further; empty when it may be done. */
    public Optional<Rule> obstacle() {
        return quantities.entrySet().stream()
                .filter(entry -> entry.getKey().level() == Rule.Level.HARD && entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
