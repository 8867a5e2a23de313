package org.muster.flow;

import java.util.Arrays;

/**
 * The cadres with the lowest costs of those that were offered; ties go to the lower number. A cost, within 2^45 of 0,
 * and a cadre are packed into one number, so that comparing is cheap.
 */
final class TopK {
    private static final int CADRE_BITS = 17;
    private static final long CADRE_MASK = (1L << CADRE_BITS) - 1;

    /** The highest number is on top once it is full. */
    private final long[] heap;

    private int size;

    TopK(int most) {
        heap = new long[most];
    }

    /** Whether a cost is low enough to be among those kept. */
    boolean wants(long cost) {
        return size < heap.length || (size > 0 && cost <= cost(heap[0]));
    }

    void add(long cost, int cadre) {
        long packed = cost << CADRE_BITS | cadre;
        if (size < heap.length) {
            heap[size++] = packed;
            if (size == heap.length) {
                makeHeap();
            }
        } else if (size > 0 && packed < heap[0]) {
            heap[0] = packed;
            sink(0);
        }
    }

    /** The packed numbers from the lowest cost to the highest. Nothing can be added afterwards. */
    long[] inOrder() {
        var found = Arrays.copyOf(heap, size);
        Arrays.sort(found);
        return found;
    }

    static long cost(long packed) {
        return packed >> CADRE_BITS;
    }

    static int cadre(long packed) {
        return (int) (packed & CADRE_MASK);
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
