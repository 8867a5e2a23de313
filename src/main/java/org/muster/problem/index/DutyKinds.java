package org.muster.problem.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Numbers the different pairs of post and window in the order in which demands name them. */
final class DutyKinds {
    final int[] ofDemand;
    final List<ProblemIndex.DutyKind> all;

    DutyKinds(int[] postOfDemand, int[] windowOfDemand) {
        var numbers = new HashMap<ProblemIndex.DutyKind, Integer>();
        var found = new ArrayList<ProblemIndex.DutyKind>();
        ofDemand = new int[postOfDemand.length];
        for (int demand = 0; demand < ofDemand.length; demand++) {
            var kind = new ProblemIndex.DutyKind(postOfDemand[demand], windowOfDemand[demand]);
            ofDemand[demand] = numbers.computeIfAbsent(kind, fresh -> {
                found.add(fresh);
                return found.size() - 1;
            });
        }
        all = List.copyOf(found);
    }
}
