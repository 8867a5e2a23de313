package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.SplittableRandom;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.index.ProblemIndex;

/** Draws those whom a step is about. */
final class Draw {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final Neighbourhood neighbourhood;
    private final SplittableRandom random;

    Draw(ScoreKeeper keeper, LikelyCadres likely, Neighbourhood neighbourhood, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.likely = likely;
        this.neighbourhood = neighbourhood;
        this.random = random;
    }

    /** Somebody who serves on a demand that has a head. */
    int anyHead(int demand) {
        return keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
    }

    /** One of the duties of a cadre who has one. */
    int anyDuty(int cadre) {
        return keeper.demandAt(cadre, random.nextInt(keeper.duties(cadre)));
    }

    /** Somebody likely, or nobody; the better of two throws, so that cheap cadres come more often. */
    int anyLikely(int demand) {
        int count = likely.count(demand);
        if (count == 0) {
            return NONE;
        }
        int rank = random.nextInt(count);
        int otherRank = random.nextInt(count);
        return likely.cadre(demand, Math.min(rank, otherRank));
    }

    /**
     * Somebody likely whose unit is in the team anyway, or nobody.
     *
     * @param leaving whose own unit is not asked, or {@link ProblemIndex#NONE}
     */
    int anyMate(int demand, int leaving) {
        int team = keeper.teamOf(demand);
        if (!neighbourhood.hasSeats(team)) {
            return NONE;
        }
        int beside = neighbourhood.anyDemandOf(team, random);
        if (keeper.heads(beside) == 0) {
            return NONE;
        }
        int unit = index.unitOf(anyHead(beside));
        return leaving != NONE && unit == index.unitOf(leaving) ? NONE : likely.anyOf(demand, unit, random);
    }

    /** Somebody likely or a mate, or nobody. */
    int anyCandidate(int demand) {
        return random.nextBoolean() ? anyLikely(demand) : anyMate(demand, NONE);
    }

    /** A duty of the cadre that a duty on the demand would overlap, or none. */
    int dutyInTheWay(int cadre, int demand) {
        int window = index.windowOf(demand);
        for (int place = 0; place < keeper.duties(cadre); place++) {
            int other = keeper.demandAt(cadre, place);
            if (index.gap(index.windowOf(other), window) < 0) {
                return other;
            }
        }
        return NONE;
    }
}
