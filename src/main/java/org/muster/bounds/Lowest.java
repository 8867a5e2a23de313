package org.muster.bounds;

/** The last of so many lowest costs among those that were offered. */
final class Lowest {
    private final long limit;
    /** The highest cost is on top once it is full. */
    private final long[] heap;

    private int size;
    private long last;

    /**
     * Nothing was offered yet.
     *
     * @param count how many are kept, 1 or more
     * @param limit what {@link #last} is as long as there are not so many below it
     */
    Lowest(int count, long limit) {
        this.limit = limit;
        heap = new long[count];
        last = limit;
    }

    void offer(long cost) {
        if (cost >= last) {
            return;
        }
        if (size < heap.length) {
            heap[size++] = cost;
            if (size == heap.length) {
                for (int node = heap.length / 2 - 1; node >= 0; node--) {
                    sink(node);
                }
                last = heap[0];
            }
        } else {
            heap[0] = cost;
            sink(0);
            last = heap[0];
        }
    }

    /** The last of the lowest; the limit where too few were offered. */
    long last() {
        return size < heap.length ? limit : last;
    }

    private void sink(int from) {
        int node = from;
        while (2 * node + 1 < size) {
            int child = 2 * node + 1;
            if (child + 1 < size && heap[child + 1] > heap[child]) {
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
