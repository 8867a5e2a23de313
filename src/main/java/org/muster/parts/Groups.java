package org.muster.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.problem.Site;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;

/**
 * Which sections are solved together.
 *
 * <p>Sections are put together where a rule or goal could not be counted apart: they share a demand, or a team; a cadre
 * is pinned in both; the pinned assignments in both leave no way to divide a ceiling. And where it would be unwise to
 * solve them apart: {@link #sharesTooMuch most of those who may serve in either may serve in both}, as in two rounds of
 * one district. A cadre who is lent to one of them could have served in both, so that the best schedule may be lost;
 * with at most half of the people shared, the duties of most people do not depend on the lending. It is the people of
 * both that count, not those of the smaller one: else a small district would tie all those together from which it can
 * borrow.
 */
final class Groups {
    private final ProblemIndex index;
    private final List<MergedProblem.Section> names;
    private final UnionFind sections;
    private final int[] sectionOf;
    private List<Group> all = List.of();

    /**
     * Sections that are solved together.
     *
     * @param sections their identifiers
     * @param demands numbers
     * @param cadres numbers of all who may serve on one of the demands, and of those who have a standing assignment
     *     there; maybe of some more
     * @param days of the horizon, on which one of the demands is
     */
    record Group(List<String> sections, BitSet demands, BitSet cadres, BitSet days) {}

    private Groups(ProblemIndex index, List<MergedProblem.Section> names) {
        this.index = index;
        this.names = names;
        sections = new UnionFind(names.size());
        sectionOf = new int[index.demands()];
    }

    /** The groups that have a demand, in the order of their first sections. */
    static List<Group> of(ProblemIndex index, MergedProblem whole) {
        var groups = new Groups(index, whole.sections());
        groups.uniteDemands();
        groups.uniteTeams();
        groups.unitePinned();
        do {
            groups.collect();
        } while (groups.uniteAlike() || groups.uniteFullUnits());
        return groups.all;
    }

    private void uniteDemands() {
        var first = new int[index.demands()];
        Arrays.fill(first, ProblemIndex.NONE);
        for (int section = 0; section < names.size(); section++) {
            for (var id : names.get(section).demands()) {
                int demand = index.findDemand(id).orElseThrow();
                if (first[demand] == ProblemIndex.NONE) {
                    first[demand] = section;
                }
                sections.unite(first[demand], section);
            }
        }
        System.arraycopy(first, 0, sectionOf, 0, first.length);
    }

    private void uniteTeams() {
        record Team(int site, int window) {}
        var first = new HashMap<Team, Integer>();
        for (int demand = 0; demand < sectionOf.length; demand++) {
            var team = new Team(index.siteOf(demand), index.windowOf(demand));
            var other = first.putIfAbsent(team, sectionOf[demand]);
            if (other != null) {
                sections.unite(other, sectionOf[demand]);
            }
        }
    }

    private void unitePinned() {
        var first = new HashMap<String, Integer>();
        for (var standing : index.problem().assignments()) {
            if (standing.pinned()) {
                int section = sectionOf[demandOf(standing)];
                var other = first.putIfAbsent(standing.cadre(), section);
                if (other != null) {
                    sections.unite(other, section);
                }
            }
        }
    }

    private int demandOf(StandingAssignment standing) {
        return index.findDemand(standing.demand()).orElseThrow();
    }

    private void collect() {
        var byRoot = new TreeMap<Integer, Group>();
        for (int section = 0; section < names.size(); section++) {
            byRoot.computeIfAbsent(
                            sections.find(section),
                            _ -> new Group(new ArrayList<>(), new BitSet(), new BitSet(), new BitSet()))
                    .sections()
                    .add(names.get(section).id());
        }
        for (int demand = 0; demand < sectionOf.length; demand++) {
            var group = groupOf(byRoot, demand);
            group.demands().set(demand);
            group.days().set(index.day(index.windowOf(demand)));
        }
        byRoot.values().forEach(this::findCadres);
        for (var standing : index.problem().assignments()) {
            groupOf(byRoot, demandOf(standing))
                    .cadres()
                    .set(index.findCadre(standing.cadre()).orElseThrow());
        }
        all = byRoot.values().stream()
                .filter(group -> !group.demands().isEmpty())
                .toList();
    }

