package org.muster.planning.phases;

import java.util.Arrays;

/**
 * Finds the cheapest way to give every row a column of its own, where only some pairs are allowed. There may be more
 * columns than rows.
 *
 * <p>Source: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems", Computing 38 (1987). One object is used again and again; it keeps its arrays.
 */
final class AssignmentProblem {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private int rows;
    private int columns;
    private int arcs;
    /** Where the arcs of each row begin; one more at the end. */
    private int[] begin = {0};

    private int[] column = new int[1024];
    private long[] cost = new long[1024];

    private long[] rowPrice = {};
    private long[] columnPrice = {};
    private int[] columnOfRow = {};
    private int[] rowOfColumn = {};
    private long[] distance = {};
    private int[] rowBefore = {};
    private final LongHeap heap = new LongHeap();
    private int[] touched = {};

    /** Forgets everything. */
    void start() {
        rows = 0;
        columns = 0;
        arcs = 0;
    }

    /** Starts the next row; the pairs that are added next belong to it. */
    void nextRow() {
        if (begin.length < rows + 2) {
            begin = Arrays.copyOf(begin, 2 * (rows + 2));
        }
        rows++;
        begin[rows] = arcs;
    }

    /**
     * Allows the newest row a column.
     *
     * @param toColumn from 0; there are as many as the highest one says
     */
    void allow(int toColumn, long pairCost) {
        if (arcs == column.length) {
            column = Arrays.copyOf(column, 2 * arcs);
            cost = Arrays.copyOf(cost, 2 * arcs);
        }
        columns = Math.max(columns, toColumn + 1);
        column[arcs] = toColumn;
        cost[arcs++] = pairCost;
        begin[rows] = arcs;
    }

    /**
     * The column of a row, after {@link #solve}.
     *
     * @param row from 0, in the order in which they were started
     */
    int columnOf(int row) {
        return columnOfRow[row];
    }

    /**
     * Solves it.
     *
     * @throws IllegalStateException when not every row can have a column
     */
    void solve() {
        prepare();
        matchTightPairs();
        for (int row = 0; row < rows; row++) {
            if (columnOfRow[row] == NONE) {
                augment(row);
            }
        }
    }

    /** A column costs nothing as long as nobody else wants it. */
    private void prepare() {
        int most = Math.max(rows, columns);
        if (rowPrice.length < most) {
            rowPrice = new long[2 * most];
            columnPrice = new long[2 * most];
            columnOfRow = new int[2 * most];
            rowOfColumn = new int[2 * most];
            rowBefore = new int[2 * most];
            touched = new int[2 * most];
            distance = new long[2 * most];
            Arrays.fill(distance, UNREACHED);
        }
        Arrays.fill(columnOfRow, 0, rows, NONE);
        Arrays.fill(rowOfColumn, 0, columns, NONE);
        Arrays.fill(columnPrice, 0, columns, 0);
    }

    /** Prices every row by its cheapest pair, and takes that pair where the column is still free. */
    private void matchTightPairs() {
        for (int row = 0; row < rows; row++) {
            long least = UNREACHED;
            int best = NONE;
            for (int arc = begin[row]; arc < begin[row + 1]; arc++) {
                long reduced = cost[arc] - columnPrice[column[arc]];
                boolean isFree = rowOfColumn[column[arc]] == NONE;
                if (reduced < least || (reduced == least && isFree && rowOfColumn[best] != NONE)) {
                    least = reduced;
                    best = column[arc];
                }
            }
            if (best == NONE) {
                throw new IllegalStateException("The row %d has no column.".formatted(row));
            }
            rowPrice[row] = least;
            if (rowOfColumn[best] == NONE) {
                match(row, best);
            }
        }
    }

    /** Finds the cheapest path from a free row to a free column, and shifts every row on it by one column. */
    private void augment(int freeRow) {
        heap.clear();
        int touchedCount = relax(freeRow, 0, 0);
        int end = NONE;
        long length = 0;
        while (end == NONE) {
            if (heap.isEmpty()) {
                throw new IllegalStateException("Not every row can have a column of its own.");
            }
            int next = heap.value();
            long at = heap.key();
            heap.removeFirst();
            if (at > distance[next]) {
                continue;
            }
            if (rowOfColumn[next] == NONE) {
                end = next;
                length = at;
            } else {
                touchedCount = relax(rowOfColumn[next], at, touchedCount);
            }
        }
        rowPrice[freeRow] += length;
        for (int place = 0; place < touchedCount; place++) {
            int each = touched[place];
            if (distance[each] < length && rowOfColumn[each] != NONE) {
                rowPrice[rowOfColumn[each]] += length - distance[each];
                columnPrice[each] -= length - distance[each];
            }
            distance[each] = UNREACHED;
        }
        shiftAlong(end, freeRow);
    }

    private int relax(int row, long at, int touchedCount) {
        int count = touchedCount;
        for (int arc = begin[row]; arc < begin[row + 1]; arc++) {
            int to = column[arc];
            long reached = at + cost[arc] - rowPrice[row] - columnPrice[to];
            if (reached < distance[to]) {
                if (distance[to] == UNREACHED) {
                    touched[count++] = to;
                }
                distance[to] = reached;
                rowBefore[to] = row;
                heap.add(reached, to);
            }
        }
        return count;
    }

    private void shiftAlong(int end, int freeRow) {
        int free = end;
        int row;
        do {
            row = rowBefore[free];
            int left = columnOfRow[row];
            match(row, free);
            free = left;
        } while (row != freeRow);
    }

    private void match(int row, int toColumn) {
        columnOfRow[row] = toColumn;
        rowOfColumn[toColumn] = row;
    }
}
