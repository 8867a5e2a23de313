package org.muster.bounds;

import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muster.flow.CoverFlow;
import org.muster.flow.DutyCosts;
import org.muster.flow.PartialSchedule;
import org.muster.flow.TimeValues;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * Finds what no schedule can beat, a little tighter with every step.
 *
 * <p>First the cover, then steps of {@link SubgradientAscent}. Each bound that
 * is published is proven over all pairs of demand and cadre. The same values and number of steps give the same bound.
 * Where costs are so large that their sums could not be told from those that are barred, it ends without a further one.
 */
public final class BoundCalculator {
    private static final int STEPS_BETWEEN_PROOFS = 20;
    private static final long MOST_SCALE = 1000;
    private static final long LARGEST_TOTAL = 1L << 54;

    private final ProblemIndex index;
    private final TimeValues values;
    private final Consumer<Bound> published;
    private final BooleanSupplier cancelled;
    private final long started = System.nanoTime();
    private final PartialSchedule standing;
    private @Nullable Bound best;

    private BoundCalculator(
            ProblemIndex index, TimeValues values, Consumer<Bound> published, BooleanSupplier cancelled) {
        this.index = index;
        this.values = values;
        this.published = published;
        this.cancelled = cancelled;
        standing = PartialSchedule.ofPins(index);
    }

    /**
     * Calculates bounds until the steps are done or it is cancelled.
     *
     * @param values prices to begin with; the bounds hold whatever they are
     * @param steps how often the prices are improved, 0 or more; 300 come near to what can be reached
     * @param published gets every bound that is tighter than the one before, from the calling thread
     * @param cancelled asked often
     * @return the tightest bound; empty when it was cancelled before there was one
     */
    public static Optional<Bound> calculate(
            ProblemIndex index, TimeValues values, int steps, Consumer<Bound> published, BooleanSupplier cancelled) {
        var calculator = new BoundCalculator(index, values, published, cancelled);
        try {
            calculator.run(steps);
        } catch (ArithmeticException _) {
            // The weights are too large for these sums. What was published before holds.
        }
        return Optional.ofNullable(calculator.best);
    }

    private void run(int steps) {
        var cover = CoverFlow.of(index, standing, cancelled);
        if (!cover.isExact()) {
            return;
        }
        var scope = new BitSet();
        scope.set(0, index.windows());
        var costs = new DutyCosts(index, standing, scope, DutyCosts.Days.FREE);
        long scale = scale();
        var prices = new Multipliers(index, costs);
        prices.begin(values, standing, scale);
        long coverCost = Math.multiplyExact(values.cover(), scale);
        var sites = SiteDays.of(index, standing, costs, prices, scale, coverCost);
        var ascent = new SubgradientAscent(index, standing, costs, prices, scale, sites, cancelled);
        long constant = Math.subtractExact(
                Math.multiplyExact(costOfStanding(costs), scale),
                Math.multiplyExact(cover.weightedMissing(), coverCost));
        for (int step = 0; !cancelled.getAsBoolean(); step++) {
            if (step % STEPS_BETWEEN_PROOFS == 0 || step == steps) {
                int stepsDone = step;
                ascent.prove()
                        .ifPresent(cost -> publish(
                                cover.weightedMissing(),
                                Math.ceilDiv(Math.addExact(cost, constant), scale),
                                stepsDone));
            }
            if (step == steps) {
                return;
            }
            ascent.step();
            if ((step + 1) % STEPS_BETWEEN_PROOFS == STEPS_BETWEEN_PROOFS / 2) {
                ascent.forgetPrices();
            }
        }
    }

    /** How many parts of cost a point has: as many as sums of all heads leave room for. */
    private long scale() {
        long most = 1;
        for (int demand = 0; demand < index.demands(); demand++) {
            most += (long) index.demand(demand).max() * index.demand(demand).priority();
        }
        return Math.clamp(LARGEST_TOTAL / most / values.cover(), 1, MOST_SCALE);
    }

    private void publish(long missing, long cost, int step) {
        var bound = new Bound(
                -missing,
                -cost,
                EnumSet.complementOf(EnumSet.of(Bound.Part.EVERYTHING)),
                step,
                Duration.ofNanos(System.nanoTime() - started));
        if (best == null || bound.isTighterThan(best)) {
            best = bound;
            published.accept(bound);
        }
    }

    /** What is paid before anything is decided, in points. */
    private long costOfStanding(DutyCosts costs) {
        long cost = costs.publishedCost();
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
            cost += index.weight(Rule.LONG_DAY) * standing.longDays(cadre);
        }
        return cost;
    }
}
