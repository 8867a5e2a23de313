package org.muster.planning.phases;

import static org.muster.problem.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.muster.evaluation.Change;
import org.muster.evaluation.ScoreKeeper;
import org.muster.planning.LikelyCadres;
import org.muster.problem.ProblemIndex;

/**
 * Takes one person out of every team of a window and gives each of them the best place again: all rings of exchange
 * at once. While a team has one open place only, what a newcomer costs it does not depend on the other teams, so that
 * the best distribution is an assignment problem. Everybody serves in the same window as before: ceilings are kept.
 */
final class Exchange {
    /** Noise is finer than a point. */
    private static final int SCALE = 16;

    private static final int ATTEMPTS_PER_TEAM = 4;
    /** Of those who are not alone of their unit in the team, one in so many is taken out. */
    private static final int TOGETHER_TAKEN = 4;

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final Neighbourhood neighbourhood;
    private final SplittableRandom random;
    private final Change change = new Change();
    private final AssignmentProblem assignment = new AssignmentProblem();

    private Scope scope = Scope.NOTHING;
    private int[] seats = {};
    private final int[][] teamsOfWindow;

    /** The row and column of a cadre who is out, or {@link ProblemIndex#NONE}. */
    private final int[] placeOfCadre;

    private final int[] cadreOut;
    private final int[] openDemand;
    private int out;

    Exchange(ScoreKeeper keeper, LikelyCadres likely, Neighbourhood neighbourhood, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.likely = likely;
        this.neighbourhood = neighbourhood;
        this.random = random;
        teamsOfWindow = new int[index.windows()][];
        placeOfCadre = new int[index.cadres()];
        Arrays.fill(placeOfCadre, NONE);
        cadreOut = new int[keeper.teams()];
        openDemand = new int[keeper.teams()];
    }

    /** Limits the exchanges that follow. */
    void workOn(Scope newScope) {
        scope = newScope;
        seats = newScope.seats(keeper);
        Arrays.setAll(teamsOfWindow, window -> newScope.teams(keeper, window));
    }

    /**
     * Exchanges people in a window that is thrown.
     *
     * @param noise points by which a place may look dearer than it is, so that worse ones win now and then
     * @return how many places were weighed
     */
    long exchange(double noise) {
        if (seats.length == 0) {
            return 0;
        }
        int window = index.windowOf(seats[random.nextInt(seats.length)]);
        int mark = keeper.mark();
        out = 0;
        for (int team : teamsOfWindow[window]) {
            takeSomebodyOut(team);
        }
        long weighed = weighPlaces(noise);
        assignment.solve();
        for (int place = 0; place < out; place++) {
            placeOfCadre[cadreOut[place]] = NONE;
        }
        long hardBefore = keeper.hard();
        for (int row = 0; row < out; row++) {
            keeper.add(cadreOut[assignment.columnOf(row)], openDemand[row]);
        }
        if (keeper.hard() < hardBefore) {
            keeper.undoTo(mark);
        }
        keeper.forgetSteps();
        return weighed;
    }

    private void takeSomebodyOut(int team) {
        for (int attempt = 0; attempt < ATTEMPTS_PER_TEAM && neighbourhood.hasSeats(team); attempt++) {
            int demand = neighbourhood.anyDemandOf(team, random);
            if (keeper.heads(demand) > 0) {
                int cadre = keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
                if (mayGoOut(team, demand, cadre)) {
                    keeper.remove(cadre, demand);
                    placeOfCadre[cadre] = out;
                    cadreOut[out] = cadre;
                    openDemand[out++] = demand;
                    return;
                }
            }
        }
    }

    private boolean mayGoOut(int team, int demand, int cadre) {
        boolean isTogether = keeper.peopleOf(team, index.unitOf(cadre)) > 1;
        if ((isTogether && random.nextInt(TOGETHER_TAKEN) > 0)
                || !scope.mayChange(demand, cadre)
                || placeOfCadre[cadre] != NONE) {
            return false;
        }
        keeper.weighRemove(cadre, demand, change);
        return change.hard() >= 0;
    }

    private long weighPlaces(double noise) {
        long weighed = 0;
        assignment.start();
        for (int row = 0; row < out; row++) {
            int demand = openDemand[row];
            assignment.nextRow();
            keeper.weighAdd(cadreOut[row], demand, change);
            assignment.allow(row, noisy(-change.soft(), noise));
            for (int rank = 0; rank < likely.count(demand); rank++) {
                int cadre = likely.cadre(demand, rank);
                int column = placeOfCadre[cadre];
                if (column != NONE && column != row) {
                    keeper.weighAdd(cadre, demand, change);
                    weighed++;
                    if (change.hard() >= 0) {
                        assignment.allow(column, noisy(-change.soft(), noise));
                    }
                }
            }
        }
        return weighed;
    }

    private long noisy(long points, double noise) {
        return SCALE * points + (long) (-Math.log(1 - random.nextDouble()) * noise * SCALE);
    }
}
