package org.muster.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Fills seat by seat, the most urgent and scarcest demand first, each with whoever costs least at that moment; nothing
 * is ever taken back.
 */
final class GreedyStart {
    /** Whom a demand looks at first; when none of them is free, it looks further, and in the end at everybody. */
    static final int SHORTLIST = 100;

    private static final int FURTHER = 2_000;

    private final ProblemIndex index;
    private final Shortlist shortlist;
    private final ScoreKeeper keeper;
    private final Change change = new Change();
    private final Map<Integer, int[]> longerLists = new HashMap<>();

    private GreedyStart(ProblemIndex index, Shortlist shortlist) {
        this.index = index;
        this.shortlist = shortlist;
        keeper = new ScoreKeeper(index);
    }

    /** Starts from what is pinned, and gives each demand its required heads first, then those wanted. */
    static ScoreKeeper of(ProblemIndex index, Shortlist shortlist) {
        var greedy = new GreedyStart(index, shortlist);
        greedy.keeper.addAll(pins(index));
        greedy.fill();
        return greedy.keeper;
    }

    private static Schedule pins(ProblemIndex index) {
        return new Schedule(index.problem().assignments().stream()
                .filter(standing -> standing.pinned())
                .map(pin -> new Assignment(pin.demand(), pin.cadre(), true))
                .distinct()
                .toList());
    }

    private void fill() {
        var byUrgency = IntStream.range(0, index.demands())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer demand) -> -index.demand(demand).priority())
                        .thenComparingInt(demand -> shortlist.of(demand).length))
                .toList();
        for (int demand : byUrgency) {
            fill(demand, index.demand(demand).min());
        }
        for (int demand : byUrgency) {
            fill(demand, index.demand(demand).ideal());
        }
    }

    private void fill(int demand, int heads) {
        while (keeper.heads(demand) < heads) {
            var cadre = cheapest(demand);
            if (cadre == null) {
                return;
            }
            keeper.add(cadre, demand);
        }
    }

    private @Nullable Integer cheapest(int demand) {
        var cadre = cheapest(demand, IntStream.of(shortlist.of(demand)));
        if (cadre == null) {
            int[] further = longerLists.computeIfAbsent(demand, _ -> Shortlist.cheapest(index, demand, FURTHER));
            cadre = cheapest(demand, IntStream.of(further));
        }
        return cadre != null ? cadre : cheapest(demand, Shortlist.everybodyFor(index, demand));
    }

    /** Null when nobody can take a seat there so that the schedule gets better and keeps every rule. */
    private @Nullable Integer cheapest(int demand, IntStream cadres) {
        Integer cheapest = null;
        long best = Long.MIN_VALUE;
        for (int cadre : (Iterable<Integer>) cadres::iterator) {
            keeper.weighAdd(cadre, demand, change);
            if (change.hard() >= 0 && change.isImprovement() && (cheapest == null || change.soft() > best)) {
                cheapest = cadre;
                best = change.soft();
            }
        }
        return cheapest;
    }
}
