package org.muster.evaluation.incremental;

import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * The parts that the score of a schedule consists of: what the duties of each cadre cost, what the heads of each demand
 * cost, and what each team costs. Their sum is what {@link ScoreKeeper} counts of any schedule in which no demand has
 * more heads than it may have and no unit more people away than its ceiling allows. Not for several threads.
 */
public final class ScoreParts {
    private final ProblemIndex index;
    private final CadreCount cadres;
    private final CoverCount cover;
    private final TeamBoard teams;
    private final Change change = new Change();

    private long broken;
    private long mendable;
    private long lasting;
    private long cost;

    /** Prepares for a problem. */
    public ScoreParts(ProblemIndex index) {
        this.index = index;
        cadres = new CadreCount(index);
        cover = new CoverCount(index);
        teams = new TeamBoard(index);
    }

    /** All demands in the order in which duties on them are served. Not to be changed. */
    public int[] demandsInOrder() {
        return index.dutyOrder().demands();
    }

    /**
     * Weighs all duties of a cadre. The cadre may serve each of them.
     *
     * @param duties demands, in the order of {@link #demandsInOrder}
     * @param count how many of them
     */
    public void weighDuties(int cadre, int[] duties, int count) {
        cadres.count(cadre, duties, count);
        broken = cadres.hard();
        mendable = cadres.mendable();
        lasting = cadres.lasting();
        cost = cadres.soft();
        for (int place = 0; place < count; place++) {
            cost += index.dutyCost(cadre, duties[place]);
        }
    }

    /** The quantities of all broken hard rules about the duties weighed last. */
    public long broken() {
        return broken;
    }

    /** The part of {@link #broken} that more duties could mend: required minimums. */
    public long mendable() {
        return mendable;
    }

    /** The part of {@link #broken} that stays or grows whatever duties are added. */
    public long lasting() {
        return lasting;
    }

    /** The points of the duties weighed last. */
    public long cost() {
        return cost;
    }

    /** Missing required heads of a demand with so many, times its priority. */
    public long missing(int demand, int heads) {
        return CoverCount.missing(index.demand(demand), heads);
    }

    /** The points of a demand with so many heads. */
    public long costOfHeads(int demand, int heads) {
        change.clear();
        cover.start(demand, heads, change);
        return -change.soft();
    }

    /** How many teams there are, staffed or not. */
    public int teams() {
        return teams.teams();
    }

    /** The team that a demand belongs to. */
    public int teamOf(int demand) {
        return teams.teamOf(demand);
    }

    /** Experienced heads that a team of so many wants. */
    public static int experienceWanted(int heads) {
        return Math.toIntExact(TeamBoard.experienceMissing(heads, 0));
    }

    /** The points of a team. */
    public long costOfTeam(int heads, int experienced, int units) {
        return index.weight(Rule.TEAM_UNITS) * Math.max(0, units - 1)
                + index.weight(Rule.EXPERIENCE) * TeamBoard.experienceMissing(heads, experienced);
    }
}
