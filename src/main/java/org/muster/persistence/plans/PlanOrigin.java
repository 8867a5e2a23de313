package org.muster.persistence.plans;

import java.util.List;

/**
 * Where the problem of a plan comes from.
 *
 * @param district identifier of the district from whose lists it was made
 * @param rounds identifiers of the rounds that it plans
 */
public record PlanOrigin(String district, List<String> rounds) {

    public PlanOrigin {
        rounds = List.copyOf(rounds);
    }
}
