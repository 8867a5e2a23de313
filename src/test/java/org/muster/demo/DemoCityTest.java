package org.muster.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.muster.parts.Merging;
import org.muster.parts.Splitter;
import org.muster.problem.Cadre;
import org.muster.problem.ProblemValidator;
import org.muster.problem.faults.Limits;

class DemoCityTest {

    @Test
    void hasSixteenDistrictsThatShareNothing() {
        var parts = DemoCity.parts(DemoCity.DISTRICTS, 1, 10, 0, 7);
        var split = Splitter.split(Merging.merge(parts, Limits.DEFAULT), () -> false);
        assertThat(parts)
                .hasSize(16)
                .allSatisfy(part -> assertThat(ProblemValidator.faultsOf(part.problem(), Limits.DEFAULT))
                        .isEmpty());
        assertThat(split.sharesNothing()).isTrue();
        assertThat(split.parts()).hasSize(16);
        assertThat(split.parts().getFirst().name()).isEqualTo("dongcheng");
    }

    @Test
    void lendsItsReserveToOneDistrictEach() {
        var whole = Merging.merge(DemoCity.parts(4, 1, 10, 60, 7), Limits.DEFAULT);
        var split = Splitter.split(whole, () -> false);
        assertThat(split.parts()).hasSize(4);
        assertThat(split.lent()).hasSizeGreaterThan(50);
        assertThat(split.divided()).containsExactly(DemoCity.RESERVE);
        var reservists = new ArrayList<String>();
        int away = 0;
        for (var part : split.parts()) {
            part.problem().cadres().stream()
                    .filter(cadre -> cadre.unit().equals(DemoCity.RESERVE))
                    .map(Cadre::id)
                    .forEach(reservists::add);
            away += part.problem().units().stream()
                    .filter(unit -> unit.id().equals(DemoCity.RESERVE))
                    .mapToInt(unit -> unit.ceiling().orElseThrow())
                    .sum();
        }
        assertThat(reservists).hasSize(60);
        assertThat(new HashSet<>(reservists)).hasSize(60);
        assertThat(away).isEqualTo(36);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(DemoCity.parts(2, 2, 10, 5, 3)).isEqualTo(DemoCity.parts(2, 2, 10, 5, 3));
    }

    @Test
    void hasNoMoreDistrictsThanTheCity() {
        assertThatThrownBy(() -> DemoCity.parts(17, 1, 100, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 16 districts");
    }
}
