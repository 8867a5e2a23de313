package org.muster.flow;

import java.util.Arrays;

/**
 * A directed network in which supplies of nodes flow to the sink at the least cost. It only grows; costs may change.
 *
 * <p>Node {@link #SINK} takes whatever arrives. Every other node is born with an arc towards an older node, its way
 * out, so that from each node the sink can be reached.
 */
final class FlowNetwork {
    /** Where all supplies end. */
    static final int SINK = 0;

    private int nodes = 1;
    private int arcs;
    private int[] supply = new int[1024];
    private int[] wayOut = new int[1024];
    private int[] tail = new int[4096];
    private int[] head = new int[4096];
    private int[] capacity = new int[4096];
    private long[] cost = new long[4096];

    /**
     * Adds a node and its way out.
     *
     * @param supply units that start here, 0 or more
     * @param towards an older node; the sink itself where there is a supply
     * @param capacity of the way out, above {@code supply}
     */
    int addNode(int supply, int towards, int capacity, long cost) {
        if (supply >= capacity || (supply > 0 && towards != SINK)) {
            throw new IllegalArgumentException("A supply of %d cannot leave by an arc to node %d that carries %d."
                    .formatted(supply, towards, capacity));
        }
        if (nodes == this.supply.length) {
            this.supply = Arrays.copyOf(this.supply, 2 * nodes);
            wayOut = Arrays.copyOf(wayOut, 2 * nodes);
        }
        int node = nodes++;
        this.supply[node] = supply;
        wayOut[node] = addArc(node, towards, capacity, cost);
        return node;
    }

    int addArc(int from, int to, int arcCapacity, long arcCost) {
        if (arcs == tail.length) {
            tail = Arrays.copyOf(tail, 2 * arcs);
            head = Arrays.copyOf(head, 2 * arcs);
            capacity = Arrays.copyOf(capacity, 2 * arcs);
            cost = Arrays.copyOf(cost, 2 * arcs);
        }
        tail[arcs] = from;
        head[arcs] = to;
        capacity[arcs] = arcCapacity;
        cost[arcs] = arcCost;
        return arcs++;
    }

    int nodes() {
        return nodes;
    }

    int arcs() {
        return arcs;
    }

    int supply(int node) {
        return supply[node];
    }

    int wayOut(int node) {
        return wayOut[node];
    }

    int tail(int arc) {
        return tail[arc];
    }

    int head(int arc) {
        return head[arc];
    }

    int capacity(int arc) {
        return capacity[arc];
    }

    long cost(int arc) {
        return cost[arc];
    }

    void setCost(int arc, long value) {
        cost[arc] = value;
    }
}
