package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import org.muster.problem.index.ProblemIndex;

/** What the duties of each cadre on a {@link DutyBoard} cost together, and what a step would change in it. */
final class CadreCosts {
    private final DutyBoard board;
    private final CadreCount count;
    private final long[] hard;
    /** The part of {@link #hard} that only more duties can mend. */
    private final long[] asked;

    private final long[] soft;
    private int[] buffer = new int[64];

    /** Knows the costs of cadres without duties. */
    CadreCosts(ProblemIndex index, DutyBoard board) {
        this.board = board;
        count = new CadreCount(index);
        hard = new long[index.cadres()];
        asked = new long[index.cadres()];
        soft = new long[index.cadres()];
    }

    /** The quantities of hard rules that the cadre's duties break together, or miss. */
    long hard(int cadre) {
        return hard[cadre];
    }

    /** The part of {@link #hard} that fewer duties would mend; also missing pins. */
    long broken(int cadre) {
        return hard[cadre] - asked[cadre];
    }

    /** Points of all goals about the cadre's duties together. */
    long soft(int cadre) {
        return soft[cadre];
    }

    /**
     * Weighs what the duties of a cadre cost together after a step, and did not before.
     *
     * @param leaving the demand of a duty that ends, or {@link ProblemIndex#NONE}
     * @param coming the demand of a new duty, or {@link ProblemIndex#NONE}
     */
    void weigh(int cadre, int leaving, int coming, Change change) {
        count(cadre, leaving, coming);
        long askedMore = count.asked() - asked[cadre];
        change.breakRules(count.hard() - hard[cadre] - askedMore);
        change.missDuties(askedMore);
        change.cost(count.soft() - soft[cadre]);
    }

    /** Counts a cadre whose duties have changed on the board. */
    void recount(int cadre) {
        count(cadre, NONE, NONE);
        hard[cadre] = count.hard();
        asked[cadre] = count.asked();
        soft[cadre] = count.soft();
    }

    /** Counts the duties of a cadre after a step, rule by rule. The answer holds until the next count. */
    CadreCount count(int cadre, int leaving, int coming) {
        if (board.duties(cadre) + 1 > buffer.length) {
            buffer = new int[2 * buffer.length];
        }
        count.count(cadre, buffer, board.dutiesAfter(cadre, leaving, coming, buffer));
        return count;
    }
}
