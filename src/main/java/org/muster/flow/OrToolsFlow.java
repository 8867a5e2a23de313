package org.muster.flow;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The cheapest flow by OR-Tools: solved anew at each call, without a way to stop it. Its Java interface returns no
 * prices; they are found as distances in what the flow leaves free.
 */
final class OrToolsFlow {
    private final FlowNetwork network;
    private final long[] flow;

    private OrToolsFlow(FlowNetwork network, long[] flow) {
        this.network = network;
        this.flow = flow;
    }

    /**
     * Solves a network.
     *
     * @throws IllegalStateException when OR-Tools finds no flow, which a well-formed network does not allow
     */
    static OrToolsFlow solve(FlowNetwork network) {
        Natives.load();
        var solver = new MinCostFlow(network.nodes(), network.arcs());
        for (int arc = 0; arc < network.arcs(); arc++) {
            solver.addArcWithCapacityAndUnitCost(
                    network.tail(arc), network.head(arc), network.capacity(arc), network.cost(arc));
        }
        long total = 0;
        for (int node = 1; node < network.nodes(); node++) {
            solver.setNodeSupply(node, network.supply(node));
            total += network.supply(node);
        }
        solver.setNodeSupply(FlowNetwork.SINK, -total);
        var status = solver.solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools found no flow through %d nodes and %d arcs: %s."
                    .formatted(network.nodes(), network.arcs(), status));
        }
        var flow = new long[network.arcs()];
        Arrays.setAll(flow, solver::getFlow);
        solver.delete();
        return new OrToolsFlow(network, flow);
    }

    long flow(int arc) {
        return flow[arc];
    }

    long cost() {
        long cost = 0;
        for (int arc = 0; arc < flow.length; arc++) {
            cost += flow[arc] * network.cost(arc);
        }
        return cost;
    }

    /** What one more unit would cost on its cheapest way to the sink, node by node. */
    long[] prices() {
        var residual = new Residual();
        var price = new long[network.nodes()];
        Arrays.fill(price, Long.MAX_VALUE);
        price[FlowNetwork.SINK] = 0;
        var queued = new boolean[network.nodes()];
        var queue = new ArrayDeque<Integer>();
        queue.add(FlowNetwork.SINK);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            queued[node] = false;
            for (int place = residual.first[node]; place < residual.first[node + 1]; place++) {
                int arc = residual.arcs[place];
                boolean backwards = network.tail(arc) == node;
                int other = backwards ? network.head(arc) : network.tail(arc);
                boolean open = backwards ? flow[arc] > 0 : flow[arc] < network.capacity(arc);
                long through = price[node] + (backwards ? -network.cost(arc) : network.cost(arc));
                if (open && through < price[other]) {
                    price[other] = through;
                    if (!queued[other]) {
                        queued[other] = true;
                        queue.add(other);
                    }
                }
            }
        }
        return price;
    }

    /** The arcs at each node. */
    private final class Residual {
        private final int[] first = new int[network.nodes() + 1];
        private final int[] arcs = new int[2 * network.arcs()];

        Residual() {
            for (int arc = 0; arc < network.arcs(); arc++) {
                first[network.tail(arc)]++;
                first[network.head(arc)]++;
            }
            int sum = 0;
            for (int node = 0; node < first.length; node++) {
                sum += first[node];
                first[node] = sum;
            }
            for (int arc = 0; arc < network.arcs(); arc++) {
                arcs[--first[network.tail(arc)]] = arc;
                arcs[--first[network.head(arc)]] = arc;
            }
        }
    }

    /** Unpacks the native library once. */
    private static final class Natives {
        static {
            Loader.loadNativeLibraries();
        }

        static void load() {}
    }
}
