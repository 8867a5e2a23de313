package org.muster.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LowestTest {

    @Test
    void findsTheLastOfTheLowest() {
        var random = new SplittableRandom(3);
        for (int count = 1; count <= 12; count++) {
            var costs = random.longs(40, -50, 50).toArray();
            var lowest = new Lowest(count, 1_000);
            for (long cost : costs) {
                lowest.offer(cost);
            }
            Arrays.sort(costs);
            assertThat(lowest.last()).isEqualTo(costs[count - 1]);
        }
    }

    @Test
    void isTheLimitWhereThereAreNotSoManyBelowIt() {
        var lowest = new Lowest(3, 10);
        for (long cost : new long[] {4, 10, 12, 9}) {
            lowest.offer(cost);
        }
        assertThat(lowest.last()).isEqualTo(10);
    }
}
