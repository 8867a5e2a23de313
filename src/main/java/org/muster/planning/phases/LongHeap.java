package org.muster.planning.phases;

import java.util.Arrays;

/** A heap of values by their keys, the least key first. */
final class LongHeap {
    private long[] keys = new long[256];
    private int[] values = new int[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** The least key. */
    long key() {
        return keys[0];
    }

    /** The value of the least key. */
    int value() {
        return values[0];
    }

    void add(long key, int value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        int node = size++;
        while (node > 0 && keys[(node - 1) / 2] > key) {
            keys[node] = keys[(node - 1) / 2];
            values[node] = values[(node - 1) / 2];
            node = (node - 1) / 2;
        }
        keys[node] = key;
        values[node] = value;
    }

    void removeFirst() {
        long key = keys[--size];
        int value = values[size];
        int node = 0;
        while (2 * node + 1 < size) {
            int child = 2 * node + 1;
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[node] = keys[child];
            values[node] = values[child];
            node = child;
        }
        keys[node] = key;
        values[node] = value;
    }
}
