package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.index.ProblemIndex;

/**
 * Takes one person out of every team of a window and finds the best people for the open places, among those who are out
 * and those who have nothing else to do at that time: all rings and chains of exchange at once. While a team has one open
 * place only, what a newcomer costs it does not depend on the other teams, so that the best distribution is an
 * assignment problem. Ceilings are left out of it; an exchange that goes above one is taken back.
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
    private final Draw draw;
    private final Change change = new Change();
    private final AssignmentProblem assignment = new AssignmentProblem();

    private Scope scope = Scope.NOTHING;
    private int[] seats = {};
    private final int[][] teamsOfWindow;

    /** The column of a cadre who may come, or {@link ProblemIndex#NONE}. */
    private final int[] columnOfCadre;
    /** The cadres of the columns: those who are out, each in the column of the own row, before those who are free. */
    private final int[] cadreOfColumn;

    private int columns;
    private final int[] openDemand;
    private int rows;

    Exchange(ScoreKeeper keeper, LikelyCadres likely, Neighbourhood neighbourhood, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.likely = likely;
        this.neighbourhood = neighbourhood;
        this.random = random;
        teamsOfWindow = new int[index.windows()][];
        draw = new Draw(keeper, likely, neighbourhood, random);
        columnOfCadre = new int[index.cadres()];
        Arrays.fill(columnOfCadre, NONE);
        cadreOfColumn = new int[index.cadres()];
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
        long hardBefore = keeper.hard();
        columns = 0;
        rows = 0;
        for (int team : teamsOfWindow[window]) {
            takeSomebodyOut(team);
        }
        long weighed = weighPlaces(noise);
        assignment.solve();
        for (int each = 0; each < columns; each++) {
            columnOfCadre[cadreOfColumn[each]] = NONE;
        }
        for (int row = 0; row < rows; row++) {
            keeper.add(cadreOfColumn[assignment.columnOf(row)], openDemand[row]);
        }
        if (keeper.hard() < hardBefore) {
            keeper.undoTo(mark);
        }
        keeper.clearUndoLog();
        return weighed;
    }

    private void takeSomebodyOut(int team) {
        for (int attempt = 0; attempt < ATTEMPTS_PER_TEAM && neighbourhood.hasSeats(team); attempt++) {
            int demand = neighbourhood.anyDemandOf(team, random);
            if (keeper.heads(demand) > 0) {
                int cadre = keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
                if (mayGoOut(team, demand, cadre)) {
                    keeper.remove(cadre, demand);
                    startColumn(cadre);
                    openDemand[rows++] = demand;
                    return;
                }
            }
        }
    }

    private boolean mayGoOut(int team, int demand, int cadre) {
        boolean isTogether = keeper.peopleOf(team, index.unitOf(cadre)) > 1;
        if ((isTogether && random.nextInt(TOGETHER_TAKEN) > 0)
                || !scope.mayChange(demand, cadre)
                || columnOfCadre[cadre] != NONE) {
            return false;
        }
        keeper.weighRemove(cadre, demand, change);
        return change.avoidable() >= 0;
    }

    private void startColumn(int cadre) {
        columnOfCadre[cadre] = columns;
        cadreOfColumn[columns++] = cadre;
    }

    private long weighPlaces(double noise) {
        long weighed = 0;
        assignment.start();
        for (int row = 0; row < rows; row++) {
            int demand = openDemand[row];
            assignment.nextRow();
            keeper.weighAdd(cadreOfColumn[row], demand, change);
            assignment.allow(row, noisy(-change.soft(), noise));
            for (int rank = 0; rank < likely.count(demand); rank++) {
                int cadre = likely.cadre(demand, rank);
                if (columnOfCadre[cadre] != row && mayCome(cadre, demand)) {
                    keeper.weighAdd(cadre, demand, change);
                    weighed++;
                    if (change.avoidable() >= 0) {
                        allow(cadre, noisy(-change.soft(), noise));
                    }
                }
            }
        }
        return weighed;
    }

    private boolean mayCome(int cadre, int demand) {
        return columnOfCadre[cadre] != NONE || (scope.mayChange(cadre) && draw.dutyInTheWay(cadre, demand) == NONE);
    }

    private void allow(int cadre, long cost) {
        if (columnOfCadre[cadre] == NONE) {
            startColumn(cadre);
        }
        assignment.allow(columnOfCadre[cadre], cost);
    }

    private long noisy(long points, double noise) {
        return SCALE * points + (long) (-Math.log(1 - random.nextDouble()) * noise * SCALE);
    }
}
