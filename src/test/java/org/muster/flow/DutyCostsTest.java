package org.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.index.ProblemIndex;

class DutyCostsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void barWhoeverMayNotServeHoweverMuchTheDutyIsDesired(long seed) {
        var index = ProblemIndex.of(RandomProblems.of(seed, Size.SMALL));
        var everyWindow = new BitSet();
        everyWindow.set(0, index.windows());
        var costs = new DutyCosts(index, PartialSchedule.ofPins(index), everyWindow, DutyCosts.Days.FREE);
        for (int demand = 0; demand < index.demands(); demand++) {
            for (int cadre = 0; cadre < index.cadres(); cadre++) {
                if (!index.mayServe(cadre, demand)) {
                    assertThat(costs.of(demand, cadre)).isGreaterThanOrEqualTo(DutyCosts.BARRED);
                }
            }
        }
    }
}
