package org.muster.evaluation.referee;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muster.evaluation.referee.DutyRuleCount.Worked;
import org.muster.problem.Cadre;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;

/** The excess over the duty rules of all cadres, those without any duty included. */
final class ExcessCount {

    private ExcessCount() {}

    static Count required(ResolvedSchedule resolvedSchedule) {
        return Count.of(excesses(resolvedSchedule, DutyLimit::isRequired)
                .map(excess -> Violations.ofDutyRule(Rule.DUTY_RULES, excess.amount(), excess.cadre(), excess.rule())));
    }

    static Count preferred(ResolvedSchedule resolvedSchedule) {
        return Count.of(excesses(resolvedSchedule, not(DutyLimit::isRequired))
                .mapToLong(Excess::points)
                .sum());
    }

    private record Excess(Cadre cadre, DutyRule rule, DutyLimit limit, long amount) {

        /** What it costs as a goal; a required rule is none. */
        long points() {
            var weight = limit.weight();
            return weight == null ? 0 : weight * amount;
        }
    }

    private static Stream<Excess> excesses(ResolvedSchedule resolvedSchedule, Predicate<DutyLimit> isMeant) {
        return resolvedSchedule.problem().cadres().stream()
                .flatMap(cadre -> excessesOf(cadre, resolvedSchedule, isMeant));
    }

    private static Stream<Excess> excessesOf(
            Cadre cadre, ResolvedSchedule resolvedSchedule, Predicate<DutyLimit> isMeant) {
        var rules = resolvedSchedule.findDutyRulesOf(cadre);
        if (rules.isEmpty()) {
            return Stream.empty();
        }
        var count = new DutyRuleCount(resolvedSchedule.problem().horizon(), workedBy(cadre, resolvedSchedule));
        return rules.get().limits().entrySet().stream()
                .filter(limit -> isMeant.test(limit.getValue()))
                .map(limit -> new Excess(
                        cadre, limit.getKey(), limit.getValue(), count.excess(limit.getKey(), limit.getValue())));
    }

    private static List<Worked> workedBy(Cadre cadre, ResolvedSchedule resolvedSchedule) {
        var travel = resolvedSchedule.problem().travel();
        return resolvedSchedule.dutiesOf(cadre).stream()
                .map(duty -> new Worked(
                        duty.date(), duty.minutes(), duty.window().kind(), travel.minutes(cadre, duty.site())))
                .toList();
    }
}
