package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.muster.problem.index.ProblemIndex;

class ShortlistTest {
    private final ProblemIndex index =
            ProblemIndex.of(new Instance("dongcheng@400", 1).problem());

    @Test
    void holdsTheCheapestInOrder() {
        var shortlist = Shortlist.of(index, 7);
        for (int number = 0; number < index.demands(); number++) {
            int demand = number;
            var cheapest = Shortlist.everybodyFor(index, demand)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer cadre) -> costOf(cadre, demand))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(7)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(shortlist.of(demand)).as("demand %d", demand).isEqualTo(cheapest);
        }
    }

    @Test
    void holdsEverybodyWhereThereAreFew() {
        var shortlist = Shortlist.of(index, 10_000);
        assertThat(shortlist.of(0)).hasSameSizeAs(Shortlist.everybodyFor(index, 0).toArray());
    }

    private long costOf(int cadre, int demand) {
        return index.dutyCost(cadre, demand)
                + index.fairnessCost(index.baseHours(cadre), index.hoursOf(index.windowOf(demand)));
    }
}
