package org.muster.planning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.index.ProblemIndex;

class LikelyCadresTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areAllWhoMayServeWhereTheyAreFew(long seed) {
        var index = ProblemIndex.of(RandomProblems.of(seed, Size.SMALL));
        var likely = LikelyCadres.of(index, Optional.empty());
        for (int each = 0; each < index.demands(); each++) {
            int demand = each;
            var eligible = IntStream.range(0, index.cadres())
                    .filter(cadre -> index.mayServe(cadre, demand))
                    .boxed()
                    .toList();
            assertThat(IntStream.range(0, likely.count(demand)).mapToObj(rank -> likely.cadre(demand, rank)))
                    .containsExactlyInAnyOrderElementsOf(eligible);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areFoundByUnit(long seed) {
        var index = ProblemIndex.of(RandomProblems.of(seed, Size.SMALL));
        var likely = LikelyCadres.of(index, Optional.empty());
        var random = new SplittableRandom(seed);
        for (int demand = 0; demand < index.demands(); demand++) {
            for (int unit = 0; unit < index.units(); unit++) {
                int mate = likely.anyOf(demand, unit, random);
                assertThat(mate == ProblemIndex.NONE || index.unitOf(mate) == unit)
                        .isTrue();
            }
        }
    }
}
