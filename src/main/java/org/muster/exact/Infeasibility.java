package org.muster.exact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.muster.evaluation.incremental.ScoreParts;
import org.muster.exact.RequiredRules.Bond;
import org.muster.problem.index.ProblemIndex;

/**
 * Proves that no schedule keeps every rule, and names the cadres and required duty rules that cause it.
 *
 * <p>First each cadre alone: one who cannot keep their own rules whatever the others do. Then a count of the duties
 * that many people need together. Then, where the problem is small, all rules exactly. Finding nothing is no proof that
 * there is such a schedule.
 */
public final class Infeasibility {
    private static final long STEPS_FOR_ONE = 2_000_000;
    private static final long STEPS_FOR_ALL_BY_THEMSELVES = 20_000_000;
    private static final long STEPS_FOR_COUNT = 30_000_000;

    private final ProblemIndex index;
    private final BooleanSupplier cancelled;
    private final RequiredRules rules;

    private Infeasibility(ProblemIndex index, BooleanSupplier cancelled) {
        this.index = index;
        this.cancelled = cancelled;
        rules = new RequiredRules(index);
    }

    /**
     * Why no schedule keeps every rule. The same problem gives the same answer, unless it is cancelled.
     *
     * @param cancelled asked often
     * @return each reason suffices by itself; empty where nothing is proven
     */
    public static List<Reason> reasons(ProblemIndex index, BooleanSupplier cancelled) {
        var infeasibility = new Infeasibility(index, cancelled);
        var alone = infeasibility.alone();
        return alone.isEmpty() ? infeasibility.together() : alone;
    }

    private List<Reason> alone() {
        var parts = new ScoreParts(index);
        var reasons = new ArrayList<Reason>();
        long stepsLeft = STEPS_FOR_ALL_BY_THEMSELVES;
        for (int cadre = 0; cadre < index.cadres() && stepsLeft > 0; cadre++) {
            if (!rules.minimumsOf(cadre).isEmpty()) {
                int each = cadre;
                var budget = new Budget(Math.min(stepsLeft, STEPS_FOR_ONE), cancelled);
                if (isProven(_ -> isImpossible(index, parts, each, budget), Set.of())) {
                    var left = fewest(rules.of(each), dropped -> isImpossible(rules.without(dropped), each));
                    reasons.add(reason(left));
                }
                stepsLeft -= budget.used() + index.demands();
            }
        }
        return reasons;
    }

    private List<Reason> together() {
        try {
            var counted = new DutyCounting(index, new Budget(STEPS_FOR_COUNT, cancelled)).shortage();
            if (counted.isPresent()) {
                return List.of(counted.get());
            }
        } catch (Budget.Exhausted _) {
            // Perhaps all rules together need less.
        }
        var minimums = new ArrayList<Bond>();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            minimums.addAll(rules.minimumsOf(cadre));
        }
        var budget = new Budget(ExactSearch.STEPS, cancelled);
        if (minimums.isEmpty() || !isProven(_ -> !ExactSearch.isFeasible(index, budget), Set.of())) {
            return List.of();
        }
        return List.of(reason(fewest(minimums, dropped -> !ExactSearch.isFeasible(rules.without(dropped), budget))));
    }

    /** Whether no set of duties keeps the rules of a cadre, even if the other cadres had only their pins. */
    private static boolean isImpossible(ProblemIndex problem, ScoreParts parts, int cadre, Budget budget)
            throws Budget.Exhausted {
        return DutySets.of(problem, parts, cadre, true, budget).count() == 0;
    }

    private boolean isImpossible(ProblemIndex problem, int cadre) throws Budget.Exhausted {
        return isImpossible(problem, new ScoreParts(problem), cadre, new Budget(STEPS_FOR_ONE, cancelled));
    }

    /** Leaves out one required rule after the other, as long as the rest is infeasible. */
    private List<Bond> fewest(List<Bond> bonds, Proof proof) {
        var dropped = new HashSet<Bond>();
        for (int cadre : bonds.stream().mapToInt(Bond::cadre).distinct().toArray()) {
            tryWithout(bonds, bond -> bond.cadre() == cadre, dropped, proof);
        }
        for (var bond : bonds) {
            tryWithout(bonds, bond::equals, dropped, proof);
        }
        return bonds.stream().filter(bond -> !dropped.contains(bond)).toList();
    }

    private static void tryWithout(List<Bond> bonds, Predicate<Bond> which, Set<Bond> dropped, Proof proof) {
        var more = new HashSet<>(dropped);
        bonds.stream().filter(which).forEach(more::add);
        if (more.size() > dropped.size() && more.size() < bonds.size() && isProven(proof, more)) {
            dropped.addAll(more);
        }
    }

    private static boolean isProven(Proof proof, Set<Bond> dropped) {
        try {
            return proof.isImpossibleWithout(dropped);
        } catch (Budget.Exhausted _) {
            return false;
        }
    }

    /** Whether the rules are infeasible even without some of them. */
    private interface Proof {
        boolean isImpossibleWithout(Set<Bond> dropped) throws Budget.Exhausted;
    }

    private Reason reason(List<Bond> bonds) {
        return Reason.of(
                bonds.stream()
                        .mapToInt(Bond::cadre)
                        .distinct()
                        .sorted()
                        .mapToObj(cadre -> index.cadre(cadre).id())
                        .toList(),
                bonds.stream().map(Bond::rule).toList());
    }
}
