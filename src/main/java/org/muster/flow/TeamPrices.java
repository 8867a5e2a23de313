package org.muster.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/** Lets duties of a flow pay for the units that they add to teams. */
final class TeamPrices {
    private final ProblemIndex index;
    private final StaffingNetwork network;
    private final long unitWeight;
    private final int[] teamOfDemand;
    /** By team, how many of each unit stand already. */
    private final List<Map<Integer, Integer>> standingUnits = new ArrayList<>();

    TeamPrices(ProblemIndex index, StaffingNetwork network, PartialSchedule standing) {
        this.index = index;
        this.network = network;
        unitWeight = index.weight(Rule.TEAM_UNITS) * network.scale();
        teamOfDemand = new int[index.demands()];
        findTeams();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : standing.duties(cadre)) {
                if (network.costs().isInScope(duty)) {
                    standingUnits.get(teamOfDemand[duty]).merge(index.unitOf(cadre), 1, Integer::sum);
                }
            }
        }
    }

    private void findTeams() {
        record Place(int site, int window) {}
        var numbers = new HashMap<Place, Integer>();
        for (int demand : network.demands()) {
            teamOfDemand[demand] = numbers.computeIfAbsent(
                    new Place(index.siteOf(demand), index.windowOf(demand)), _ -> numbers.size());
        }
        numbers.forEach((_, _) -> standingUnits.add(new HashMap<>()));
    }

    /**
     * Prices each duty at what it adds to {@code team-units} while all others stay: nothing where somebody else of the
     * unit is in the team, the full weight where nobody is.
     */
    void chargeNewUnits() {
        var unitsOf = unitsInTeams();
        for (int pair = 0; pair < network.pairs(); pair++) {
            int there = unitsOf.get(teamOfDemand[network.demandOf(pair)])
                    .getOrDefault(index.unitOf(network.cadreOf(pair)), 0);
            network.setPrice(pair, there - (network.isUsed(pair) ? 1 : 0) > 0 ? 0 : unitWeight);
        }
    }

    private List<Map<Integer, Integer>> unitsInTeams() {
        var units = new ArrayList<Map<Integer, Integer>>();
        standingUnits.forEach(standing -> units.add(new HashMap<>(standing)));
        for (int pair = 0; pair < network.pairs(); pair++) {
            if (network.isUsed(pair)) {
                units.get(teamOfDemand[network.demandOf(pair)])
                        .merge(index.unitOf(network.cadreOf(pair)), 1, Integer::sum);
            }
        }
        return units;
    }
}
