package org.muster.flow;

/**
 * The cadres with the lowest costs of those that were offered; ties go to the lower number. A cost, within 2^45 of 0,
 * and a cadre are packed into one number, so that comparing is cheap.
 */
final class TopK {
    private static final int CADRE_BITS = 17;
    private static final long CADRE_MASK = (1L << CADRE_BITS) - 1;

    private final int most;
    private final LowestNumbers lowest;

    TopK(int most) {
        this.most = most;
        lowest = new LowestNumbers(most);
    }

    /** Whether a cost is low enough to be among those kept. */
    boolean wants(long cost) {
        return !lowest.isFull() || (most > 0 && cost <= cost(lowest.highest()));
    }

    void add(long cost, int cadre) {
        lowest.add(cost << CADRE_BITS | cadre);
    }

    /** The packed numbers from the lowest cost to the highest. */
    long[] inOrder() {
        return lowest.inOrder();
    }

    static long cost(long packed) {
        return packed >> CADRE_BITS;
    }

    static int cadre(long packed) {
        return (int) (packed & CADRE_MASK);
    }
}
