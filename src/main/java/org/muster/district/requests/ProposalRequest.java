package org.muster.district.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.district.rounds.DemandHeuristics.Heads;

/**
 * Which demands to propose.
 *
 * @param residents of sites; null for all sites of which residents are stored
 * @param aTable heads that each sampling table needs; null for the usual posts that the district has
 * @param aSite heads that each site needs; null for the usual posts that the district has
 */
public record ProposalRequest(
        @Nullable List<Residents> residents,
        @Nullable List<Heads> aTable,
        @Nullable List<Heads> aSite) {

    /** How many people come to a site, 0 or more. */
    public record Residents(String site, int residents) {}
}
