package org.muster.planning.phases;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.muster.evaluation.Change;
import org.muster.evaluation.ScoreKeeper;
import org.muster.problem.ProblemIndex;

/**
 * Takes one person out of every team of a window and gives each of them the best place again: all rings of exchange
 * at once. While a team has one open place only, what a newcomer costs it does not depend on the other teams, and so
 * the best distribution is an assignment problem.
 */
final class Exchange {
    private static final int SCALE = 16;
    private static final int ATTEMPTS = 4;

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final Scope scope;
    private final SplittableRandom random;
    private final Change change = new Change();
    private final AssignmentProblem assignment = new AssignmentProblem();
    /** The column of a cadre who was taken out. */
    private final int[] columnOfCadre;

    private final int[] cadreOfColumn;
    private final int[] demandOfRow;

    long nanosWeigh;
    long nanosSolve;
    long rowsTotal, arcsTotal;

    Exchange(ScoreKeeper keeper, LikelyCadres likely, Scope scope, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.likely = likely;
        this.scope = scope;
        this.random = random;
        columnOfCadre = new int[index.cadres()];
        Arrays.fill(columnOfCadre, -1);
        cadreOfColumn = new int[keeper.teams()];
        demandOfRow = new int[keeper.teams()];
    }

    /** Exchanges people within a window. The noise, in points, lets worse places win now and then. */
    void run(int window, double noise) {
        int mark = keeper.mark();
        int rows = takeOut(window);
        if (rows < 2) {
            keeper.undoTo(mark);
            return;
        }
        long t = System.nanoTime();
        weigh(rows, noise);
        long t2 = System.nanoTime();
        assignment.solve();
        nanosWeigh += t2 - t;
        nanosSolve += System.nanoTime() - t2;
        for (int row = 0; row < rows; row++) {
            columnOfCadre[cadreOfColumn[row]] = -1;
        }
        for (int row = 0; row < rows; row++) {
            keeper.add(cadreOfColumn[assignment.columnOf(row)], demandOfRow[row]);
        }
        keeper.forgetSteps();
    }

    private int takeOut(int window) {
        int rows = 0;
        for (int team : scope.teamsOf(window)) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int demand = scope.anyDemandOfTeam(team, random);
                if (keeper.heads(demand) > 0 && takeOut(team, demand, rows)) {
                    rows++;
                    break;
                }
            }
        }
        return rows;
    }

    private boolean takeOut(int team, int demand, int row) {
        int cadre = keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
        boolean isAlone = keeper.peopleOf(team, index.unitOf(cadre)) == 1;
        if ((!isAlone && random.nextInt(4) > 0)
                || !scope.owns(cadre)
                || columnOfCadre[cadre] >= 0
                || keeper.duties(cadre) > 1) {
            return false;
        }
        keeper.weighRemove(cadre, demand, change);
        if (change.hard() < 0) {
            return false;
        }
        keeper.remove(cadre, demand);
        columnOfCadre[cadre] = row;
        cadreOfColumn[row] = cadre;
        demandOfRow[row] = demand;
        return true;
    }

    private void weigh(int rows, double noise) {
        assignment.start(rows);
        for (int row = 0; row < rows; row++) {
            assignment.nextRow();
            int demand = demandOfRow[row];
            boolean hasOwn = false;
            for (int rank = 0; rank < likely.count(demand); rank++) {
                int cadre = likely.cadre(demand, rank);
                int column = columnOfCadre[cadre];
                if (column >= 0) {
                    keeper.weighAdd(cadre, demand, change);
                    if (change.hard() >= 0) {
                        arcsTotal++;
                        assignment.allow(column, noisy(-change.soft(), noise));
                        hasOwn |= column == row;
                    }
                }
            }
            if (!hasOwn) {
                keeper.weighAdd(cadreOfColumn[row], demand, change);
                assignment.allow(row, noisy(-change.soft(), noise));
            }
        }
        rowsTotal += rows;
    }

    private long noisy(long points, double noise) {
        return SCALE * points + (noise > 0 ? (long) (-Math.log(1 - random.nextDouble()) * noise * SCALE) : 0);
    }
}
