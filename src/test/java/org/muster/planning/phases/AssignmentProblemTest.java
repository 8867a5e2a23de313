package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentProblemTest {
    private static final long BARRED = 1_000_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTryingEverythingFinds(long seed) {
        var random = new SplittableRandom(seed);
        var problem = new AssignmentProblem();
        for (int again = 0; again < 3; again++) {
            long[][] costs = anyCosts(random);
            fill(problem, costs);
            problem.solve();
            assertThat(costOf(problem, costs)).isEqualTo(least(costs, 0, new boolean[costs[0].length]));
        }
    }

    @Test
    void refusesARowWithoutAColumn() {
        var problem = new AssignmentProblem();
        problem.start();
        problem.nextRow();
        assertThatThrownBy(problem::solve).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesTwoRowsWithOneColumn() {
        var problem = new AssignmentProblem();
        fill(problem, new long[][] {{1, BARRED}, {2, BARRED}});
        assertThatThrownBy(problem::solve).isInstanceOf(IllegalStateException.class);
    }

    /** Some pairs are barred, but the row's own column never. */
    private static long[][] anyCosts(SplittableRandom random) {
        int rows = random.nextInt(1, 7);
        int columns = rows + random.nextInt(3);
        var costs = new long[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean isAllowed = column == row || random.nextInt(3) > 0;
                costs[row][column] = isAllowed ? random.nextInt(-20, 20) : BARRED;
            }
        }
        return costs;
    }

    private static void fill(AssignmentProblem problem, long[][] costs) {
        problem.start();
        for (long[] row : costs) {
            problem.nextRow();
            for (int column = 0; column < row.length; column++) {
                if (row[column] != BARRED) {
                    problem.allow(column, row[column]);
                }
            }
        }
    }

    private static long costOf(AssignmentProblem problem, long[][] costs) {
        var taken = new boolean[costs[0].length];
        long cost = 0;
        for (int row = 0; row < costs.length; row++) {
            int column = problem.columnOf(row);
            assertThat(taken[column]).isFalse();
            taken[column] = true;
            cost += costs[row][column];
        }
        return cost;
    }

    private static long least(long[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                var after = Arrays.copyOf(taken, taken.length);
                after[column] = true;
                least = Math.min(least, costs[row][column] + least(costs, row + 1, after));
            }
        }
        return least;
    }
}
