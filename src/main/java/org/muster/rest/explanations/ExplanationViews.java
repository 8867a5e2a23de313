package org.muster.rest.explanations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.ShortageCertificate;
import org.muster.evaluation.explanation.Alternative;
import org.muster.evaluation.explanation.CadreExplanation;
import org.muster.evaluation.explanation.DemandExplanation;
import org.muster.evaluation.explanation.DutyAccount;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.RuleTexts;
import org.muster.rest.plans.PlanView.ScoreView;
import org.muster.rest.plans.ScheduleView.AssignmentView;
import org.muster.rest.texts.ShortageText;
import org.muster.rest.texts.TextView;

/** Explanations as callers see them. */
final class ExplanationViews {

    private final ProblemIndex index;

    ExplanationViews(ProblemIndex index) {
        this.index = index;
    }

    /**
     * Why a demand is staffed as it is.
     *
     * @param missing required heads that are not there
     * @param duties one for each head
     * @param cadres everybody who is not on the demand, before any rule was looked at
     * @param remaining how many of them are left after each rule in turn; those left at the end could be added
     * @param additions the best ways to add a head, where there is a free seat
     * @param shortage why heads have to be missing; null where none are or that is not proven
     */
    public record DemandExplanationView(
            String demand,
            int missing,
            List<DutyView> duties,
            int cadres,
            List<RemainingView> remaining,
            List<AlternativeView> additions,
            @Nullable ShortageView shortage) {}

    /**
     * Why a cadre serves as he does, or not at all.
     *
     * @param duties in the order in which they are served
     * @param further the best further duties, alone or in place of somebody else
     */
    public record CadreExplanationView(String cadre, List<DutyView> duties, List<AlternativeView> further) {}

    /**
     * What a duty contributes.
     *
     * @param parts what would not be counted without the duty
     * @param alternatives the best ones first, then some that look better but break a rule
     */
    public record DutyView(AssignmentView duty, List<PartView> parts, List<AlternativeView> alternatives) {}

    /**
     * What could be done instead.
     *
     * @param text the same in a sentence
     * @param ended duties that would end
     * @param given duties that would begin
     * @param difference of the score; below 0 where the schedule would become worse
     * @param parts how the counts of rules would change
     * @param obstacle the first rule that forbids it; null where it may be done
     */
    public record AlternativeView(
            Alternative.Kind kind,
            TextView text,
            List<AssignmentView> ended,
            List<AssignmentView> given,
            ScoreView difference,
            List<PartView> parts,
            @Nullable RuleNameView obstacle) {}

    /**
     * A part of a rule's account.
     *
     * @param points what it adds to the score of the rule's level: minus weight x quantity
     */
    public record PartView(RuleNameView rule, long quantity, long points) {}

    /** A rule and what it is called. */
    public record RuleNameView(String id, Rule.Level level, TextView name) {}

    /** How many cadres keep a rule and all before it. */
    public record RemainingView(RuleNameView rule, int cadres) {}

    /**
     * Demands that together require more heads than all who may serve any of them can fill.
     *
     * @param cadres everybody who may serve on any of them
     * @param required heads that the demands require together
     * @param available heads that the cadres can fill at most
     * @param missing heads that stay empty in every schedule
     */
    public record ShortageView(
            List<String> demands, List<String> cadres, int required, int available, int missing, TextView text) {}

    DemandExplanationView of(DemandExplanation explanation, Optional<ShortageCertificate> shortage) {
        return new DemandExplanationView(
                explanation.demand(),
                explanation.missing(),
                explanation.duties().stream().map(this::duty).toList(),
                explanation.cadres(),
                explanation.remaining().stream()
                        .map(step -> new RemainingView(name(step.rule()), step.cadres()))
                        .toList(),
                explanation.additions().stream().map(this::alternative).toList(),
                shortage.map(ExplanationViews::shortage).orElse(null));
    }

    CadreExplanationView of(CadreExplanation explanation) {
        return new CadreExplanationView(
                explanation.cadre(),
                explanation.duties().stream().map(this::duty).toList(),
                explanation.further().stream().map(this::alternative).toList());
    }

    private DutyView duty(DutyAccount account) {
        return new DutyView(
                AssignmentView.of(account.duty()),
                parts(account.parts()),
                account.alternatives().stream().map(this::alternative).toList());
    }

    private AlternativeView alternative(Alternative alternative) {
        var difference = alternative.difference();
        return new AlternativeView(
                alternative.kind(),
                AlternativeText.of(alternative),
                alternative.ended().stream().map(AssignmentView::of).toList(),
                alternative.given().stream().map(AssignmentView::of).toList(),
                new ScoreView(difference.hard(), difference.medium(), difference.soft()),
                parts(alternative.quantities()),
                alternative.obstacle().map(ExplanationViews::name).orElse(null));
    }

    private List<PartView> parts(Map<Rule, Long> quantities) {
        return quantities.entrySet().stream()
                .map(entry -> new PartView(
                        name(entry.getKey()), entry.getValue(), -index.weight(entry.getKey()) * entry.getValue()))
                .toList();
    }

    private static RuleNameView name(Rule rule) {
        return new RuleNameView(
                rule.id(), rule.level(), new TextView(RuleTexts.CHINESE.nameOf(rule), RuleTexts.ENGLISH.nameOf(rule)));
    }

    private static ShortageView shortage(ShortageCertificate shortage) {
        return new ShortageView(
                shortage.demands(),
                shortage.cadres(),
                shortage.required(),
                shortage.available(),
                shortage.missing(),
                ShortageText.of(shortage));
    }
}
