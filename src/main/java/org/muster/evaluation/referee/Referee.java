package org.muster.evaluation.referee;

import java.util.EnumMap;
import java.util.List;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.Evaluation.Cover;
import org.muster.evaluation.Evaluation.Load;
import org.muster.evaluation.Evaluation.Tally;
import org.muster.problem.Problem;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Recounts every number of the planning model from problem and schedule alone. It shares no code with the solver, so
 * that it can disagree.
 */
public final class Referee {

    private Referee() {}

    /**
     * Counts any schedule, broken and partial ones included.
     *
     * @throws IllegalArgumentException when the schedule names a demand or cadre that the problem does not have
     */
    public static Evaluation evaluate(Problem problem, Schedule schedule) {
        var resolvedSchedule = new ResolvedSchedule(problem, schedule);
        var counts = new EnumMap<Rule, Count>(Rule.class);
        for (var rule : Rule.values()) {
            counts.put(rule, count(rule, resolvedSchedule));
        }
        var tallies = counts.entrySet().stream()
                .map(entry -> new Tally(
                        entry.getKey(),
                        entry.getValue().quantity(),
                        problem.weights().of(entry.getKey())))
                .toList();
        return new Evaluation(
                scoreOf(tallies),
                tallies,
                coverOf(resolvedSchedule),
                loadsOf(resolvedSchedule),
                counts.values().stream()
                        .flatMap(count -> count.violations().stream())
                        .toList());
    }

    private static Count count(Rule rule, ResolvedSchedule resolvedSchedule) {
        return switch (rule) {
            case SKILL -> EligibilityCount.skill(resolvedSchedule);
            case AVAILABILITY -> EligibilityCount.availability(resolvedSchedule);
            case SERVICE -> EligibilityCount.service(resolvedSchedule);
            case AGE -> EligibilityCount.age(resolvedSchedule);
            case CARE -> EligibilityCount.care(resolvedSchedule);
            case CONFINEMENT -> EligibilityCount.confinement(resolvedSchedule);
            case OVERLAP_AND_REST -> TimeCount.overlapAndRest(resolvedSchedule);
            case DAY_LIMIT -> TimeCount.dayLimit(resolvedSchedule);
            case UNIT_CEILING -> HeadcountRules.unitCeiling(resolvedSchedule);
            case DUTY_RULES -> ExcessCount.required(resolvedSchedule);
            case ONE_SEAT -> TimeCount.oneSeat(resolvedSchedule);
            case HEADCOUNT -> HeadcountRules.headcount(resolvedSchedule);
            case PINNED -> HeadcountRules.pinned(resolvedSchedule);
            case COVER -> HeadcountRules.cover(resolvedSchedule);
            case IDEAL_COVER -> HeadcountRules.idealCover(resolvedSchedule);
            case OVER_COVER -> HeadcountRules.overCover(resolvedSchedule);
            case TRAVEL -> GoalCount.travel(resolvedSchedule);
            case HOME -> GoalCount.home(resolvedSchedule);
            case UNIT_PAIRING -> GoalCount.unitPairing(resolvedSchedule);
            case SAME_SITE -> GoalCount.sameSite(resolvedSchedule);
            case PREFERENCE -> GoalCount.preference(resolvedSchedule);
            case SCARCE_SKILL -> GoalCount.scarceSkill(resolvedSchedule);
            case FAIRNESS -> GoalCount.fairness(resolvedSchedule);
            case TEAM_UNITS -> TeamCount.units(resolvedSchedule);
            case EXPERIENCE -> TeamCount.experience(resolvedSchedule);
            case DISRUPTION -> HeadcountRules.disruption(resolvedSchedule);
            case LONG_DAY -> GoalCount.longDay(resolvedSchedule);
            case PREFERRED_DUTY_RULES -> ExcessCount.preferred(resolvedSchedule);
        };
    }

    private static Score scoreOf(List<Tally> tallies) {
        return new Score(
                pointsOf(Rule.Level.HARD, tallies),
                pointsOf(Rule.Level.MEDIUM, tallies),
                pointsOf(Rule.Level.SOFT, tallies));
    }

    private static long pointsOf(Rule.Level level, List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.rule().level() == level)
                .mapToLong(Tally::points)
                .sum();
    }

    private static List<Cover> coverOf(ResolvedSchedule resolvedSchedule) {
        return resolvedSchedule.problem().demands().stream()
                .map(demand -> new Cover(
                        demand.id(),
                        HeadcountRules.heads(resolvedSchedule, demand),
                        HeadcountRules.missing(resolvedSchedule, demand)))
                .toList();
    }

    private static List<Load> loadsOf(ResolvedSchedule resolvedSchedule) {
        return resolvedSchedule.cadresOnDuty().stream()
                .map(cadre -> {
                    var duties = resolvedSchedule.dutiesOf(cadre);
                    int minutes = duties.stream().mapToInt(Duty::minutes).sum();
                    return new Load(cadre.id(), duties.size(), minutes);
                })
                .toList();
    }
}
