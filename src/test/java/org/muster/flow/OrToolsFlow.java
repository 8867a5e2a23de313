package org.muster.flow;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;

/** The cheapest flow by OR-Tools: another opinion on {@link NetworkSimplex}. */
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

    long cost() {
        long cost = 0;
        for (int arc = 0; arc < flow.length; arc++) {
            cost += flow[arc] * network.cost(arc);
        }
        return cost;
    }

    /** Unpacks the native library once. */
    private static final class Natives {
        static {
            Loader.loadNativeLibraries();
        }

        static void load() {}
    }
}
