package org.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NetworkSimplexTest {

    @Test
    void findsTheSameCostAsOrTools() {
        for (long seed = 0; seed < 200; seed++) {
            var network = randomNetwork(new SplittableRandom(seed));
            var simplex = new NetworkSimplex(network);
            assertThat(simplex.solve(() -> false)).isTrue();
            assertThat(cost(network, simplex))
                    .as("seed %d", seed)
                    .isEqualTo(OrToolsFlow.solve(network).cost());
        }
    }

    @Test
    void goesOnAfterCostsChangedAndArcsWereAdded() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var network = randomNetwork(random);
            var simplex = new NetworkSimplex(network);
            simplex.solve(() -> false);
            for (int arc = 0; arc < network.arcs(); arc++) {
                network.setCost(arc, network.cost(arc) + random.nextInt(-20, 20));
            }
            addRandomArcs(network, random);
            simplex.solve(() -> false);
            assertThat(cost(network, simplex))
                    .as("seed %d", seed)
                    .isEqualTo(OrToolsFlow.solve(network).cost());
        }
    }

    @Test
    void noPriceLeavesAnythingToGain() {
        for (long seed = 0; seed < 100; seed++) {
            var network = randomNetwork(new SplittableRandom(seed));
            var simplex = new NetworkSimplex(network);
            simplex.solve(() -> false);
            for (int arc = 0; arc < network.arcs(); arc++) {
                long reduced = network.cost(arc) - simplex.price(network.tail(arc)) + simplex.price(network.head(arc));
                if (simplex.flow(arc) < network.capacity(arc)) {
                    assertThat(reduced).as("seed %d, arc %d", seed, arc).isNotNegative();
                }
                if (simplex.flow(arc) > 0) {
                    assertThat(reduced).as("seed %d, arc %d", seed, arc).isNotPositive();
                }
            }
        }
    }

    private static FlowNetwork randomNetwork(SplittableRandom random) {
        var network = new FlowNetwork();
        int nodes = random.nextInt(2, 25);
        for (int node = 1; node < nodes; node++) {
            if (random.nextBoolean()) {
                int supply = random.nextInt(4);
                network.addNode(supply, FlowNetwork.SINK, supply + 1 + random.nextInt(2), random.nextInt(500));
            } else {
                network.addNode(0, random.nextInt(node), random.nextInt(1, 4), random.nextInt(50));
            }
        }
        addRandomArcs(network, random);
        return network;
    }

    /** From newer to older nodes only, so that negative costs make no endless loops. */
    private static void addRandomArcs(FlowNetwork network, SplittableRandom random) {
        for (int count = random.nextInt(4 * network.nodes()); count > 0; count--) {
            int from = random.nextInt(1, network.nodes());
            network.addArc(from, random.nextInt(from), random.nextInt(4), random.nextInt(-30, 100));
        }
    }

    private static long cost(FlowNetwork network, NetworkSimplex simplex) {
        long cost = 0;
        for (int arc = 0; arc < network.arcs(); arc++) {
            cost += simplex.flow(arc) * network.cost(arc);
        }
        return cost;
    }
}
