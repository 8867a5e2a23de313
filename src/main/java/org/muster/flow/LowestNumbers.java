package org.muster.flow;

import java.util.Arrays;

/** The lowest of the numbers that were added, as many as there is room for. */
public final class LowestNumbers {
    /** The highest number is on top once it is full. */
    private final long[] heap;

    private int size;

    /**
     * Nothing was added yet.
     *
     * @param most how many are kept, 0 or more
     */
    public LowestNumbers(int most) {
        heap = new long[most];
    }

    /** Whether as many are kept as there is room for. */
    public boolean isFull() {
        return size == heap.length;
    }

    /** The highest of those that are kept, where it is full and has room for one at least. */
    public long highest() {
        return heap[0];
    }

    /** Keeps a number where there is room or a higher one. */
    public void add(long number) {
        if (size < heap.length) {
            heap[size++] = number;
            if (size == heap.length) {
                makeHeap();
            }
        } else if (size > 0 && number < heap[0]) {
            heap[0] = number;
            sink(0);
        }
    }

    /** Those that are kept, ascending. */
    long[] inOrder() {
        var found = Arrays.copyOf(heap, size);
        Arrays.sort(found);
        return found;
    }

    private void makeHeap() {
        for (int node = heap.length / 2 - 1; node >= 0; node--) {
            sink(node);
        }
    }

    private void sink(int from) {
        int node = from;
        while (2 * node + 1 < heap.length) {
            int child = 2 * node + 1;
            if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[node] >= heap[child]) {
                return;
            }
            long above = heap[node];
            heap[node] = heap[child];
            heap[child] = above;
            node = child;
        }
    }
}
