package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.schedule.Score;

class BoundTest {
    private final Bound bound = new Bound(-12, -1_000);

    @Nested
    class Gap {

        @Test
        void isTheShareOfThePointsThatMayBeSpared() {
            assertThat(bound.gapOf(new Score(0, -12, -1_250))).isEqualTo(0.2);
        }

        @Test
        void isZeroAtTheBound() {
            assertThat(bound.gapOf(new Score(0, -12, -1_000))).isZero();
        }

        @Test
        void isSharedByAtLeastOnePoint() {
            assertThat(new Bound(0, 3).gapOf(new Score(0, 0, 0))).isEqualTo(3);
        }

        @Test
        void isNotDefinedWhereHeadsAreMissingOrRulesBroken() {
            assertThat(bound.gapOf(new Score(0, -13, -900))).isNull();
            assertThat(bound.gapOf(new Score(-1, -12, -900))).isNull();
        }
    }

    @Nested
    class Beaten {

        @Test
        void byMoreHeadsHoweverDear() {
            assertThat(bound.isBeatenBy(new Score(0, -11, -9_999))).isTrue();
        }

        @Test
        void byFewerPointsForAsManyHeads() {
            assertThat(bound.isBeatenBy(new Score(0, -12, -999))).isTrue();
        }

        @Test
        void neitherByItselfNorByFewerHeads() {
            assertThat(bound.isBeatenBy(new Score(0, -12, -1_000))).isFalse();
            assertThat(bound.isBeatenBy(new Score(0, -13, 0))).isFalse();
        }

        @Test
        void notByBrokenRules() {
            assertThat(bound.isBeatenBy(new Score(-1, 0, 0))).isFalse();
        }
    }
}
