package org.muster.evaluation.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best few candidates, by some order, of many that are offered. */
final class TopN {
    private final Comparator<CandidateMove> order;
    private final int most;
    private final PriorityQueue<CandidateMove> lastFirst;

    TopN(Comparator<CandidateMove> order, int most) {
        this.order = order;
        this.most = most;
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    /** Whether a candidate with so many points would be taken, where only points are compared. */
    boolean wants(long points) {
        return lastFirst.size() < most
                || points > lastFirst.element().difference().soft();
    }

    void offer(CandidateMove candidateMove) {
        if (lastFirst.size() == most && order.compare(candidateMove, lastFirst.element()) >= 0) {
            return;
        }
        lastFirst.add(candidateMove);
        if (lastFirst.size() > most) {
            lastFirst.remove();
        }
    }

    List<CandidateMove> ideas() {
        return lastFirst.stream().sorted(order).toList();
    }
}
