package org.muster.evaluation.referee;

import java.util.List;
import java.util.stream.Stream;
import org.muster.evaluation.Evaluation.Violation;

/**
 * What one rule comes to in a schedule.
 *
 * @param quantity in the unit of the rule
 * @param violations the places that make up the quantity of a hard rule; empty for cover and goals
 */
record Count(long quantity, List<Violation> violations) {

    Count {
        violations = List.copyOf(violations);
    }

    /** A number that breaks nothing. */
    static Count of(long quantity) {
        return new Count(quantity, List.of());
    }

    /** Adds up the places where a hard rule may be broken; an amount of 0 or less breaks nothing. */
    static Count of(Stream<Violation> places) {
        var broken = places.filter(place -> place.amount() > 0).toList();
        return new Count(broken.stream().mapToLong(Violation::amount).sum(), broken);
    }
}
