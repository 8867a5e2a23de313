package org.muster.rest.reference;

import org.muster.problem.rules.Rule;
import org.muster.problem.rules.RuleTexts;
import org.muster.rest.texts.TextView;

/**
 * A rule or goal that schedules are judged by.
 *
 * @param id unique within a level
 * @param adjustable whether a problem may give it another weight
 * @param name a few words
 * @param text what is counted
 */
public record RuleView(
        String id, Rule.Level level, int defaultWeight, boolean adjustable, TextView name, TextView text) {

    static RuleView of(Rule rule) {
        return new RuleView(
                rule.id(),
                rule.level(),
                rule.defaultWeight(),
                rule.isGoal(),
                new TextView(RuleTexts.CHINESE.nameOf(rule), RuleTexts.ENGLISH.nameOf(rule)),
                new TextView(RuleTexts.CHINESE.textOf(rule), RuleTexts.ENGLISH.textOf(rule)));
    }
}
