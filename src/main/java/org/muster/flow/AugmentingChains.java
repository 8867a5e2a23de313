package org.muster.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.index.ProblemIndex;

/**
 * Fills a head for which nobody is free: somebody leaves another duty for it, whose place somebody else takes, and so
 * on, until somebody is free or the duty left behind matters less.
 *
 * <p>Source: C. Berge, "Two theorems in graph theory", Proceedings of the National Academy of Sciences 43 (1957).
 * Rest, ceilings and days make people more than the nodes of a graph, so that a chain is tried before it is believed,
 * and not finding one is no proof.
 */
final class AugmentingChains {
    private static final int NONE = -1;
    /** How many pairs of cadre and demand are looked at in one run: about a second's worth. */
    private static final long MOST_LOOKS = 40_000_000;
    /** The same for one head. */
    private static final long MOST_LOOKS_A_HEAD = 1_000_000;
    /** How many chains that turn out to break a rule are tried for one head. */
    private static final int MOST_TRIES = 20;

    private final ProblemIndex index;
    private final PartialSchedule partialSchedule;
    private long looksLeft = MOST_LOOKS;

    AugmentingChains(ProblemIndex index, PartialSchedule partialSchedule) {
        this.index = index;
        this.partialSchedule = partialSchedule;
    }

    /**
     * A demand that could be filled by a cadre who leaves a duty.
     *
     * @param before the link that needs this one: its demand is where the leaver goes; null for the first
     * @param leaver who leaves the demand; {@link #NONE} for the first
     */
    private record Link(int demand, @Nullable Link before, int leaver) {

        /** Where the leaver goes. */
        int goal() {
            if (before == null) {
                throw new IllegalStateException(
                        "The first link of a chain (demand %d) moves nobody.".formatted(demand));
            }
            return before.demand();
        }
    }

    /** Adds a head to a demand if a chain is found. */
    boolean fill(int demand) {
        return new Search(demand).isFilled();
    }

    /** The search for one head, shortest chains first. */
    private final class Search {
        private final int goal;
        private final Deque<Link> open = new ArrayDeque<>();
        private final Map<Integer, Link> seen = new HashMap<>();
        private int tries;

        Search(int goal) {
            this.goal = goal;
            see(new Link(goal, null, NONE));
        }

        boolean isFilled() {
            long end = Math.max(0, looksLeft - MOST_LOOKS_A_HEAD);
            while (!open.isEmpty() && looksLeft > end && tries < MOST_TRIES) {
                var link = open.remove();
                var pool = index.pool(index.dutyKindOf(link.demand()));
                for (int cadre = pool.nextSetBit(0); cadre >= 0; cadre = pool.nextSetBit(cadre + 1)) {
                    looksLeft--;
                    if (index.mayServe(cadre, link.demand()) && isEndedBy(cadre, link)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether a cadre ends the chain; one who has a duty in the way makes it longer. */
        private boolean isEndedBy(int cadre, Link link) {
            if (partialSchedule.isFree(cadre, link.demand())) {
                return isTried(link, cadre);
            }
            int left = onlyObstacle(cadre, link.demand());
            if (left == NONE || seen.containsKey(left)) {
                return false;
            }
            var next = new Link(left, link, cadre);
            see(next);
            return canBeLeft(left) && isTried(next, NONE);
        }

        private void see(Link link) {
            seen.put(link.demand(), link);
            open.add(link);
        }

        private boolean isTried(Link last, int filler) {
            tries++;
            return isApplied(last, filler);
        }

        /** Whether a demand loses nothing, or less than the goal gains. */
        private boolean canBeLeft(int demand) {
            return partialSchedule.heads(demand) > index.demand(demand).min()
                    || index.demand(demand).priority() < index.demand(goal).priority();
        }
    }

    /** The only duty of a cadre that prevents another one; {@link #NONE} when none does, or more, or something else. */
    private int onlyObstacle(int cadre, int demand) {
        int obstacle = NONE;
        for (int duty : partialSchedule.duties(cadre)) {
            if (partialSchedule.mustChoose(cadre, duty, demand)) {
                if (obstacle != NONE) {
                    return NONE;
                }
                obstacle = duty;
            }
        }
        if (obstacle == NONE && partialSchedule.duties(cadre).length == 1) {
            obstacle = partialSchedule.duties(cadre)[0];
        }
        return obstacle == NONE || partialSchedule.isPinned(cadre, obstacle) ? NONE : obstacle;
    }

    /** Moves everybody up, if that keeps the rules; else leaves all as it was. */
    private boolean isApplied(Link last, int filler) {
        var links = new ArrayList<Link>();
        for (var link = last; link.before() != null; link = link.before()) {
            links.addFirst(link);
        }
        var moved = new ArrayList<Link>();
        for (var link : links) {
            if (!isMovedUp(link)) {
                undo(moved);
                return false;
            }
            moved.add(link);
        }
        if (filler != NONE) {
            if (!partialSchedule.fits(filler, last.demand())) {
                undo(moved);
                return false;
            }
            partialSchedule.add(filler, last.demand());
        }
        return true;
    }

    private boolean isMovedUp(Link link) {
        int cadre = link.leaver();
        long excess = partialSchedule.excess(cadre);
        partialSchedule.remove(cadre, link.demand());
        if (partialSchedule.fits(cadre, link.goal())) {
            partialSchedule.add(cadre, link.goal());
            if (partialSchedule.excess(cadre) <= excess) {
                return true;
            }
            partialSchedule.remove(cadre, link.goal());
        }
        partialSchedule.add(cadre, link.demand());
        return false;
    }

    private void undo(List<Link> moved) {
        for (var link : moved.reversed()) {
            partialSchedule.remove(link.leaver(), link.goal());
            partialSchedule.add(link.leaver(), link.demand());
        }
    }
}
