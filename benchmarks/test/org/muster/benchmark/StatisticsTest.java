package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianIsInTheMiddleHoweverTheyAreSorted() {
        assertThat(median(List.of(9, 1, 5))).isEqualTo(5);
    }

    @Test
    void ofTwoInTheMiddleTheLesserCounts() {
        assertThat(median(List.of(4, 1, 3, 2))).isEqualTo(2);
    }

    @Test
    void oneIsItsOwnMedian() {
        assertThat(median(List.of(7))).isEqualTo(7);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWorstIsTheLeast() {
        assertThat(Statistics.worst(List.of(4, 1, 3), Comparator.naturalOrder()))
                .isEqualTo(1);
    }

    private static int median(List<Integer> values) {
        return Statistics.median(values, Comparator.naturalOrder());
    }
}
