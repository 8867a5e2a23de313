package org.muster.problem.rules;

import java.util.Locale;
import java.util.ResourceBundle;

/** Names and descriptions of rules, in one language. The texts are in {@code rules*.properties}. */
public final class RuleTexts {

    /** Texts for readers of English. */
    public static final RuleTexts ENGLISH = new RuleTexts(Locale.ENGLISH);

    /** Texts for readers of Chinese. */
    public static final RuleTexts CHINESE = new RuleTexts(Locale.CHINESE);

    private final ResourceBundle texts;

    private RuleTexts(Locale language) {
        texts = ResourceBundle.getBundle(
                "org.muster.problem.rules",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A few words, as for a heading. */
    public String nameOf(Rule rule) {
        return texts.getString(key(rule) + ".name");
    }

    /** A sentence that says what is counted. */
    public String textOf(Rule rule) {
        return texts.getString(key(rule) + ".text");
    }

    private static String key(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT) + "." + rule.id();
    }
}
