package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.StreamsUnderTest;

class PlaygroundTest {

    /** Else the two speeds would be those of different things. */
    @Test
    void evaluatorAndStreamsWeighEachChangeAlike() {
        var playground = new Playground("dongcheng@150");
        var keeper = playground.keeper();
        var change = new Change();
        try (var streams = new StreamsUnderTest(playground.index().problem(), keeper.schedule())) {
            for (int trial = 0; trial < 300; trial++) {
                playground.advance();
                int demand = playground.demand();
                keeper.weighReplace(demand, firstOf(keeper, demand), playground.newcomer(), change);

                long soft = streams.weighReplace(demand, playground.newcomer());

                assertThat(soft).as("change %d", trial).isEqualTo(keeper.soft() + change.soft());
            }
        }
    }

    /** Whom a schedule names first: the one that sits on the first seat. */
    private static int firstOf(ScoreKeeper keeper, int demand) {
        return IntStream.range(0, keeper.heads(demand))
                .map(place -> keeper.cadreAt(demand, place))
                .min()
                .orElseThrow();
    }
}
