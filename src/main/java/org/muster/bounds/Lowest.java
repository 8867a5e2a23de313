package org.muster.bounds;

import org.muster.flow.LowestNumbers;

/** The last of so many lowest costs among those that were offered. */
final class Lowest {
    private final LowestNumbers lowest;
    private long last;

    /**
     * Nothing was offered yet.
     *
     * @param count how many are kept, 1 or more
     * @param limit what {@link #last} is as long as there are not so many below it
     */
    Lowest(int count, long limit) {
        lowest = new LowestNumbers(count);
        last = limit;
    }

    void offer(long cost) {
        if (cost >= last) {
            return;
        }
        lowest.add(cost);
        if (lowest.isFull()) {
            last = lowest.highest();
        }
    }

    /** The last of the lowest; the limit where too few were offered. */
    long last() {
        return last;
    }
}
