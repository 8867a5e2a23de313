package org.muster.flow;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The cheapest flow through a network, and the price of a unit at every node.
 *
 * <p>It keeps its spanning tree from one call to the next: after arcs were added or costs changed, only what they
 * disturb is done again. This is what pricing and Lagrangian steps need, and what OR-Tools' flow does not offer. The
 * same calls give the same flow.
 *
 * <p>Source: W. H. Cunningham, "A network simplex method", Math. Programming 11 (1976): the tree stays strongly
 * feasible, so that it cannot cycle.
 */
final class NetworkSimplex {
    private static final int NONE = -1;
    private static final byte AT_LOWER = 1;
    private static final byte IN_TREE = 0;
    private static final byte AT_UPPER = -1;
    private static final int PIVOTS_BETWEEN_CHECKS = 1024;

    private final FlowNetwork network;
    private int[] flow = {};
    private byte[] state = {};
    private int knownArcs;

    private int knownNodes = 1;
    private int[] parent = {NONE};
    private int[] parentArc = {NONE};
    private int[] depth = {0};
    private int[] firstChild = {NONE};
    private int[] next = {NONE};
    private int[] previous = {NONE};
    private long[] potential = {0};

    private int cursor;
    private long pivots;

    NetworkSimplex(FlowNetwork network) {
        this.network = network;
    }

