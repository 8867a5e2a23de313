package org.muster.benchmark.cpsat;

import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.muster.benchmark.cpsat.Arcs.Arc;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/** The goals about teams: few units, and somebody experienced for each five heads. */
final class TeamPart {
    private final ProblemIndex index;
    private final Arcs arcs;
    private final Sheet sheet;

    TeamPart(ProblemIndex index, Arcs arcs, Sheet sheet) {
        this.index = index;
        this.arcs = arcs;
        this.sheet = sheet;
    }

    private record Team(int site, int window) {}

    void write() {
        var teams = new LinkedHashMap<Team, List<Arc>>();
        for (var arc : arcs.all()) {
            var team = new Team(index.siteOf(arc.demand()), index.windowOf(arc.demand()));
            teams.computeIfAbsent(team, _ -> new ArrayList<>()).add(arc);
        }
        for (var team : teams.values()) {
            if (index.weight(Rule.TEAM_UNITS) > 0) {
                writeUnits(team);
            }
            if (index.weight(Rule.EXPERIENCE) > 0) {
                writeExperience(team);
            }
        }
    }

    private void writeUnits(List<Arc> team) {
        long points = index.weight(Rule.TEAM_UNITS);
        var byUnit = new LinkedHashMap<Integer, List<Arc>>();
        team.forEach(arc -> byUnit.computeIfAbsent(index.unitOf(arc.cadre()), _ -> new ArrayList<>())
                .add(arc));
        for (var people : byUnit.values()) {
            if (people.size() == 1) {
                sheet.cost(sheet.chosen(people.getFirst()), points);
            } else {
                var isPresent = sheet.yesOrNo(Arcs.standing(people) > 0);
                people.forEach(arc -> sheet.implies(sheet.chosen(arc), isPresent));
                sheet.cost(isPresent, points);
            }
        }
        var isStaffed = sheet.yesOrNo(Arcs.standing(team) > 0);
        sheet.atLeast(sheet.count(team).addTerm(isStaffed, -1), 0);
        sheet.cost(isStaffed, -points);
    }

    /** A team of one needs nobody: it counts as one guide short, which being alone forgives. */
    private void writeExperience(List<Arc> team) {
        int most = most(team);
        int heads = Arcs.standing(team);
        var guides = team.stream()
                .filter(arc -> index.cadre(arc.cadre()).isExperienced())
                .toList();
        int needed = Math.ceilDiv(heads, 5);
        boolean severalAtStart = heads >= 2;
        var wanted = sheet.number(Math.ceilDiv(most, 5), needed);
        var areSeveral = sheet.yesOrNo(severalAtStart);
        var lacking = sheet.number(
                Math.ceilDiv(most, 5), severalAtStart ? Math.max(0, needed - Arcs.standing(guides)) : 0);
        sheet.atLeast(LinearExpr.newBuilder().addTerm(wanted, 5).addSum(negated(team)), 0);
        sheet.atMost(sheet.count(team).addTerm(areSeveral, 1 - Math.max(2, most)), 1);
        sheet.atLeast(
                LinearExpr.newBuilder()
                        .add(lacking)
                        .addTerm(wanted, -1)
                        .addTerm(areSeveral, -1)
                        .add(sheet.count(guides)),
                -1);
        sheet.cost(lacking, index.weight(Rule.EXPERIENCE));
    }

    private LinearExpr[] negated(List<Arc> team) {
        return team.stream()
                .map(arc -> LinearExpr.term(sheet.chosen(arc), -1))
                .toArray(LinearExpr[]::new);
    }

    /** The most heads that a team can have. */
    private int most(List<Arc> team) {
        return team.stream()
                .mapToInt(Arc::demand)
                .distinct()
                .map(demand -> index.demand(demand).max())
                .sum();
    }
}
