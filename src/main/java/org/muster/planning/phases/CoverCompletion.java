package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;

/**
 * Fills required heads that are open although people could be moved to fill them. Whoever comes may leave duties, and a
 * colleague of the same unit may have to stay at home where the unit's ceiling is full; the heads that are left open by
 * that are filled in the same way, a few deep. What is worse by itself is taken if all of it together leaves out less.
 *
 * <p>Source: F. Glover, "Ejection chains, reference structures and alternating path methods for traveling salesman
 * problems", Discrete Applied Mathematics 65 (1996), as a tree search of limited depth: R. E. Korf, "Depth-first
 * iterative-deepening", Artificial Intelligence 27 (1985).
 */
public final class CoverCompletion {
    /** How many people come one after the other at most, from one try to the next. */
    private static final int[] DEPTHS = {2, 3, 5, 8};
    /** Other open heads of the day that may be filled on the way, but not by the shortest chains. */
    private static final int MOST_BESIDE = 5;

    private final ScoreKeeper keeper;
    private final Newcomers newcomers;
    private final SplittableRandom random;

    /** The heads to be filled in this chain, the next one last. */
    private final List<Integer> open = new ArrayList<>();

    /** How many more people could come when a state was seen. */
    private final Map<Long, Integer> seen = new HashMap<>();

    private long avoidable;
    private long hard;
    private long medium;
    private long end;
    private BooleanSupplier stop = () -> false;

    /** For the schedule of a keeper, which it changes. */
    public CoverCompletion(ScoreKeeper keeper, LikelyCadres likely, SplittableRandom random) {
        this.keeper = keeper;
        this.random = random;
        newcomers = new Newcomers(keeper, likely, random);
    }

    /**
     * Fills what it can.
     *
     * @param looks how many people are looked at, about
     * @param stopping asked often
     * @return whether fewer heads are left out than before, by priority
     */
    public boolean complete(long looks, BooleanSupplier stopping) {
        stop = stopping;
        long before = keeper.medium();
        long last = newcomers.looks() + looks;
        for (int depth : DEPTHS) {
            var heads = openHeads();
            for (int place = 0; place < heads.size() && !stop.getAsBoolean(); place++) {
                long left = last - newcomers.looks();
                end = newcomers.looks() + left / (heads.size() - place);
                while (isOpen(heads.get(place)) && isFilled(heads.get(place), heads, depth)) {
                    // A demand can have several open heads.
                }
            }
        }
        keeper.clearUndoLog();
        return keeper.medium() > before;
    }

    /** The most urgent first, equal ones in an order that is drawn. */
    private List<Integer> openHeads() {
        var heads = new ArrayList<Integer>();
        for (int demand = 0; demand < keeper.index().demands(); demand++) {
            if (isOpen(demand)) {
                heads.add(demand);
            }
        }
        for (int place = heads.size() - 1; place > 0; place--) {
            Collections.swap(heads, place, random.nextInt(place + 1));
        }
        heads.sort((one, other) -> priority(other) - priority(one));
        return heads;
    }

    private boolean isFilled(int demand, List<Integer> others, int depth) {
        avoidable = keeper.avoidable();
        hard = keeper.hard();
        medium = keeper.medium();
        open.clear();
        others.stream()
                .filter(other -> other != demand && dayOf(other) == dayOf(demand) && isOpen(other))
                .limit(depth == DEPTHS[0] ? 0 : MOST_BESIDE)
                .forEach(open::add);
        open.add(demand);
        seen.clear();
        return isFound(depth, 0);
    }

    /**
     * Looks for a better state; where there is none, all is as it was.
     *
     * @param depth how many more people may come
     * @param state tells states apart
     */
    private boolean isFound(int depth, long state) {
        if (isBetter()) {
            return true;
        }
        if (depth == 0 || open.isEmpty() || !canBecomeBetter() || newcomers.looks() >= end || stop.getAsBoolean()) {
            return false;
        }
        int demand = open.removeLast();
        int mark = keeper.mark();
        int size = open.size();
        for (var way : newcomers.waysTo(demand, depth, medium)) {
            way.leave(keeper, this::seeLeft);
            keeper.add(way.coming(), demand);
            long after = way.stateAfter(state, demand);
            if (keeper.avoidable() >= avoidable && isNew(after, depth - 1) && isFound(depth - 1, after)) {
                return true;
            }
            keeper.undoTo(mark);
            while (open.size() > size) {
                open.removeLast();
            }
        }
        boolean isFoundWithout = isFound(depth, state);
        open.add(demand);
        return isFoundWithout;
    }

    private boolean isNew(long state, int depth) {
        var before = seen.get(state);
        if (before != null && before >= depth) {
            return false;
        }
        seen.put(state, depth);
        return true;
    }

    private void seeLeft(int demand) {
        if (isOpen(demand)) {
            open.add(demand);
        }
    }

    /** Whether less is left out than before if all heads of the chain are filled that are still open. */
    private boolean canBecomeBetter() {
        long most = keeper.medium();
        for (int demand : open) {
            most += priority(demand);
        }
        return most > medium;
    }

    private boolean isBetter() {
        return keeper.medium() > medium && keeper.avoidable() >= avoidable && keeper.hard() >= hard;
    }

    private boolean isOpen(int demand) {
        return keeper.heads(demand) < keeper.index().demand(demand).min();
    }

    private int dayOf(int demand) {
        return keeper.index().day(keeper.index().windowOf(demand));
    }

    private int priority(int demand) {
        return keeper.index().demand(demand).priority();
    }
}
