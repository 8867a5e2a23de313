package org.muster.evaluation.explanation;

import java.util.Arrays;
import java.util.function.Consumer;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/**
 * Weighs every step around a demand or a cadre that no eligibility rule forbids. Other rules may still forbid it.
 */
final class SingleSteps {
    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final Change change = new Change();

    SingleSteps(ScoreKeeper keeper) {
        this.index = keeper.index();
        this.keeper = keeper;
    }

    /** Who could serve in place of a cadre. */
    void replacements(int demand, int leaving, Consumer<CandidateMove> ideas) {
        for (int coming = 0; coming < index.cadres(); coming++) {
            if (coming != leaving && couldCome(coming, demand)) {
                keeper.weighReplace(demand, leaving, coming, change);
                ideas.accept(CandidateMove.replacement(demand, leaving, coming).at(change.toScore()));
            }
        }
    }

    /** Cadres who could be added to a demand. */
    void additions(int demand, Consumer<CandidateMove> ideas) {
        for (int coming = 0; coming < index.cadres(); coming++) {
            if (couldCome(coming, demand)) {
                keeper.weighAdd(coming, demand, change);
                ideas.accept(CandidateMove.addition(demand, coming).at(change.toScore()));
            }
        }
    }

    /** Where else the cadre could serve instead. */
    void moves(int from, int cadre, Consumer<CandidateMove> ideas) {
        for (int to = 0; to < index.demands(); to++) {
            if (to != from && isFree(to) && index.mayServe(cadre, to)) {
                keeper.weighMove(cadre, from, to, change);
                ideas.accept(CandidateMove.move(cadre, from, to).at(change.toScore()));
            }
        }
    }

    /** Cadres with whom the cadre could exchange the duty. */
    void swaps(int demand, int cadre, Consumer<CandidateMove> ideas) {
        for (int other = 0; other < index.demands(); other++) {
            if (other == demand || !index.mayServe(cadre, other)) {
                continue;
            }
            for (int otherCadre : cadresOn(other)) {
                if (otherCadre != cadre && index.mayServe(otherCadre, demand)) {
                    keeper.weighSwap(cadre, demand, otherCadre, other, change);
                    ideas.accept(
                            CandidateMove.swap(cadre, demand, otherCadre, other).at(change.toScore()));
                }
            }
        }
    }

    /** Free seats on which the cadre could serve in addition. */
    void freeSeats(int cadre, Consumer<CandidateMove> ideas) {
        for (int demand = 0; demand < index.demands(); demand++) {
            if (isFree(demand) && couldCome(cadre, demand)) {
                keeper.weighAdd(cadre, demand, change);
                ideas.accept(CandidateMove.addition(demand, cadre).at(change.toScore()));
            }
        }
    }

    /** Cadres whom the cadre could replace in a further duty. */
    void takenSeats(int cadre, Consumer<CandidateMove> ideas) {
        for (int demand = 0; demand < index.demands(); demand++) {
            if (!couldCome(cadre, demand)) {
                continue;
            }
            for (int leaving : cadresOn(demand)) {
                keeper.weighReplace(demand, leaving, cadre, change);
                ideas.accept(CandidateMove.replacement(demand, leaving, cadre).at(change.toScore()));
            }
        }
    }

    int[] cadresOn(int demand) {
        var cadres = new int[keeper.heads(demand)];
        for (int place = 0; place < cadres.length; place++) {
            cadres[place] = keeper.cadreAt(demand, place);
        }
        Arrays.sort(cadres);
        return cadres;
    }

    int[] demandsOf(int cadre) {
        var demands = new int[keeper.duties(cadre)];
        for (int place = 0; place < demands.length; place++) {
            demands[place] = keeper.demandAt(cadre, place);
        }
        return demands;
    }

    private boolean isFree(int demand) {
        return keeper.heads(demand) < index.demand(demand).max();
    }

    private boolean couldCome(int cadre, int demand) {
        return index.mayServe(cadre, demand) && !keeper.serves(cadre, demand);
    }
}
