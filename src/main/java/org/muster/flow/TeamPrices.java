package org.muster.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Rule;

/**
 * Multipliers that make duties pay for what teams cost.
 *
 * <p>{@code team-units}: a unit is present in a team at least as much as each of its cadres. Multipliers that sum to no
 * more than the goal's weight, over the cadres of a unit in a team, therefore never charge more than the goal does.
 * {@code experience}: the need for experienced heads lies above a straight line, {@link ExperienceLine}; a multiplier
 * of at most the goal's weight charges what a team falls short of it. A bound adds {@link #beyondDuties}.
 *
 * <p>Source: A. M. Geoffrion, "Lagrangean relaxation for integer programming", Math. Programming Study 2 (1974).
 */
public final class TeamPrices implements StaffingNetwork.PairPrices {
    /** What the newest flow counts in the means that the multipliers follow: a single flow leaps from side to side. */
    private static final double NEWEST_FLOW = 0.3;

    private final ProblemIndex index;
    private final StaffingNetwork network;
    private final Draft standing;
    private final long unitWeight;
    private final boolean[] experienced;
    private final int[] unitSize;
    private final List<Team> teams = new ArrayList<>();
    private final int[] teamOfDemand;
    private int[] placeOfPair = {};
    private int knownPairs;

    /** Everyone who serves at a site in a window, with the cadres who are in the network for it. */
    private static final class Team {
        private final ExperienceLine line;
        private int[] cadres = {};
        private long[] unitPrice = {};
        /** How often each cadre was in the team, a mean over the flows so far. */
        private double[] presence = {};

        private int[] byUnit = {};
        /** Units that have cadres in {@link #cadres}. */
        private final BitSet units = new BitSet();

        private long experiencePrice;
        private double shortage;

        Team(ExperienceLine line) {
            this.line = line;
        }
    }