    /**
     * Makes the flow as cheap as it can be.
     *
     * @return whether it is; false when it was cancelled, and then the flow is complete but maybe too dear
     */
    boolean solve(BooleanSupplier cancelled) {
        learnNewNodesAndArcs();
        computePotentials();
        for (int entering = findEntering(); entering != NONE; entering = findEntering()) {
            pivot(entering);
            if (++pivots % PIVOTS_BETWEEN_CHECKS == 0 && cancelled.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    int flow(int arc) {
        return flow[arc];
    }

    /** What one more unit at the node would cost on its cheapest way to the sink. */
    long price(int node) {
        return -potential[node];
    }

    private void learnNewNodesAndArcs() {
        if (network.arcs() > state.length) {
            int length = Math.max(network.arcs(), state.length + state.length / 2);
            flow = Arrays.copyOf(flow, length);
            state = Arrays.copyOf(state, length);
        }
        Arrays.fill(state, knownArcs, network.arcs(), AT_LOWER);
        knownArcs = network.arcs();
        if (network.nodes() > parent.length) {
            growNodes(Math.max(network.nodes(), parent.length + parent.length / 2));
        }
        for (; knownNodes < network.nodes(); knownNodes++) {
            hangByWayOut(knownNodes);
        }
    }

    private void growNodes(int length) {
        parent = Arrays.copyOf(parent, length);
        parentArc = Arrays.copyOf(parentArc, length);
        depth = Arrays.copyOf(depth, length);
        firstChild = Arrays.copyOf(firstChild, length);
        next = Arrays.copyOf(next, length);
        previous = Arrays.copyOf(previous, length);
        potential = Arrays.copyOf(potential, length);
    }

    private void hangByWayOut(int node) {
        int arc = network.wayOut(node);
        firstChild[node] = NONE;
        state[arc] = IN_TREE;
        hang(node, network.head(arc), arc);
        depth[node] = depth[parent[node]] + 1;
        flow[arc] = network.supply(node);
    }

    private void hang(int node, int newParent, int arc) {
        parent[node] = newParent;
        parentArc[node] = arc;
        previous[node] = NONE;
        next[node] = firstChild[newParent];
        if (next[node] != NONE) {
            previous[next[node]] = node;
        }
        firstChild[newParent] = node;
    }

    private void unhang(int node) {
        if (previous[node] == NONE) {
            firstChild[parent[node]] = next[node];
        } else {
            next[previous[node]] = next[node];
        }
        if (next[node] != NONE) {
            previous[next[node]] = previous[node];
        }
    }

    private void computePotentials() {
        int node = FlowNetwork.SINK;
        while (true) {
            if (node != FlowNetwork.SINK) {
                long cost = network.cost(parentArc[node]);
                potential[node] = potential[parent[node]] + (pointsUp(node) ? -cost : cost);
            }
            if (firstChild[node] != NONE) {
                node = firstChild[node];
                continue;
            }
            while (node != FlowNetwork.SINK && next[node] == NONE) {
                node = parent[node];
            }
            if (node == FlowNetwork.SINK) {
                return;
            }
            node = next[node];
        }
    }

    private boolean pointsUp(int node) {
        return network.tail(parentArc[node]) == node;
    }

    private long reducedCost(int arc) {
        return network.cost(arc) + potential[network.tail(arc)] - potential[network.head(arc)];
    }

    /** The arc of a block of arcs that promises most for each unit; blocks take turns. */
    private int findEntering() {
        int block = Math.max(64, (int) Math.sqrt(knownArcs));
        int best = NONE;
        long bestGain = 0;
        int leftInBlock = block;
        for (int seen = 0; seen < knownArcs; seen++) {
            int arc = cursor;
            cursor = cursor + 1 == knownArcs ? 0 : cursor + 1;
            long gain = -state[arc] * reducedCost(arc);
            if (gain > bestGain && network.capacity(arc) > 0) {
                bestGain = gain;
                best = arc;
            }
            if (--leftInBlock == 0) {
                if (best != NONE) {
                    return best;
                }
                leftInBlock = block;
            }
        }
        return best;
    }

    private void pivot(int entering) {
        boolean forward = state[entering] == AT_LOWER;
        int source = forward ? network.tail(entering) : network.head(entering);
        int target = forward ? network.head(entering) : network.tail(entering);
        int join = join(source, target);

        // The last arc that blocks, seen from the join in the direction of the flow, leaves: hence < and then <=.
        int amount = network.capacity(entering);
        int leavingNode = NONE;
        boolean leavesAtSource = false;
        for (int node = source; node != join; node = parent[node]) {
            int room = pointsUp(node) ? flow[parentArc[node]] : roomIn(parentArc[node]);
            if (room < amount) {
                amount = room;
                leavingNode = node;
                leavesAtSource = true;
            }
        }
        for (int node = target; node != join; node = parent[node]) {
            int room = pointsUp(node) ? roomIn(parentArc[node]) : flow[parentArc[node]];
            if (room <= amount) {
                amount = room;
                leavingNode = node;
                leavesAtSource = false;
            }
        }
        if (amount > 0) {
            push(entering, forward, source, target, join, amount);
        }
        if (leavingNode == NONE) {
            state[entering] = (byte) -state[entering];
            return;
        }
        int leaving = parentArc[leavingNode];
        state[leaving] = flow[leaving] == 0 ? AT_LOWER : AT_UPPER;
        long gap = reducedCost(entering);
        int inside = leavesAtSource ? source : target;
        rehang(leavingNode, inside, leavesAtSource ? target : source, entering);
        state[entering] = IN_TREE;
        shiftSubtree(inside, network.tail(entering) == inside ? -gap : gap);
    }

    private int join(int a, int b) {
        while (a != b) {
            if (depth[a] >= depth[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }

    private int roomIn(int arc) {
        return network.capacity(arc) - flow[arc];
    }

    private void push(int entering, boolean forward, int source, int target, int join, int amount) {
        flow[entering] += forward ? amount : -amount;
        for (int node = source; node != join; node = parent[node]) {
            flow[parentArc[node]] += pointsUp(node) ? -amount : amount;
        }
        for (int node = target; node != join; node = parent[node]) {
            flow[parentArc[node]] += pointsUp(node) ? amount : -amount;
        }
    }

    /** Cuts the subtree of {@code top} off and hangs it by its node {@code inside} to {@code outside}. */
    private void rehang(int top, int inside, int outside, int arc) {
        int node = inside;
        int newParent = outside;
        int newArc = arc;
        while (true) {
            int oldParent = parent[node];
            int oldArc = parentArc[node];
            unhang(node);
            hang(node, newParent, newArc);
            if (node == top) {
                return;
            }
            newParent = node;
            newArc = oldArc;
            node = oldParent;
        }
    }

    private void shiftSubtree(int top, long shift) {
        int node = top;
        while (true) {
            potential[node] += shift;
            depth[node] = depth[parent[node]] + 1;
            if (firstChild[node] != NONE) {
                node = firstChild[node];
                continue;
            }
            while (node != top && next[node] == NONE) {
                node = parent[node];
            }
            if (node == top) {
                return;
            }
            node = next[node];
        }
    }
}
