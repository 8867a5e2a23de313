package org.muster.planning.phases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.planning.CadreFact;
import org.muster.planning.DemandFact;
import org.muster.planning.RosterFacts;

/**
 * Fills a head for which nobody is free: somebody leaves another duty for it, whose place somebody else takes, and so
 * on, until somebody is free or the duty left behind matters less.
 *
 * <p>Source: C. Berge, "Two theorems in graph theory", Proceedings of the National Academy of Sciences 43 (1957).
 * Rest, ceilings and days make people more than the nodes of a graph, so that a chain is tried before it is believed,
 * and not finding one is no proof.
 */
final class Chains {
    /** How many pairs of cadre and demand are looked at in one run: a few seconds' worth. */
    private static final long MOST_LOOKS = 200_000_000;
    /** The same for one head: several thousand people on some hundred demands. */
    private static final long MOST_LOOKS_A_HEAD = 2_000_000;
    /** How many chains that turn out to break a rule are tried for one head. */
    private static final int MOST_TRIES = 20;

    private final RosterFacts facts;
    private final Draft draft;
    private long looksLeft = MOST_LOOKS;

    Chains(RosterFacts facts, Draft draft) {
        this.facts = facts;
        this.draft = draft;
    }

    /**
     * A demand that could be filled by a cadre who leaves a duty.
     *
     * @param before the link that needs this one: its cadre leaves this one's demand; null for the first
     */
    private record Link(
            DemandFact demand,
            @Nullable Link before,
            @Nullable CadreFact leaver) {}

    /** Adds a head to a demand if a chain is found. */
    boolean fill(DemandFact demand) {
        long looks = Math.min(looksLeft, MOST_LOOKS_A_HEAD);
        int tries = 0;
        var open = new ArrayDeque<Link>();
        var seen = new HashMap<DemandFact, Link>();
        var first = new Link(demand, null, null);
        open.add(first);
        seen.put(demand, first);
        while (!open.isEmpty() && looks > 0 && tries < MOST_TRIES) {
            var link = open.remove();
            var pool = facts.index().pool(facts.index().dutyKindOf(link.demand().number()));
            for (int number = pool.nextSetBit(0); number >= 0; number = pool.nextSetBit(number + 1)) {
                looks--;
                looksLeft--;
                var cadre = facts.cadres().get(number);
                if (link.before() != null && draft.mayTake(cadre, link.demand())) {
                    tries++;
                    if (isApplied(link, cadre)) {
                        return true;
                    }
                    continue;
                }
                var left = draft.onlyObstacle(cadre, link.demand());
                if (left == null || seen.containsKey(left)) {
                    continue;
                }
                var next = new Link(left, link, cadre);
                if (canBeLeft(left, demand)) {
                    tries++;
                    if (isApplied(next, null)) {
                        return true;
                    }
                }
                seen.put(left, next);
                open.add(next);
            }
        }
        return false;
    }

    /** Whether a demand loses nothing, or less than another one gains. */
    private boolean canBeLeft(DemandFact left, DemandFact gaining) {
        return draft.heads(left) > left.demand().min()
                || left.demand().priority() < gaining.demand().priority();
    }

    /** Moves everybody up, if that keeps the rules; else leaves all as it was. */
    private boolean isApplied(Link last, @Nullable CadreFact filler) {
        var moved = new ArrayList<Link>();
        for (var link = last; link.before() != null; link = link.before()) {
            moved.add(link);
        }
        int done = 0;
        for (var link : moved.reversed()) {
            if (!isMovedUp(link)) {
                undo(moved.reversed().subList(0, done));
                return false;
            }
            done++;
        }
        if (filler != null) {
            if (!draft.mayTake(filler, last.demand())) {
                undo(moved.reversed());
                return false;
            }
            draft.put(filler, last.demand());
        }
        return true;
    }

    private boolean isMovedUp(Link link) {
        if (link.leaver() == null || link.before() == null) {
            throw new IllegalStateException("The first link of a chain moves nobody.");
        }
        var goal = link.before().demand();
        draft.take(link.leaver(), link.demand());
        if (draft.mayTake(link.leaver(), goal)) {
            draft.put(link.leaver(), goal);
            return true;
        }
        draft.put(link.leaver(), link.demand());
        return false;
    }

    private void undo(List<Link> moved) {
        for (var link : moved.reversed()) {
            if (link.leaver() != null && link.before() != null) {
                draft.take(link.leaver(), link.before().demand());
                draft.put(link.leaver(), link.demand());
            }
        }
    }
}
