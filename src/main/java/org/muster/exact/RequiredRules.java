package org.muster.exact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** The required duty rules of each cadre, and the same problem with fewer of them. */
final class RequiredRules {
    private final ProblemIndex index;

    RequiredRules(ProblemIndex index) {
        this.index = index;
    }

    /** A required duty rule of a cadre. */
    record Bond(int cadre, DutyRule rule) {}

    /** All required duty rules of a cadre. */
    List<Bond> of(int cadre) {
        return index.rulesOf(cadre).limits().entrySet().stream()
                .filter(entry -> entry.getValue().isRequired())
                .map(entry -> new Bond(cadre, entry.getKey()))
                .toList();
    }

    /** Those that more duties could mend. */
    List<Bond> minimumsOf(int cadre) {
        return of(cadre).stream()
                .filter(bond -> bond.rule().canBeMendedByMoreDuties())
                .toList();
    }

    /** The problem without some required rules. */
    ProblemIndex without(Set<Bond> dropped) {
        var droppedOf = new TreeMap<Integer, List<DutyRule>>();
        dropped.forEach(bond ->
                droppedOf.computeIfAbsent(bond.cadre(), _ -> new ArrayList<>()).add(bond.rule()));
        var problem = index.problem();
        var cadres = new ArrayList<>(problem.cadres());
        var rules = new ArrayList<>(problem.dutyRules());
        droppedOf.forEach((cadre, named) -> {
            var fewer = fewer(problem, index.rulesOf(cadre), named, rules.size());
            rules.add(fewer);
            cadres.set(
                    cadre, index.cadre(cadre).toBuilder().dutyRules(fewer.id()).build());
        });
        return ProblemIndex.of(
                problem.toBuilder().cadres(cadres).dutyRules(rules).build());
    }

    private static DutyRules fewer(Problem problem, DutyRules rules, List<DutyRule> dropped, int number) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        limits.putAll(rules.limits());
        dropped.forEach(limits::remove);
        String id = "fewer-" + number;
        while (isTaken(problem, id)) {
            id += "-";
        }
        return new DutyRules(id, rules.minRest(), rules.maxMinutesPerDay(), limits);
    }

    private static boolean isTaken(Problem problem, String id) {
        return problem.dutyRules().stream().anyMatch(rules -> rules.id().equals(id));
    }
}
