package org.muster.exact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The largest flow through a network of whole units, found along one shortest way after another.
 *
 * <p>Source: J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems",
 * J. ACM 19 (1972).
 */
final class UnitFlow {
    private static final int NONE = -1;

    private final Budget budget;
    private int nodes;
    private int arcs;
    /** By node, its arc that was added last. */
    private int[] last = {};
    /** By arc, the one of the same node that was added before. Arcs 2 n and 2 n + 1 are one, there and back. */
    private int[] previous = new int[64];

    private int[] head = new int[64];
    private int[] room = new int[64];
    private int[] cameBy = {};

    UnitFlow(Budget budget) {
        this.budget = budget;
    }

    int addNode() {
        if (nodes == last.length) {
            last = Arrays.copyOf(last, Math.max(64, 2 * nodes));
        }
        last[nodes] = NONE;
        return nodes++;
    }

    void addArc(int from, int to, int capacity) throws Budget.Exhausted {
        budget.use(1);
        add(from, to, capacity);
        add(to, from, 0);
    }

    private void add(int from, int to, int capacity) {
        if (arcs == head.length) {
            previous = Arrays.copyOf(previous, 2 * arcs);
            head = Arrays.copyOf(head, 2 * arcs);
            room = Arrays.copyOf(room, 2 * arcs);
        }
        head[arcs] = to;
        room[arcs] = capacity;
        previous[arcs] = last[from];
        last[from] = arcs++;
    }

    /** The largest flow from one node to another. */
    int most(int source, int sink) throws Budget.Exhausted {
        int flow = 0;
        while (reach(source).get(sink)) {
            for (int node = sink; node != source; node = head[cameBy[node] ^ 1]) {
                room[cameBy[node]]--;
                room[cameBy[node] ^ 1]++;
            }
            flow++;
        }
        return flow;
    }

    /** The nodes to which more could flow from a node. */
    BitSet reach(int source) throws Budget.Exhausted {
        cameBy = new int[nodes];
        var reached = new BitSet(nodes);
        var queue = new ArrayDeque<Integer>();
        reached.set(source);
        queue.add(source);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int arc = last[node]; arc != NONE; arc = previous[arc]) {
                budget.use(1);
                if (room[arc] > 0 && !reached.get(head[arc])) {
                    reached.set(head[arc]);
                    cameBy[head[arc]] = arc;
                    queue.add(head[arc]);
                }
            }
        }
        return reached;
    }
}
