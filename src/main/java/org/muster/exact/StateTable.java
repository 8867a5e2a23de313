package org.muster.exact;

import java.util.Arrays;

/**
 * The states that the first so many cadres can leave behind, each with the best way to it. Of two ways to one state the
 * one that breaks minimums and misses heads less is better, then the cheaper one, then the one that was found first.
 */
final class StateTable {
    private static final int FREE = -1;

    private int count;
    private long[] key = new long[64];
    private long[] missing = new long[64];
    private long[] cost = new long[64];
    private int[] before = new int[64];
    private int[] set = new int[64];
    private int[] slots = free(256);

    int count() {
        return count;
    }

    long key(int state) {
        return key[state];
    }

    /** Broken minimums and missing heads, in one number. */
    long missing(int state) {
        return missing[state];
    }

    /** Points so far. */
    long cost(int state) {
        return cost[state];
    }

    /** The state before the last cadre. */
    int before(int state) {
        return before[state];
    }

    /** The set of duties of the last cadre. */
    int set(int state) {
        return set[state];
    }

    /** Offers a way to a state. */
    void offer(long newKey, long newMissing, long newCost, int from, int taken) {
        int slot = slotOf(newKey);
        int state = slots[slot];
        if (state == FREE) {
            state = add(newKey);
            slots[slot] = state;
            write(state, newMissing, newCost, from, taken);
            if (2 * count > slots.length) {
                rehash();
            }
        } else if (newMissing < missing[state] || (newMissing == missing[state] && newCost < cost[state])) {
            write(state, newMissing, newCost, from, taken);
        }
    }

    /** The best of all states; there is one. */
    int best() {
        int best = 0;
        for (int state = 1; state < count; state++) {
            if (missing[state] < missing[best] || (missing[state] == missing[best] && cost[state] < cost[best])) {
                best = state;
            }
        }
        return best;
    }

    /** Keeps only what tells the ways back. */
    void forgetStates() {
        key = new long[0];
        missing = new long[0];
        cost = new long[0];
        slots = new int[0];
        before = Arrays.copyOf(before, count);
        set = Arrays.copyOf(set, count);
    }

    private void write(int state, long newMissing, long newCost, int from, int taken) {
        missing[state] = newMissing;
        cost[state] = newCost;
        before[state] = from;
        set[state] = taken;
    }

    private int add(long newKey) {
        if (count == key.length) {
            key = Arrays.copyOf(key, 2 * count);
            missing = Arrays.copyOf(missing, 2 * count);
            cost = Arrays.copyOf(cost, 2 * count);
            before = Arrays.copyOf(before, 2 * count);
            set = Arrays.copyOf(set, 2 * count);
        }
        key[count] = newKey;
        return count++;
    }

    private int slotOf(long wanted) {
        long mixed = wanted * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE && key[slots[slot]] != wanted) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void rehash() {
        slots = free(2 * slots.length);
        for (int state = 0; state < count; state++) {
            slots[slotOf(key[state])] = state;
        }
    }

    private static int[] free(int length) {
        var free = new int[length];
        Arrays.fill(free, FREE);
        return free;
    }
}
