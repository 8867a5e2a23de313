package org.muster.problem.index;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;

/**
 * Who may serve at which site, and what the place of a duty costs: travel, home, unit pairing, and a preferred limit on
 * travel.
 */
final class DutyPlaces {
    private final TravelTimes travelTimes;
    private final int[] confinedTo;
    private final int[] homeOfCadre;
    private final int[] unitOfCadre;
    /** Travel minutes that a required rule allows, and those that a preferred one does with its points beyond. */
    private final int[] travelAllowed;

    private final int[] travelPreferred;
    private final long[] farPoints;

    private final int[] subdistrictOfSite;
    private final boolean[] residentsOnly;
    private final BitSet[] pairedSubdistricts;

    private final long travelWeight;
    private final long homeWeight;
    private final long pairingWeight;
    private final long preferredRulesWeight;

    DutyPlaces(Problem problem, CadreTable cadres) {
        travelTimes = new TravelTimes(problem);
        confinedTo = cadres.confinedTo;
        unitOfCadre = cadres.unit;
        var subdistricts = new HashMap<String, Integer>();
        var ofCommunity = new HashMap<String, Integer>();
        for (var community : problem.communities()) {
            ofCommunity.put(
                    community.id(), subdistricts.computeIfAbsent(community.subdistrict(), _ -> subdistricts.size()));
        }
        var subdistrictOfCommunity = Numbering.of(ofCommunity);
        homeOfCadre = subdistrictOfCommunity.numbersOf(problem.cadres(), Cadre::homeCommunity);
        subdistrictOfSite = subdistrictOfCommunity.numbersOf(problem.sites(), Site::community);
        residentsOnly = new boolean[problem.sites().size()];
        for (int site = 0; site < residentsOnly.length; site++) {
            residentsOnly[site] = problem.sites().get(site).admits() == Site.Admits.RESIDENTS;
        }
        pairedSubdistricts = pairings(problem.units(), subdistricts);

        travelAllowed = new int[homeOfCadre.length];
        travelPreferred = new int[homeOfCadre.length];
        farPoints = new long[homeOfCadre.length];
        for (int cadre = 0; cadre < homeOfCadre.length; cadre++) {
            var limit = cadres.rules[cadre].limits().get(DutyRule.MAX_TRAVEL);
            travelAllowed[cadre] = limit != null && limit.weight() == null ? limit.count() : Integer.MAX_VALUE;
            travelPreferred[cadre] = limit != null && limit.weight() != null ? limit.count() : Integer.MAX_VALUE;
            farPoints[cadre] = limit != null && limit.weight() != null ? limit.weight() : 0;
        }
        travelWeight = problem.weights().of(Rule.TRAVEL);
        homeWeight = problem.weights().of(Rule.HOME);
        pairingWeight = problem.weights().of(Rule.UNIT_PAIRING);
        preferredRulesWeight = problem.weights().of(Rule.PREFERRED_DUTY_RULES);
    }

    private static BitSet[] pairings(List<WorkUnit> units, Map<String, Integer> subdistricts) {
        var paired = new BitSet[units.size()];
        for (int unit = 0; unit < paired.length; unit++) {
            paired[unit] = new BitSet(subdistricts.size());
            for (var subdistrict : subdistricts.entrySet()) {
                paired[unit].set(subdistrict.getValue(), units.get(unit).isPairedWith(subdistrict.getKey()));
            }
        }
        return paired;
    }

    /** The site the cadre is confined to, or {@link ProblemIndex#NONE}. */
    int confinedTo(int cadre) {
        return confinedTo[cadre];
    }

    /** One-way travel minutes; 0 for the site that a cadre is confined to. */
    int travel(int cadre, int site) {
        return confinedTo[cadre] == NONE ? travelTimes.minutes(cadre, site) : 0;
    }

    /** Whether a site does not rule a cadre out. */
    boolean mayGoTo(int cadre, int site) {
        return isAdmitted(cadre, site) && isNear(cadre, site);
    }

    /** Whether {@link Rule#CONFINEMENT} does not rule a cadre out. */
    boolean isAdmitted(int cadre, int site) {
        return confinedTo[cadre] == NONE ? !residentsOnly[site] : confinedTo[cadre] == site;
    }

    /** Whether no required limit on travel rules a cadre out. */
    boolean isNear(int cadre, int site) {
        int allowed = travelAllowed[cadre];
        return allowed == Integer.MAX_VALUE || travel(cadre, site) <= allowed;
    }

    /** Whether a site is in the cadre's home subdistrict. */
    boolean isAtHome(int cadre, int site) {
        return homeOfCadre[cadre] == subdistrictOfSite[site];
    }

    /** Whether a site is in a subdistrict that the cadre's unit is paired with. */
    boolean isPaired(int cadre, int site) {
        return pairedSubdistricts[unitOfCadre[cadre]].get(subdistrictOfSite[site]);
    }

    /** The points of a preferred limit on travel, its own weight, where the site is beyond it; otherwise 0. */
    long farPoints(int cadre, int site) {
        return travel(cadre, site) > travelPreferred[cadre] ? farPoints[cadre] : 0;
    }

    /** See {@link ProblemIndex#siteCost}. */
    long cost(int cadre, int site) {
        return cost(cadre, site, travel(cadre, site));
    }

    /** See {@link ProblemIndex#fillSiteCosts}. */
    void fillCosts(int site, int from, int to, long barred, long[] row) {
        travelTimes.fill(site, from, to, row);
        for (int cadre = from; cadre < to; cadre++) {
            int minutes = confinedTo[cadre] == NONE ? Math.toIntExact(row[cadre - from]) : 0;
            boolean mayGo = isAdmitted(cadre, site) && minutes <= travelAllowed[cadre];
            row[cadre - from] = mayGo ? cost(cadre, site, minutes) : barred;
        }
    }

    private long cost(int cadre, int site, int minutes) {
        long cost = travelWeight * minutes;
        cost += isAtHome(cadre, site) ? 0 : homeWeight;
        cost += isPaired(cadre, site) ? 0 : pairingWeight;
        cost += minutes > travelPreferred[cadre] ? preferredRulesWeight * farPoints[cadre] : 0;
        return cost;
    }
}
