package org.muster.bounds;

import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muster.flow.CoverFlow;
import org.muster.flow.Draft;
import org.muster.flow.DutyCosts;
import org.muster.flow.StaffingNetwork;
import org.muster.flow.TeamPrices;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Rule;

/**
 * Finds what no schedule can beat, a little tighter with every step.
 *
 * <p>First the cover, then the cheapest flow with that cover, then multipliers for what teams cost. Each bound that is
 * published is proven by {@link DualBound} over all pairs of demand and cadre. The same number of steps gives the same
 * bound.
 */
public final class BoundCalculator {
    private static final int NEAREST = 60;
    private static final int CHEAPER = 40;
    private static final int MOST_SCALE = 1000;
    private static final int STEPS_BETWEEN_PROOFS = 10;
    /** The first step as a share of the highest multiplier, and after how many steps half of it is left. */
    private static final double FIRST_STEP = 0.6, HALVED_AFTER = 10;

    private final ProblemIndex index;
    private final Consumer<Bound> published;
    private final BooleanSupplier cancelled;
    private final long started = System.nanoTime();
    private final Draft standing;
    private @Nullable Bound best;

    private BoundCalculator(ProblemIndex index, Consumer<Bound> published, BooleanSupplier cancelled) {
        this.index = index;
        this.published = published;
        this.cancelled = cancelled;
        standing = Draft.ofPins(index);
    }

    /**
     * Calculates bounds until the steps are done or it is cancelled.
     *
     * @param steps how often the multipliers are improved, 0 or more; 300 come near to what can be reached
     * @param published gets every bound that is tighter than the one before, from the calling thread
     * @param cancelled asked often
     * @return the tightest bound; empty when it was cancelled before there was one
     */
    public static Optional<Bound> calculate(
            ProblemIndex index, int steps, Consumer<Bound> published, BooleanSupplier cancelled) {
        var calculator = new BoundCalculator(index, published, cancelled);
        calculator.run(steps);
        return Optional.ofNullable(calculator.best);
    }

    private void run(int steps) {
        var cover = CoverFlow.of(index, standing, cancelled);
        if (!cover.isExact()) {
            return;
        }
        var scope = new BitSet();
        scope.set(0, index.windows());
        var network = new StaffingNetwork(index, standing, scope, DutyCosts.Days.FREE);
        network.addNearest(NEAREST, MOST_SCALE);
        do {
            if (!network.solve(cancelled) || cancelled.getAsBoolean()) {
                break;
            }
        } while (network.addCheaper(CHEAPER) > 0);
        var dual = new DualBound(index, standing, network);
        long medium = cover.weightedMissing();
        prove(network, dual, medium, null, 0);
        var teams = new TeamPrices(index, network, standing);
        for (int step = 1; step <= steps && !cancelled.getAsBoolean() && network.solve(cancelled); step++) {
            if (step % STEPS_BETWEEN_PROOFS == 0 || step == steps) {
                prove(network, dual, medium, teams, step);
                if (network.addCheaper(CHEAPER, teams) > 0) {
                    teams.learnPairs();
                    continue;
                }
            }
            teams.step(FIRST_STEP / (1 + step / HALVED_AFTER));
        }
    }

    private void prove(StaffingNetwork network, DualBound dual, long missing, @Nullable TeamPrices teams, int step) {
        var headPrices = new long[index.demands()];
        for (int demand : network.demands()) {
            headPrices[demand] = network.priceOfHead(demand);
        }
        long cost = teams == null
                ? dual.evaluate(headPrices, StaffingNetwork.PairPrices.NONE)
                : dual.evaluate(headPrices, teams) + teams.constant();
        cost += costOfStanding(network) * network.scale() - missing * network.coverCost();
        var parts = teams == null ? Set.of(Bound.Part.COVER, Bound.Part.DUTIES) : EnumSet.allOf(Bound.Part.class);
        var bound = new Bound(
                -missing,
                -Math.ceilDiv(cost, network.scale()),
                parts,
                step,
                Duration.ofNanos(System.nanoTime() - started));
        if (best == null || bound.isTighterThan(best)) {
            best = bound;
            published.accept(bound);
        }
    }

    /** What is paid before anything is decided, in points. */
    private long costOfStanding(StaffingNetwork network) {
        long cost = network.costs().publishedCost();
        long over = index.weight(Rule.OVER_COVER);
        for (int demand = 0; demand < index.demands(); demand++) {
            var wanted = index.demand(demand);
            cost += over * wanted.overWeight() * (wanted.max() - wanted.ideal());
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : standing.duties(cadre)) {
                cost += index.dutyCost(cadre, duty);
            }
            cost += index.fairnessCost(index.baseHours(cadre), standing.load(cadre) - index.baseHours(cadre));
        }
        return cost;
    }
}
