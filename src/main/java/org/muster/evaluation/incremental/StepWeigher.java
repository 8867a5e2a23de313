package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * Weighs steps on the boards of a {@link ScoreKeeper}, which it only reads.
 *
 * <p>Begin with {@link #weighAdd}: it has all five terms of the score, one a line. What the duty costs alone, what the
 * cadre's duties cost together, the heads of the demand, the team, and the ceiling of the unit. The others combine the
 * same terms.
 */
final class StepWeigher {
    /** Hard rules that a duty may break by itself; of the duty rules the limit on travel does. */
    private static final List<Rule> ALONE = Arrays.stream(Rule.values())
            .filter(rule -> rule.level() == Rule.Level.HARD)
            .filter(rule -> rule.scope() == Rule.Scope.DUTY || rule == Rule.DUTY_RULES)
            .toList();

    /** Hard rules that look at several duties, all after those that look at one only. */
    private static final List<Rule> TOGETHER = Arrays.stream(Rule.values())
            .filter(rule -> rule.level() == Rule.Level.HARD && rule.scope() != Rule.Scope.DUTY)
            .toList();

    private final ProblemIndex index;
    private final DutyBoard board;
    private final CadreCosts costs;
    private final CoverCount cover;
    private final TeamBoard teams;
    private final AwayCount away;

    StepWeigher(
            ProblemIndex index,
            DutyBoard board,
            CadreCosts costs,
            CoverCount cover,
            TeamBoard teams,
            AwayCount away) {
        this.index = index;
        this.board = board;
        this.costs = costs;
        this.cover = cover;
        this.teams = teams;
        this.away = away;
    }

    /** Weighs a new duty. */
    void weighAdd(int cadre, int demand, Change change) {
        change.clear();
        alone(cadre, demand, 1, change);
        costs.weigh(cadre, NONE, demand, change);
        cover.join(demand, board.heads(demand), change);
        change.cost(teams.growth(teams.teamOf(demand), NONE, cadre));
        change.breakRules(away.growth(index.unitOf(cadre), dayOf(demand), away.arrivals(cadre, NONE, demand)));
    }

    /** Weighs the end of a duty. */
    void weighRemove(int cadre, int demand, Change change) {
        change.clear();
        alone(cadre, demand, -1, change);
        costs.weigh(cadre, demand, NONE, change);
        cover.leave(demand, board.heads(demand), change);
        change.cost(teams.growth(teams.teamOf(demand), cadre, NONE));
        change.breakRules(away.growth(index.unitOf(cadre), dayOf(demand), away.departures(cadre, demand, NONE)));
    }

    /** Weighs one head less on a demand, whichever cadre it is: what the empty seat costs by itself. */
    void weighEmptySeat(int demand, Change change) {
        change.clear();
        cover.leave(demand, board.heads(demand), change);
    }

    /** Weighs that one cadre takes over the duty of another one. */
    void weighReplace(int demand, int leaving, int coming, Change change) {
        change.clear();
        if (leaving == coming) {
            return;
        }
        alone(leaving, demand, -1, change);
        alone(coming, demand, 1, change);
        costs.weigh(leaving, demand, NONE, change);
        costs.weigh(coming, NONE, demand, change);
        change.cost(teams.growth(teams.teamOf(demand), leaving, coming));
        int day = dayOf(demand);
        away.weigh(
                index.unitOf(leaving),
                away.departures(leaving, demand, NONE),
                index.unitOf(coming),
                away.arrivals(coming, NONE, demand),
                day,
                change);
    }

    /** Weighs that a cadre leaves one duty for another. */
    void weighMove(int cadre, int from, int to, Change change) {
        change.clear();
        if (from == to) {
            return;
        }
        alone(cadre, from, -1, change);
        alone(cadre, to, 1, change);
        costs.weigh(cadre, from, to, change);
        cover.leave(from, board.heads(from), change);
        cover.join(to, board.heads(to), change);
        int fromTeam = teams.teamOf(from);
        int toTeam = teams.teamOf(to);
        if (fromTeam != toTeam) {
            change.cost(teams.growth(fromTeam, cadre, NONE) + teams.growth(toTeam, NONE, cadre));
        }
        int unit = index.unitOf(cadre);
        change.breakRules(away.growth(unit, dayOf(from), away.departures(cadre, from, to)));
        change.breakRules(away.growth(unit, dayOf(to), away.arrivals(cadre, from, to)));
    }

    /** Weighs that two different cadres exchange a duty each. */
    void weighSwap(int cadre, int demand, int other, int otherDemand, Change change) {
        change.clear();
        if (demand == otherDemand || cadre == other) {
            return;
        }
        alone(cadre, demand, -1, change);
        alone(cadre, otherDemand, 1, change);
        alone(other, otherDemand, -1, change);
        alone(other, demand, 1, change);
        costs.weigh(cadre, demand, otherDemand, change);
        costs.weigh(other, otherDemand, demand, change);
        int team = teams.teamOf(demand);
        int otherTeam = teams.teamOf(otherDemand);
        if (team != otherTeam) {
            change.cost(teams.growth(team, cadre, other) + teams.growth(otherTeam, other, cadre));
        }
        int unit = index.unitOf(cadre);
        int otherUnit = index.unitOf(other);
        away.weigh(
                unit,
                away.departures(cadre, demand, otherDemand),
                otherUnit,
                away.arrivals(other, otherDemand, demand),
                dayOf(demand),
                change);
        away.weigh(
                otherUnit,
                away.departures(other, otherDemand, demand),
                unit,
                away.arrivals(cadre, demand, otherDemand),
                dayOf(otherDemand),
                change);
    }

    /**
     * The first rule, in the order of {@link Rule}, that a new duty would break further; empty when it breaks none. That
     * the demand may be full already is left aside.
     */
    Optional<Rule> obstacle(int cadre, int demand) {
        var alone = index.obstacle(cadre, demand);
        if (alone.isPresent() && !TOGETHER.contains(alone.get())) {
            return alone;
        }
        var cadres = costs.count(cadre, NONE, NONE);
        var before = new long[TOGETHER.size()];
        for (int place = 0; place < before.length; place++) {
            before[place] = cadres.quantity(TOGETHER.get(place), cadre);
        }
        costs.count(cadre, NONE, demand);
        for (int place = 0; place < before.length; place++) {
            var rule = TOGETHER.get(place);
            long growth = index.quantityAlone(rule, cadre, demand)
                    + cadres.quantity(rule, cadre)
                    - before[place]
                    + (rule == Rule.UNIT_CEILING ? growthAboveCeiling(cadre, demand) : 0);
            if (growth > 0) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private long growthAboveCeiling(int cadre, int demand) {
        return away.growth(index.unitOf(cadre), dayOf(demand), away.arrivals(cadre, NONE, demand));
    }

    /** What a duty costs whatever else the cadre does. */
    private void alone(int cadre, int demand, int sign, Change change) {
        if (!index.mayServe(cadre, demand)) {
            change.breakRules(sign * brokenAlone(cadre, demand));
        }
        change.cost(sign * index.dutyCost(cadre, demand));
    }

    private long brokenAlone(int cadre, int demand) {
        long broken = 0;
        for (var rule : ALONE) {
            broken += index.quantityAlone(rule, cadre, demand);
        }
        return broken;
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }
}
