package org.muster.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * Mends what a flow does not see: it fills heads that are still open, by somebody who is free or by {@link AugmentingChains}, and
 * gives duties to those whose required duty rules ask for more. It never breaks a rule.
 */
final class Repair {
    private static final int NONE = -1;

    private final ProblemIndex index;
    private final PartialSchedule partialSchedule;
    private final BooleanSupplier cancelled;
    private final AugmentingChains augmentingChains;

    Repair(ProblemIndex index, PartialSchedule partialSchedule, BooleanSupplier cancelled) {
        this.index = index;
        this.partialSchedule = partialSchedule;
        this.cancelled = cancelled;
        augmentingChains = new AugmentingChains(index, partialSchedule);
    }

    /** Fills open heads of some demands: required ones by priority, then wanted ones by their weight. */
    void fill(int[] demands) {
        var byPriority = sorted(demands, demand -> -index.demand(demand).priority());
        for (int demand : byPriority) {
            while (partialSchedule.heads(demand) < index.demand(demand).min() && !cancelled.getAsBoolean()) {
                if (!fillByFree(demand, Long.MAX_VALUE) && !augmentingChains.fill(demand)) {
                    break;
                }
            }
        }
        var byIdealWeight = sorted(demands, demand -> -index.demand(demand).idealWeight());
        for (int demand : byIdealWeight) {
            long worth = (long) index.problem().weights().of(Rule.IDEAL_COVER)
                    * index.demand(demand).idealWeight();
            while (partialSchedule.heads(demand) >= index.demand(demand).min()
                    && partialSchedule.heads(demand) < index.demand(demand).ideal()
                    && !cancelled.getAsBoolean()) {
                if (!fillByFree(demand, worth)) {
                    break;
                }
            }
        }
    }

    /** Gives duties to cadres whose required duty rules are exceeded and can be mended by more. */
    void serveDutyRules() {
        for (int cadre = 0; cadre < index.cadres() && !cancelled.getAsBoolean(); cadre++) {
            long excess = partialSchedule.excess(cadre);
            while (excess > 0 && addMendingDuty(cadre, excess)) {
                excess = partialSchedule.excess(cadre);
            }
        }
    }

    private boolean fillByFree(int demand, long worth) {
        int best = cheapestFree(demand, worth);
        if (best == NONE) {
            return false;
        }
        partialSchedule.add(best, demand);
        return true;
    }

    /** Who is free for a duty and adds least; {@link #NONE} when nobody adds less than {@code below}. */
    private int cheapestFree(int demand, long below) {
        int best = NONE;
        long bestCost = below;
        var pool = index.pool(index.dutyKindOf(demand));
        for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
            if (index.mayServe(cadre, demand)) {
                long cost = addedCost(cadre, demand);
                if (cost < bestCost && partialSchedule.isFree(cadre, demand)) {
                    best = cadre;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    private long addedCost(int cadre, int demand) {
        int window = index.windowOf(demand);
        return index.dutyCost(cadre, demand)
                + index.fairnessCost(partialSchedule.load(cadre), index.hoursOf(window))
                + index.weight(Rule.LONG_DAY)
                        * partialSchedule.longDayGrowth(cadre, index.day(window), index.minutes(window));
    }

    private boolean addMendingDuty(int cadre, long excess) {
        for (int demand = 0; demand < index.demands(); demand++) {
            if (!index.mayServe(cadre, demand) || !partialSchedule.isFree(cadre, demand)) {
                continue;
            }
            int giver = partialSchedule.heads(demand) < index.demand(demand).max() ? NONE : findGiver(demand);
            if (giver == NONE && !partialSchedule.fits(cadre, demand)) {
                continue;
            }
            if (giver != NONE) {
                partialSchedule.remove(giver, demand);
            }
            if (partialSchedule.fits(cadre, demand)) {
                partialSchedule.add(cadre, demand);
                if (partialSchedule.excess(cadre) < excess) {
                    return true;
                }
                partialSchedule.remove(cadre, demand);
            }
            if (giver != NONE) {
                partialSchedule.add(giver, demand);
            }
        }
        return false;
    }

    /** Somebody on a demand who can spare the duty. */
    private int findGiver(int demand) {
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : partialSchedule.duties(cadre)) {
                if (duty == demand && !partialSchedule.isPinned(cadre, demand)) {
                    long excess = partialSchedule.excess(cadre);
                    partialSchedule.remove(cadre, demand);
                    boolean spares = partialSchedule.excess(cadre) <= excess;
                    partialSchedule.add(cadre, demand);
                    if (spares) {
                        return cadre;
                    }
                    break;
                }
            }
        }
        return NONE;
    }

    private static List<Integer> sorted(int[] demands, java.util.function.ToIntFunction<Integer> key) {
        var sorted = new ArrayList<>(IntStream.of(demands).boxed().toList());
        sorted.sort(Comparator.comparingInt(key));
        return sorted;
    }
}
