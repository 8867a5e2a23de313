package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;

class InstanceTest {

    @Nested
    class CutToSize {
        private final Problem whole = new Instance("dongcheng", 1).problem();

        @ParameterizedTest
        @ValueSource(ints = {150, 500, 2_230, 2_231})
        void hasExactlySoManyCadresAndTheSameShareOfSeats(int cadres) {
            var cut = new Instance("dongcheng@" + cadres, 1).problem();
            assertThat(cut.cadres()).hasSize(cadres);
            double share = (double) cadres / whole.cadres().size();
            assertThat((double) seats(cut)).isCloseTo(share * seats(whole), Percentage.withPercentage(20));
        }

        @Test
        void hasNoReferenceToWhatWasCutOff() {
            var cut = new Instance("dongcheng@300", 1).problem();
            var sites = cut.sites().stream().map(Site::id).collect(Collectors.toSet());
            var units = cut.units().stream().map(WorkUnit::id).collect(Collectors.toSet());
            assertThat(cut.demands()).allMatch(demand -> sites.contains(demand.site()));
            assertThat(cut.cadres())
                    .allMatch(cadre -> units.contains(cadre.unit()))
                    .allMatch(cadre -> cadre.lastSite() == null || sites.contains(cadre.lastSite()))
                    .allMatch(cadre -> cadre.confinedTo() == null || sites.contains(cadre.confinedTo()));
            assertThat(cut.cadres()).anyMatch(cadre -> cadre.lastSite() != null);
        }

        @Test
        void keepsUnitsWholeButOne() {
            var before = whole.cadres().stream()
                    .filter(cadre -> cadre.confinedTo() == null)
                    .collect(Collectors.groupingBy(Cadre::unit, Collectors.counting()));
            var after = new Instance("dongcheng@300", 1)
                    .problem().cadres().stream()
                            .filter(cadre -> cadre.confinedTo() == null)
                            .collect(Collectors.groupingBy(Cadre::unit, Collectors.counting()));
            assertThat(after).hasSizeGreaterThan(3);
            assertThat(after.entrySet().stream()
                            .filter(unit -> !unit.getValue().equals(before.get(unit.getKey()))))
                    .hasSizeLessThanOrEqualTo(1);
        }

        @Test
        void leavesTheWholeAloneWhenAllAreWanted() {
            assertThat(new Instance("dongcheng@2231", 1).problem()).isEqualTo(whole);
        }

        @Test
        void cannotHaveNobody() {
            assertThatThrownBy(() -> Cutting.cut(whole, 0)).hasMessageContaining("2231");
        }
    }

    @Nested
    class LargerThanTheDistrict {

        @Test
        void joinsTwoOfItSideBySide() {
            var joined = new Instance("dongcheng@4462", 1).problem();
            assertThat(joined.cadres()).hasSize(4_462);
            assertThat(seats(joined)).isEqualTo(3_000);
            assertThat(ProblemIndex.of(joined).sites()).isEqualTo(180);
            assertThat(longitudes(joined, true).min().orElseThrow())
                    .isGreaterThanOrEqualTo(longitudes(joined, false).max().orElseThrow() - 1e-9);
        }

        @Test
        void isCutToSizeAfterwards() {
            assertThat(new Instance("dongcheng@4000", 1).problem().cadres()).hasSize(4_000);
        }

        @Test
        void refusesDistrictsOfDifferentRounds() {
            var one = new Instance("dongcheng", 1).problem();
            var three = new Instance("dongcheng", 3).problem();
            assertThatThrownBy(() -> Neighbours.join(one, three)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void unknownDistrictsAreNamedWithThoseThereAre() {
        assertThatThrownBy(() -> new Instance("dongchen", 1).problem())
                .hasMessageContaining("dongchen")
                .hasMessageContaining("xicheng");
    }

    private static DoubleStream longitudes(Problem problem, boolean east) {
        return problem.cadres().stream()
                .filter(cadre -> cadre.id().startsWith("east-") == east)
                .mapToDouble(cadre -> cadre.location().lon());
    }

    private static int seats(Problem problem) {
        return problem.demands().stream().mapToInt(Demand::max).sum();
    }
}
