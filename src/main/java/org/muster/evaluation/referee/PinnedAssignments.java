package org.muster.evaluation.referee;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.Problem;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** Checks whether pinned assignments keep the rules among themselves. Where they do not, no schedule can. */
public final class PinnedAssignments {

    private PinnedAssignments() {}

    /**
     * Reports each pinned assignment that contributes to a broken rule, once for each rule. Rules that more duties can
     * still mend are not looked at.
     *
     * @return faults in the order of {@code assignments}; pointers start at the problem, as in {@code /assignments/3}
     * @throws IllegalArgumentException when an assignment names a demand or cadre that the problem does not have
     */
    public static List<Fault> faultsOf(Problem problem) {
        var positions = positionsOfPinned(problem);
        var pinned = new Schedule(positions.stream()
                .map(problem.assignments()::get)
                .map(assignment -> new Assignment(assignment.demand(), assignment.cadre(), true))
                .toList());
        var broken = new BrokenRules(Referee.evaluate(problem, pinned).violations());
        var duties = new ResolvedSchedule(problem, pinned).duties();
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < duties.size(); i++) {
            var duty = duties.get(i);
            int position = positions.get(i);
            broken.rulesBrokenBy(duty).map(rule -> fault(position, rule, duty)).forEach(faults::add);
        }
        return List.copyOf(faults);
    }

    private static List<Integer> positionsOfPinned(Problem problem) {
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < problem.assignments().size(); i++) {
            if (problem.assignments().get(i).pinned()) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static Fault fault(int position, Rule rule, Duty duty) {
        return new Fault(
                "/assignments/" + position,
                FaultCode.PINNED_BREAKS_RULE,
                Map.of(
                        "rule", rule.id(),
                        "cadre", duty.cadre().id(),
                        "demand", duty.demand().id()));
    }

    /** Violations by what they blame first, so that those of one duty are found without looking at all. */
    private static final class BrokenRules {
        private final Map<Blamed, List<Violation>> violations;

        BrokenRules(List<Violation> all) {
            violations = all.stream().filter(not(BrokenRules::canBeMended)).collect(groupingBy(Blamed::by));
        }

        private static boolean canBeMended(Violation violation) {
            var dutyRule = violation.dutyRule();
            return dutyRule != null && dutyRule.canBeMendedByMoreDuties();
        }

        Stream<Rule> rulesBrokenBy(Duty duty) {
            var cadre = duty.cadre();
            return Stream.of(
                            new Blamed(cadre.id(), null, null),
                            new Blamed(null, cadre.unit(), null),
                            new Blamed(null, null, duty.demand().id()))
                    .flatMap(blamed -> violations.getOrDefault(blamed, List.of()).stream())
                    .filter(violation -> concerns(violation, duty))
                    .map(Violation::rule)
                    .distinct()
                    .sorted();
        }

        /** Whether the duty is the one that a violation of its cadre, unit or demand blames, or one of those. */
        private static boolean concerns(Violation violation, Duty duty) {
            var demand = duty.demand().id();
            boolean isAnyDemand = violation.demand() == null;
            boolean isAnyDate = violation.date() == null;
            return (isAnyDemand || demand.equals(violation.demand()) || demand.equals(violation.otherDemand()))
                    && (isAnyDate || duty.date().equals(violation.date()));
        }
    }

    /** A cadre, or else a unit, or else a demand. */
    private record Blamed(
            @Nullable String cadre,
            @Nullable String unit,
            @Nullable String demand) {

        static Blamed by(Violation violation) {
            if (violation.cadre() != null) {
                return new Blamed(violation.cadre(), null, null);
            }
            return violation.unit() != null
                    ? new Blamed(null, violation.unit(), null)
                    : new Blamed(null, null, violation.demand());
        }
    }
}
