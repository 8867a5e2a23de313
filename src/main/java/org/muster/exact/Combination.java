package org.muster.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.evaluation.incremental.ScoreParts;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;

/**
 * Chooses one of the sets of duties of each cadre, cadre by cadre: of all ways that leave the same behind for those to
 * come, only the best is followed.
 *
 * <p>Source: R. E. Bellman, "Dynamic Programming", Princeton University Press (1957).
 */
final class Combination {
    private static final int STEPS_AN_OFFER = 2;
    /** They take some forty bytes each. */
    private static final int MOST_STATES = 400_000;

    private final ProblemIndex index;
    private final ScoreParts parts;
    private final int[] order;
    private final DutySets[] sets;
    private final boolean weighsGoals;
    private final Layout layout;
    private final Budget budget;
    /** What a unit of a broken minimum counts, in missing heads: more than all of them together. */
    private final long minimum;

    private final List<StateTable> tables = new ArrayList<>();
    private final long[] keys;
    private final long[] missing;
    private final long[] cost;
    private final long[][] missingGrowth;
    private final long[][] costGrowth;

    /**
     * Prepares a choice among the sets of some cadres.
     *
     * @param weighsGoals whether the best combination is wanted, or any
     */
    Combination(ProblemIndex index, ScoreParts parts, DutySets[] setsOfCadre, boolean weighsGoals, Budget budget)
            throws Budget.Exhausted {
        this.index = index;
        this.parts = parts;
        this.weighsGoals = weighsGoals;
        this.budget = budget;
        order = IntStream.range(0, setsOfCadre.length)
                .filter(cadre -> weighsGoals || setsOfCadre[cadre].count() == 0 || !setsOfCadre[cadre].isAllowed(0))
                .boxed()
                .sorted(Comparator.comparingInt(index::unitOf))
                .mapToInt(Integer::intValue)
                .toArray();
        sets = Arrays.stream(order).mapToObj(cadre -> setsOfCadre[cadre]).toArray(DutySets[]::new);
        layout = new Layout(index, parts, order, sets, weighsGoals);
        minimum = 1 + missingHeads();
        keys = new long[index.demands() + 1];
        missing = new long[index.demands() + 1];
        cost = new long[index.demands() + 1];
        missingGrowth = new long[index.demands()][];
        costGrowth = new long[index.demands()][];
        for (int demand = 0; demand < index.demands(); demand++) {
            weighHeads(demand);
        }
    }

    /** What each head more on a demand changes. */
    private void weighHeads(int demand) {
        int most = layout.mostHeads(demand);
        missingGrowth[demand] = new long[most];
        costGrowth[demand] = new long[most];
        for (int heads = 0; heads < most; heads++) {
            missingGrowth[demand][heads] = parts.missing(demand, heads + 1) - parts.missing(demand, heads);
            costGrowth[demand][heads] = parts.costOfHeads(demand, heads + 1) - parts.costOfHeads(demand, heads);
        }
    }

    private long missingHeads() {
        long all = 0;
        for (int demand = 0; demand < index.demands(); demand++) {
            all += parts.missing(demand, 0);
        }
        return all;
    }

    /** Whether there is any. The best is known afterwards. */
    boolean exists() throws Budget.Exhausted {
        var first = new StateTable();
        first.offer(0, weighsGoals ? minimum - 1 : 0, weighsGoals ? costOfNobody() : 0, ProblemIndex.NONE, 0);
        tables.add(first);
        for (int place = 0; place < order.length; place++) {
            var table = new StateTable();
            var before = tables.getLast();
            budget.require(before.count());
            for (int state = 0; state < before.count(); state++) {
                extend(before, state, place, table);
            }
            before.forgetStates();
            tables.add(table);
        }
        return tables.getLast().count() > 0;
    }

    /** By how much the best one breaks required minimums. */
    long brokenMinimums() {
        return tables.getLast().missing(tables.getLast().best()) / minimum;
    }

    /** The required heads that the best one misses, by priority. */
    long missing() {
        return tables.getLast().missing(tables.getLast().best()) % minimum;
    }

    /** The points of the best one. */
    long cost() {
        return tables.getLast().cost(tables.getLast().best());
    }

    /** The duties of the best one. */
    List<Assignment> duties() {
        var duties = new ArrayList<Assignment>();
        int state = tables.getLast().best();
        for (int place = order.length - 1; place >= 0; place--) {
            var table = tables.get(place + 1);
            for (int demand : sets[place].duties(table.set(state))) {
                duties.add(new Assignment(
                        index.demand(demand).id(), index.cadre(order[place]).id(), false));
            }
            state = table.before(state);
        }
        return duties;
    }

    private long costOfNobody() {
        long sum = 0;
        for (int demand = 0; demand < index.demands(); demand++) {
            sum += parts.costOfHeads(demand, 0);
        }
        return sum;
    }

    private void extend(StateTable before, int state, int place, StateTable table) throws Budget.Exhausted {
        keys[0] = before.key(state);
        missing[0] = before.missing(state);
        cost[0] = before.cost(state);
        var choices = sets[place];
        for (int node = 0; node < choices.count(); ) {
            budget.use(1);
            int depth = choices.depth(node);
            if (depth > 0 && !serve(place, node, depth)) {
                node = choices.end(node);
                continue;
            }
            if (choices.isAllowed(node)) {
                budget.use(STEPS_AN_OFFER);
                table.offer(
                        layout.erase(keys[depth], place),
                        missing[depth] + minimum * choices.broken(node),
                        weighsGoals ? cost[depth] + choices.cost(node) : 0,
                        state,
                        node);
                if (table.count() > MOST_STATES) {
                    throw new Budget.Exhausted();
                }
            }
            node++;
        }
    }

    /** Adds a duty of the cadre to what the duties before it have made; false where there is no room for it. */
    private boolean serve(int place, int node, int depth) {
        int cadre = order[place];
        int demand = sets[place].demand(node);
        int unit = index.unitOf(cadre);
        int day = layout.dayOf(demand);
        long state = keys[depth - 1];
        int heads = layout.heads(state, demand);
        boolean isNewDay = sets[place].isNewDay(node);
        if (heads >= layout.mostHeads(demand) || (isNewDay && !layout.hasRoom(state, unit, day))) {
            return false;
        }
        boolean isExperienced = index.cadre(cadre).isExperienced();
        long next = layout.withHead(state, demand, isExperienced);
        keys[depth] = isNewDay ? layout.withAbsence(next, unit, day) : next;
        missing[depth] = missing[depth - 1];
        cost[depth] = cost[depth - 1];
        if (weighsGoals) {
            missing[depth] += missingGrowth[demand][heads];
            cost[depth] += costGrowth[demand][heads] + growthOfTeam(state, demand, isExperienced);
        }
        return true;
    }

    private long growthOfTeam(long state, int demand, boolean isExperienced) {
        int team = parts.teamOf(demand);
        if (!layout.matters(team)) {
            return 0;
        }
        int heads = layout.headsOfTeam(state, team);
        int experienced = layout.experienced(state, team);
        int units = heads == 0 ? 0 : 1;
        int unitsAfter = heads == 0 || layout.hasUnit(state, team) ? 1 : 2;
        return parts.costOfTeam(heads + 1, experienced + (isExperienced ? 1 : 0), unitsAfter)
                - parts.costOfTeam(heads, experienced, units);
    }
}
