package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.HashSet;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/** Counts the quantity of every rule of the schedule on a {@link DutyBoard}, all of it or what some steps touched. */
final class QuantityCount {

    private final ProblemIndex index;
    private final DutyBoard board;
    private final TeamBoard teams;
    private final AwayCount away;
    private final CadreCosts costs;

    /** Counts the schedule that the boards hold whenever it is asked. */
    QuantityCount(
            ProblemIndex index,
            DutyBoard board,
            TeamBoard teams,
            AwayCount away,
            CadreCosts costs) {
        this.index = index;
        this.board = board;
        this.teams = teams;
        this.away = away;
        this.costs = costs;
    }

    Quantities all() {
        var quantities = new Quantities();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            addCadre(cadre, quantities);
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            addHeads(demand, quantities);
        }
        for (int team = 0; team < teams.teams(); team++) {
            addTeam(team, quantities);
        }
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days(); day++) {
                quantities.add(Rule.UNIT_CEILING, away.above(unit, day));
            }
        }
        return quantities;
    }

    /** The same of the cadres, demands, teams, units and days that steps touched. */
    Quantities of(AffectedItems affected) {
        var quantities = new Quantities();
        for (int cadre : affected.cadres()) {
            addCadre(cadre, quantities);
        }
        var touchedTeams = new HashSet<Integer>();
        var days = new HashSet<Integer>();
        for (int demand : affected.demands()) {
            addHeads(demand, quantities);
            touchedTeams.add(teams.teamOf(demand));
            days.add(index.day(index.windowOf(demand)));
        }
        touchedTeams.forEach(team -> addTeam(team, quantities));
        for (int unit : affected.cadres().stream().map(index::unitOf).distinct().toList()) {
            days.forEach(day -> quantities.add(Rule.UNIT_CEILING, away.above(unit, day)));
        }
        return quantities;
    }

    private void addCadre(int cadre, Quantities quantities) {
        var together = costs.count(cadre, NONE, NONE);
        for (var rule : Rule.values()) {
            long quantity = together.quantity(rule, cadre);
            for (int place = 0; place < board.duties(cadre); place++) {
                quantity += index.quantityAlone(rule, cadre, board.demand(cadre, place));
            }
            quantities.add(rule, quantity);
        }
    }

    private void addHeads(int demand, Quantities quantities) {
        var asked = index.demand(demand);
        int heads = board.heads(demand);
        quantities.add(Rule.HEADCOUNT, CoverCount.above(asked, heads));
        quantities.add(Rule.COVER, CoverCount.missing(asked, heads));
        quantities.add(Rule.IDEAL_COVER, CoverCount.missingFromIdeal(asked, heads));
        quantities.add(Rule.OVER_COVER, CoverCount.over(asked, heads));
    }

    private void addTeam(int team, Quantities quantities) {
        quantities.add(Rule.TEAM_UNITS, teams.unitsBeyondFirst(team));
        quantities.add(Rule.EXPERIENCE, teams.experienceMissing(team));
    }
}
