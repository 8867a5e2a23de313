package org.muster.evaluation;

import java.util.EnumMap;
import java.util.List;
import org.muster.evaluation.Evaluation.Cover;
import org.muster.evaluation.Evaluation.Load;
import org.muster.evaluation.Evaluation.Tally;
import org.muster.problem.Problem;
import org.muster.problem.Rule;
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
        var attendance = new Attendance(problem, schedule);
        var counts = new EnumMap<Rule, Count>(Rule.class);
        for (var rule : Rule.values()) {
            counts.put(rule, count(rule, attendance));
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
                coverOf(attendance),
                loadsOf(attendance),
                counts.values().stream()
                        .flatMap(count -> count.violations().stream())
                        .toList());
    }

    private static Count count(Rule rule, Attendance attendance) {
        return switch (rule) {
            case SKILL -> EligibilityCount.skill(attendance);
            case AVAILABILITY -> EligibilityCount.availability(attendance);
            case SERVICE -> EligibilityCount.service(attendance);
            case AGE -> EligibilityCount.age(attendance);
            case CARE -> EligibilityCount.care(attendance);
            case CONFINEMENT -> EligibilityCount.confinement(attendance);
            case OVERLAP_AND_REST -> TimeCount.overlapAndRest(attendance);
            case DAY_LIMIT -> TimeCount.dayLimit(attendance);
            case UNIT_CEILING -> CrowdCount.unitCeiling(attendance);
            case DUTY_RULES -> ExcessCount.required(attendance);
            case ONE_SEAT -> TimeCount.oneSeat(attendance);
            case HEADCOUNT -> CrowdCount.headcount(attendance);
            case PINNED -> CrowdCount.pinned(attendance);
            case COVER -> CrowdCount.cover(attendance);
            case IDEAL_COVER -> CrowdCount.idealCover(attendance);
            case OVER_COVER -> CrowdCount.overCover(attendance);
            case TRAVEL -> GoalCount.travel(attendance);
            case HOME -> GoalCount.home(attendance);
            case UNIT_PAIRING -> GoalCount.unitPairing(attendance);
            case SAME_SITE -> GoalCount.sameSite(attendance);
            case PREFERENCE -> GoalCount.preference(attendance);
            case SCARCE_SKILL -> GoalCount.scarceSkill(attendance);
            case FAIRNESS -> GoalCount.fairness(attendance);
            case TEAM_UNITS -> TeamCount.units(attendance);
            case EXPERIENCE -> TeamCount.experience(attendance);
            case DISRUPTION -> CrowdCount.disruption(attendance);
            case LONG_DAY -> GoalCount.longDay(attendance);
            case PREFERRED_DUTY_RULES -> ExcessCount.preferred(attendance);
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

    private static List<Cover> coverOf(Attendance attendance) {
        return attendance.problem().demands().stream()
                .map(demand -> new Cover(
                        demand.id(), CrowdCount.heads(attendance, demand), CrowdCount.missing(attendance, demand)))
                .toList();
    }

    private static List<Load> loadsOf(Attendance attendance) {
        return attendance.cadresOnDuty().stream()
                .map(cadre -> {
                    var duties = attendance.dutiesOf(cadre);
                    int minutes = duties.stream().mapToInt(Duty::minutes).sum();
                    return new Load(cadre.id(), duties.size(), minutes);
                })
                .toList();
    }
}