    private Group groupOf(Map<Integer, Group> byRoot, int demand) {
        var group = byRoot.get(sections.find(sectionOf[demand]));
        if (group == null) {
            throw new IllegalStateException("The demand %d is in no section.".formatted(demand));
        }
        return group;
    }

    /** Limits on travel are ignored. */
    private void findCadres(Group group) {
        var open = new BitSet();
        var atSite = new HashMap<Integer, BitSet>();
        group.demands().stream().forEach(demand -> {
            int site = index.siteOf(demand);
            if (index.problem().sites().get(site).admits() == Site.Admits.ANYONE) {
                open.set(index.dutyKindOf(demand));
            }
            atSite.computeIfAbsent(site, _ -> new BitSet()).set(index.dutyKindOf(demand));
        });
        open.stream().forEach(kind -> group.cadres().or(index.pool(kind)));
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            int site = index.confinedTo(cadre);
            if (site != ProblemIndex.NONE) {
                int resident = cadre;
                group.cadres()
                        .set(
                                cadre,
                                atSite.getOrDefault(site, new BitSet()).stream()
                                        .anyMatch(kind -> index.pool(kind).get(resident)));
            }
        }
    }

    private boolean uniteAlike() {
        boolean united = false;
        for (int group = 0; group < all.size(); group++) {
            for (int other = group + 1; other < all.size(); other++) {
                if (sharesTooMuch(all.get(group).cadres(), all.get(other).cadres())) {
                    united |= unite(all.get(group), all.get(other));
                }
            }
        }
        return united;
    }

    /** Whether more than half of the people of both are the same. */
    private static boolean sharesTooMuch(BitSet cadres, BitSet others) {
        if (!cadres.intersects(others)) {
            return false;
        }
        var both = (BitSet) cadres.clone();
        both.and(others);
        int shared = both.cardinality();
        return 2 * shared > cadres.cardinality() + others.cardinality() - shared;
    }

    private boolean unite(Group group, Group other) {
        return sections.unite(
                sectionOf[group.demands().nextSetBit(0)],
                sectionOf[other.demands().nextSetBit(0)]);
    }

    /** Pinned assignments of several groups together may need more of a ceiling on different days than there is. */
    private boolean uniteFullUnits() {
        var pinned = PeakAbsence.ofPins(index, all);
        boolean united = false;
        for (var neighbours : neighbours(all)) {
            for (int unit = 0; unit < index.units(); unit++) {
                int most = 0;
                for (int group : neighbours) {
                    most += pinned.most(unit, group);
                }
                if (most > index.ceiling(unit)) {
                    var busy = new ArrayList<Group>();
                    for (int group : neighbours) {
                        if (pinned.most(unit, group) > 0) {
                            busy.add(all.get(group));
                        }
                    }
                    for (var group : busy) {
                        united |= unite(busy.getFirst(), group);
                    }
                }
            }
        }
        return united;
    }

    /** Groups by the days they have in common, directly or through others. What a ceiling allows, it allows each. */
    static List<List<Integer>> neighbours(List<Group> groups) {
        var together = new UnionFind(groups.size());
        for (int group = 0; group < groups.size(); group++) {
            for (int other = group + 1; other < groups.size(); other++) {
                if (groups.get(group).days().intersects(groups.get(other).days())) {
                    together.unite(group, other);
                }
            }
        }
        var byRoot = new TreeMap<Integer, List<Integer>>();
        for (int group = 0; group < groups.size(); group++) {
            byRoot.computeIfAbsent(together.find(group), _ -> new ArrayList<>()).add(group);
        }
        return List.copyOf(byRoot.values());
    }
}
