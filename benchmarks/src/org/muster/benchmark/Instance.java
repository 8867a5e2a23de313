package org.muster.benchmark;

import org.muster.demo.DemoDistricts;
import org.muster.problem.Problem;

/**
 * A problem to measure on.
 *
 * @param name a demo district; with {@code @} and a number, the district cut to so many cadres, or two of it joined
 *     where it has fewer
 * @param rounds how many, 1 or more
 */
public record Instance(String name, int rounds) {
    /** Every contender gets the problem of this seed; its own seed is another matter. */
    private static final long PROBLEM_SEED = 1;

    private static final long NEIGHBOUR_SEED = 2;

    /** Makes the problem. An equal instance makes an equal problem. */
    public Problem problem() {
        int at = name.indexOf('@');
        if (at < 0) {
            return district(name, PROBLEM_SEED);
        }
        var district = name.substring(0, at);
        int cadres = Integer.parseInt(name, at + 1, name.length(), 10);
        var whole = district(district, PROBLEM_SEED);
        if (whole.cadres().size() < cadres) {
            whole = Neighbours.join(whole, district(district, NEIGHBOUR_SEED));
        }
        return Cutting.cut(whole, cadres);
    }

    private Problem district(String id, long seed) {
        return DemoDistricts.find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no demo district (%s). Maybe one of %s."
                        .formatted(
                                id,
                                DemoDistricts.all().stream()
                                        .map(each -> each.id())
                                        .toList())))
                .problem(rounds, seed);
    }

    @Override
    public String toString() {
        return rounds == 1 ? name : "%s x%d".formatted(name, rounds);
    }
}