    /** Starts with equal multipliers for the cadres of a unit, and none for experience. */
    public TeamPrices(ProblemIndex index, StaffingNetwork network, Draft standing) {
        this.index = index;
        this.network = network;
        this.standing = standing;
        var weights = index.problem().weights();
        unitWeight = weights.of(Rule.TEAM_UNITS) * network.scale();
        experienced = new boolean[index.cadres()];
        unitSize = new int[index.units()];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            experienced[cadre] = index.cadre(cadre).isExperienced();
            unitSize[index.unitOf(cadre)]++;
        }
        teamOfDemand = new int[index.demands()];
        makeTeams(weights.of(Rule.EXPERIENCE) * network.scale(), standing);
        learnPairs();
    }

    /** Gives pairs that were added to the network their multipliers. */
    public void learnPairs() {
        var fresh = new HashMap<Integer, List<Integer>>();
        for (int pair = knownPairs; pair < network.pairs(); pair++) {
            fresh.computeIfAbsent(teamOfDemand[network.demandOf(pair)], _ -> new ArrayList<>())
                    .add(network.cadreOf(pair));
        }
        knownPairs = network.pairs();
        fresh.forEach((team, cadres) -> admit(teams.get(team), cadres));
        placeOfPair = new int[knownPairs];
        for (int pair = 0; pair < knownPairs; pair++) {
            var team = teams.get(teamOfDemand[network.demandOf(pair)]);
            placeOfPair[pair] = Arrays.binarySearch(team.cadres, network.cadreOf(pair));
        }
        for (int pair = 0; pair < knownPairs; pair++) {
            setPrice(pair);
        }
    }

    /**
     * Moves the multipliers towards what the flow shows to be too cheap.
     *
     * @param length as a share of the highest multiplier
     */
    public void step(double length) {
        lookAtFlow();
        for (var team : teams) {
            for (int place = 0; place < team.unitPrice.length; place++) {
                team.unitPrice[place] += Math.round(length * unitWeight * team.presence[place]);
            }
            shareOut(team);
            team.experiencePrice = Math.clamp(
                    team.experiencePrice
                            + Math.round(
                                    length * team.shortage * team.line.highestPrice() / team.line.perExperienced()),
                    0,
                    team.line.highestPrice());
        }
        for (int pair = 0; pair < knownPairs; pair++) {
            setPrice(pair);
        }
    }

    /** Lets the means follow the newest flow. */
    private void lookAtFlow() {
        var inTeam = new int[teams.size()];
        var experiencedInTeam = new int[teams.size()];
        for (var team : teams) {
            for (int place = 0; place < team.presence.length; place++) {
                team.presence[place] *= 1 - NEWEST_FLOW;
            }
        }
        for (int pair = 0; pair < knownPairs; pair++) {
            if (network.isUsed(pair)) {
                int number = teamOfDemand[network.demandOf(pair)];
                inTeam[number]++;
                if (experienced[network.cadreOf(pair)]) {
                    experiencedInTeam[number]++;
                }
                teams.get(number).presence[placeOfPair[pair]] += NEWEST_FLOW;
            }
        }
        for (int number = 0; number < inTeam.length; number++) {
            var team = teams.get(number);
            long newest = team.line.shortage(inTeam[number], experiencedInTeam[number]);
            team.shortage += NEWEST_FLOW * (newest - team.shortage);
        }
    }

    /**
     * Prices each duty at what it adds to {@code team-units} while all others stay: nothing where somebody else of the
     * unit is in the team, the full weight where nobody is.
     */
    void chargeNewUnits() {
        var unitsOf = unitsInTeams();
        for (int pair = 0; pair < knownPairs; pair++) {
            int number = teamOfDemand[network.demandOf(pair)];
            int there = unitsOf.get(number).getOrDefault(index.unitOf(network.cadreOf(pair)), 0);
            if (network.isUsed(pair)) {
                there--;
            }
            teams.get(number).unitPrice[placeOfPair[pair]] = there > 0 ? 0 : unitWeight;
        }
        for (int pair = 0; pair < knownPairs; pair++) {
            setPrice(pair);
        }
    }

    private List<Map<Integer, Integer>> unitsInTeams() {
        var units = new ArrayList<Map<Integer, Integer>>();
        teams.forEach(_ -> units.add(new HashMap<>()));
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : standing.duties(cadre)) {
                if (network.costs().isInScope(duty)) {
                    units.get(teamOfDemand[duty]).merge(index.unitOf(cadre), 1, Integer::sum);
                }
            }
        }
        for (int pair = 0; pair < knownPairs; pair++) {
            if (network.isUsed(pair)) {
                units.get(teamOfDemand[network.demandOf(pair)])
                        .merge(index.unitOf(network.cadreOf(pair)), 1, Integer::sum);
            }
        }
        return units;
    }

    /** What is to be added to the cost of a flow with these prices, in parts of a point. */
    public long constant() {
        long constant = 0;
        for (var team : teams) {
            constant += team.experiencePrice * team.line.standingShortage() - unitWeight;
        }
        return constant;
    }

    @Override
    public void addTo(int demand, int from, int to, long[] costs) {
        var team = teams.get(teamOfDemand[demand]);
        long head = team.experiencePrice * team.line.perHead();
        long experiencedHead = head - team.experiencePrice * team.line.perExperienced();
        for (int cadre = from; cadre < to; cadre++) {
            int unit = index.unitOf(cadre);
            long stranger = team.units.get(unit) ? 0 : unitWeight / unitSize[unit];
            costs[cadre - from] += stranger + (experienced[cadre] ? experiencedHead : head);
        }
        int place = Arrays.binarySearch(team.cadres, from);
        for (place = place < 0 ? -place - 1 : place; place < team.cadres.length && team.cadres[place] < to; place++) {
            costs[team.cadres[place] - from] += team.unitPrice[place];
        }
    }

    @Override
    public long beyondDuties(int demand, int heads) {
        var team = teams.get(teamOfDemand[demand]);
        return team.experiencePrice * team.line.below(heads);
    }

    private void setPrice(int pair) {
        var team = teams.get(teamOfDemand[network.demandOf(pair)]);
        long price = team.unitPrice[placeOfPair[pair]] + team.experiencePrice * team.line.perHead();
        if (experienced[network.cadreOf(pair)]) {
            price -= team.experiencePrice * team.line.perExperienced();
        }
        network.setPrice(pair, price);
    }

    private void makeTeams(long experienceWeight, Draft standing) {
        record Place(int site, int window) {}
        var members = new HashMap<Place, List<Integer>>();
        var order = new ArrayList<List<Integer>>();
        for (int demand : network.demands()) {
            var place = new Place(index.siteOf(demand), index.windowOf(demand));
            var demands = members.computeIfAbsent(place, _ -> {
                order.add(new ArrayList<>());
                return order.getLast();
            });
            demands.add(demand);
        }
        var standingExperienced = new int[index.demands()];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : standing.duties(cadre)) {
                standingExperienced[duty] += experienced[cadre] ? 1 : 0;
            }
        }
        for (var demands : order) {
            int ideal = 0;
            int most = 0;
            int heads = 0;
            int experiencedHeads = 0;
            for (int demand : demands) {
                ideal += Math.max(index.demand(demand).ideal(), standing.heads(demand));
                most += Math.max(index.demand(demand).max(), standing.heads(demand));
                heads += standing.heads(demand);
                experiencedHeads += standingExperienced[demand];
                teamOfDemand[demand] = teams.size();
            }
            if (most > 0) {
                teams.add(new Team(ExperienceLine.of(ideal, most, heads, experiencedHeads, experienceWeight)));
            }
        }
    }

    /** Newcomers get an equal share of their unit's weight; it is taken from the others in proportion. */
    private void admit(Team team, List<Integer> newcomers) {
        var cadres = new int[team.cadres.length + newcomers.size()];
        System.arraycopy(team.cadres, 0, cadres, 0, team.cadres.length);
        for (int place = 0; place < newcomers.size(); place++) {
            cadres[team.cadres.length + place] = newcomers.get(place);
        }
        cadres = Arrays.stream(cadres).sorted().distinct().toArray();
        var ofUnit = new int[index.units()];
        var newOfUnit = new int[index.units()];
        for (int cadre : cadres) {
            ofUnit[index.unitOf(cadre)]++;
            if (Arrays.binarySearch(team.cadres, cadre) < 0) {
                newOfUnit[index.unitOf(cadre)]++;
            }
        }
        var prices = new long[cadres.length];
        var presence = new double[cadres.length];
        var byUnit = new ArrayList<Integer>();
        for (int place = 0; place < cadres.length; place++) {
            int unit = index.unitOf(cadres[place]);
            int old = Arrays.binarySearch(team.cadres, cadres[place]);
            prices[place] = old < 0
                    ? unitWeight / ofUnit[unit]
                    : team.unitPrice[old] * (ofUnit[unit] - newOfUnit[unit]) / ofUnit[unit];
            presence[place] = old < 0 ? 0 : team.presence[old];
            team.units.set(unit);
            byUnit.add(place);
        }
        int[] sorted = cadres;
        byUnit.sort((a, b) -> Integer.compare(index.unitOf(sorted[a]), index.unitOf(sorted[b])));
        team.cadres = cadres;
        team.unitPrice = prices;
        team.presence = presence;
        team.byUnit = byUnit.stream().mapToInt(Integer::intValue).toArray();
    }

    private void shareOut(Team team) {
        for (int from = 0; from < team.byUnit.length; ) {
            int unit = index.unitOf(team.cadres[team.byUnit[from]]);
            int to = from;
            long sum = 0;
            while (to < team.byUnit.length && index.unitOf(team.cadres[team.byUnit[to]]) == unit) {
                sum += team.unitPrice[team.byUnit[to++]];
            }
            if (sum > unitWeight) {
                project(team, from, to);
            }
            from = to;
        }
    }

    /** Lowers the prices of a unit by one amount, but none below 0, so that they sum to the weight at most. */
    private void project(Team team, int from, int to) {
        var prices = new long[to - from];
        for (int place = from; place < to; place++) {
            prices[place - from] = team.unitPrice[team.byUnit[place]];
        }
        Arrays.sort(prices);
        long sum = 0;
        long amount = 0;
        for (int count = 1; count <= prices.length; count++) {
            long price = prices[prices.length - count];
            sum += price;
            long shared = Math.ceilDiv(sum - unitWeight, (long) count);
            if (price <= shared) {
                break;
            }
            amount = shared;
        }
        for (int place = from; place < to; place++) {
            int member = team.byUnit[place];
            team.unitPrice[member] = Math.max(0, team.unitPrice[member] - amount);
        }
    }
}
