package org.muster.evaluation.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void namesValuesThatOccur() {
        var minutes = Distribution.of(new int[] {40, 10, 30, 20});

        assertThat(minutes.people()).isEqualTo(4);
        assertThat(minutes.least()).isEqualTo(10);
        assertThat(minutes.lowerQuartile()).isEqualTo(10);
        assertThat(minutes.median()).isEqualTo(20);
        assertThat(minutes.upperQuartile()).isEqualTo(30);
        assertThat(minutes.most()).isEqualTo(40);
        assertThat(minutes.mean()).isEqualTo(25.0);
    }

    @Test
    void roundsQuartilesUpToTheNextPerson() {
        var minutes = Distribution.of(new int[] {1, 2, 3, 4, 5});

        assertThat(minutes.lowerQuartile()).isEqualTo(2);
        assertThat(minutes.median()).isEqualTo(3);
        assertThat(minutes.upperQuartile()).isEqualTo(4);
    }

    @Test
    void isEvenWhenAllCarryTheSame() {
        assertThat(Distribution.of(new int[] {480, 480, 480}).gini()).isCloseTo(0, within(1e-12));
        assertThat(Distribution.of(new int[] {0, 0}).gini()).isZero();
    }

    @Test
    void isUnevenWhenOneCarriesEverything() {
        assertThat(Distribution.of(new int[] {0, 0, 0, 480}).gini()).isCloseTo(0.75, within(1e-12));
    }

    /** Of 1, 2 and 3: differences over all ordered pairs 8, divided by 2 x 3 x 3 x the mean of 2. */
    @Test
    void countsDifferencesOverAllPairs() {
        assertThat(Distribution.of(new int[] {3, 1, 2}).gini()).isCloseTo(8.0 / 36, within(1e-12));
    }

    @Test
    void staysFiniteWithoutPeople() {
        assertThat(Distribution.of(new int[] {})).isEqualTo(new Distribution(0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void doesNotOverflowWithManyPeopleWhoServeLong() {
        var minutes = new int[100_000];
        Arrays.fill(minutes, 1_000_000);

        assertThat(Distribution.of(minutes).mean()).isEqualTo(1_000_000.0);
        assertThat(Distribution.of(minutes).gini()).isCloseTo(0, within(1e-9));
    }
}
