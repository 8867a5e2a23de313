package org.muster.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Site;

/**
 * Finds the demands of a problem that have nothing to do with each other: no cadre who might serve on both, no team, no
 * unit whose ceiling might come between them.
 *
 * <p>Limits on travel and the dates of ceilings are not looked at, so that now and then what could be apart stays
 * together. It takes time in proportion to the pairs of cadre and kind of duty.
 */
final class Components {
    private final ProblemIndex index;
    private final UnionFind demands;
    /** A demand on which the cadre might serve, by cadre. */
    private final int[] dutyOf;

    private Components(ProblemIndex index) {
        this.index = index;
        demands = new UnionFind(index.demands());
        dutyOf = new int[index.cadres()];
        Arrays.fill(dutyOf, ProblemIndex.NONE);
    }

    /** The problem, with a section for each component. Demands on which nobody can serve are with the first one. */
    static Whole of(ProblemIndex index) {
        var components = new Components(index);
        components.uniteTeams();
        components.uniteDutiesAnywhere();
        components.uniteDutiesOfResidents();
        components.uniteStanding();
        components.uniteUnits();
        return components.whole();
    }

    private void uniteTeams() {
        record Team(int site, int window) {}
        var first = new HashMap<Team, Integer>();
        for (int demand = 0; demand < index.demands(); demand++) {
            var team = new Team(index.siteOf(demand), index.windowOf(demand));
            demands.unite(demand, first.merge(team, demand, (known, _) -> known));
        }
    }

    private void uniteDutiesAnywhere() {
        var first = new int[index.dutyKinds()];
        Arrays.fill(first, ProblemIndex.NONE);
        var served = new BitSet();
        for (int kind = 0; kind < first.length; kind++) {
            served.set(kind, index.pool(kind).stream().anyMatch(cadre -> index.confinedTo(cadre) == ProblemIndex.NONE));
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            int kind = index.dutyKindOf(demand);
            if (served.get(kind)
                    && index.problem().sites().get(index.siteOf(demand)).admits() == Site.Admits.ANYONE) {
                if (first[kind] == ProblemIndex.NONE) {
                    first[kind] = demand;
                }
                demands.unite(first[kind], demand);
            }
        }
        for (int kind = 0; kind < first.length; kind++) {
            int demand = first[kind];
            if (demand != ProblemIndex.NONE) {
                index.pool(kind).stream()
                        .filter(cadre -> index.confinedTo(cadre) == ProblemIndex.NONE)
                        .forEach(cadre -> mayServe(cadre, demand));
            }
        }
    }

    private void uniteDutiesOfResidents() {
        var bySite = new HashMap<Integer, List<Integer>>();
        for (int demand = 0; demand < index.demands(); demand++) {
            bySite.computeIfAbsent(index.siteOf(demand), _ -> new ArrayList<>()).add(demand);
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int demand : bySite.getOrDefault(index.confinedTo(cadre), List.of())) {
                if (index.pool(index.dutyKindOf(demand)).get(cadre)) {
                    mayServe(cadre, demand);
                }
            }
        }
    }

    private void uniteStanding() {
        for (var standing : index.problem().assignments()) {
            mayServe(
                    index.findCadre(standing.cadre()).orElseThrow(),
                    index.findDemand(standing.demand()).orElseThrow());
        }
    }

    private void mayServe(int cadre, int demand) {
        if (dutyOf[cadre] == ProblemIndex.NONE) {
            dutyOf[cadre] = demand;
        }
        demands.unite(dutyOf[cadre], demand);
    }

    private void uniteUnits() {
        var people = new int[index.units()];
        for (int cadre = 0; cadre < dutyOf.length; cadre++) {
            people[index.unitOf(cadre)] += dutyOf[cadre] == ProblemIndex.NONE ? 0 : 1;
        }
        var first = new HashMap<Integer, Integer>();
        for (int cadre = 0; cadre < dutyOf.length; cadre++) {
            int unit = index.unitOf(cadre);
            if (dutyOf[cadre] != ProblemIndex.NONE && people[unit] > index.ceiling(unit)) {
                demands.unite(dutyOf[cadre], first.merge(unit, dutyOf[cadre], (known, _) -> known));
            }
        }
    }

    private Whole whole() {
        var sections = new TreeMap<Integer, List<String>>();
        Arrays.stream(dutyOf)
                .filter(demand -> demand != ProblemIndex.NONE)
                .forEach(demand -> sections.computeIfAbsent(demands.find(demand), _ -> new ArrayList<>()));
        if (sections.isEmpty()) {
            sections.put(0, new ArrayList<>());
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            sections.getOrDefault(demands.find(demand), sections.firstEntry().getValue())
                    .add(index.demand(demand).id());
        }
        var named = new ArrayList<Whole.Section>();
        sections.values().forEach(ids -> named.add(new Whole.Section(Integer.toString(named.size() + 1), ids)));
        return new Whole(index.problem(), named);
    }
}
