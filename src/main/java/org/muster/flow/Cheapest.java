package org.muster.flow;

import java.util.Arrays;

/** Picks the cadres with the lowest costs. A cost and a cadre are packed into one number, so that sorting is cheap. */
final class Cheapest {
    private static final int CADRE_BITS = 17;
    private static final long CADRE_MASK = (1L << CADRE_BITS) - 1;

    private Cheapest() {}

    /**
     * The {@code count} cadres with the lowest costs below a limit, in ascending order; ties go to the lower number.
     *
     * @param costs by cadre; those that are picked from lie within 2^45 of 0
     */
    static long[] of(long[] costs, int cadres, int count, long below) {
        var heap = new long[Math.min(count, cadres)];
        int size = 0;
        for (int cadre = 0; cadre < cadres; cadre++) {
            if (costs[cadre] >= below) {
                continue;
            }
            long packed = costs[cadre] << CADRE_BITS | cadre;
            if (size < heap.length) {
                heap[size++] = packed;
                if (size == heap.length) {
                    makeHeap(heap);
                }
            } else if (size > 0 && packed < heap[0]) {
                heap[0] = packed;
                sink(heap, 0);
            }
        }
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

    private static void makeHeap(long[] heap) {
        for (int node = heap.length / 2 - 1; node >= 0; node--) {
            sink(heap, node);
        }
    }

    private static void sink(long[] heap, int from) {
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
