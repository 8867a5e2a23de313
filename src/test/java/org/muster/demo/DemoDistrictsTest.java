package org.muster.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.demo.DemoDistrict.Figures;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.ProblemValidator;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.Limits;

class DemoDistrictsTest {
    private static final long SEED = 7;

    static Stream<DemoDistrict> districts() {
        return DemoDistricts.all().stream();
    }

    private static Problem problem(String district, int rounds) {
        return DemoDistricts.find(district).orElseThrow().problem(rounds, SEED);
    }

    private static Figures figuresOf(Problem problem) {
        var firstRound =
                PlainStaffing.demandsOf(problem, problem.rounds().getFirst().id());
        return new Figures(
                problem.cadres().size(),
                problem.units().size(),
                (int) problem.communities().stream()
                        .map(Community::subdistrict)
                        .distinct()
                        .count(),
                problem.communities().size(),
                problem.sites().size(),
                firstRound.size(),
                firstRound.stream().mapToInt(Demand::max).sum());
    }

    @Nested
    class Figure {
        @Test
        void ofDongchengAreThePublishedOnes() {
            assertThat(figuresOf(problem("dongcheng", 1))).isEqualTo(new Figures(2_231, 60, 17, 169, 90, 540, 1_500));
        }

        @Test
        void ofXichengAreThePublishedOnes() {
            assertThat(figuresOf(problem("xicheng", 1))).isEqualTo(new Figures(3_000, 78, 15, 263, 140, 840, 2_000));
        }

        @Test
        void ofHaidianAreThePublishedOnes() {
            assertThat(figuresOf(problem("haidian", 1)))
                    .isEqualTo(new Figures(32_648, 600, 29, 678, 1_000, 6_000, 21_891));
        }

        @Test
        void ofHaidianStaffIsItsOwnUnits() {
            int staff = problem("haidian", 1).units().stream()
                    .mapToInt(WorkUnit::staff)
                    .sum();

            assertThat(staff).isEqualTo(32_648);
        }

        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void isWhatTheDistrictSaysOfItself(DemoDistrict district) {
            assertThat(figuresOf(district.problem(1, SEED))).isEqualTo(district.figures());
        }

        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void repeatsWithEachRound(DemoDistrict district) {
            var three = district.problem(3, SEED);

            assertThat(three.rounds()).hasSize(3);
            assertThat(three.demands()).hasSize(3 * district.figures().demands());
            assertThat(three.demands().stream().mapToInt(Demand::max).sum())
                    .isEqualTo(3 * district.figures().seats());
        }
    }

    @Nested
    class Name {
        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void isThatOfTheRealPlace(DemoDistrict district) {
            var names = district.problem(1, SEED).communities().stream()
                    .map(community -> community.subdistrict() + " " + community.name())
                    .toList();

            assertThat(names).containsExactlyElementsOf(realNames(district));
        }

        private List<String> realNames(DemoDistrict district) {
            var districtName = switch (district.id()) {
                case "dongcheng" -> "东城区";
                case "xicheng" -> "西城区";
                case "haidian" -> "海淀区";
                case "chaoyang-sealed" -> "朝阳区";
                case "tongzhou" -> "通州区";
                default -> throw new IllegalArgumentException(district.id());
            };
            return RealPlaces.rows("beijing_communities.csv")
                    .filter(fields -> fields[5].equals(districtName))
                    .map(fields -> fields[3] + " " + fields[1])
                    .toList();
        }
    }

    @Nested
    class Generation {
        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void isTheSameForTheSameSeed(DemoDistrict district) {
            assertThat(district.problem(2, SEED)).isEqualTo(district.problem(2, SEED));
        }

        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void isAnotherForAnotherSeed(DemoDistrict district) {
            assertThat(district.problem(1, SEED)).isNotEqualTo(district.problem(1, SEED + 1));
        }

        @Test
        void refusesNoRoundAndMoreRoundsThanWereCalledInARow() {
            var district = DemoDistricts.find("dongcheng").orElseThrow();

            assertThatThrownBy(() -> district.problem(0, SEED)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> district.problem(7, SEED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not 7");
        }

        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#districts")
        void makesAValidProblem(DemoDistrict district) {
            assertThat(ProblemValidator.faultsOf(district.problem(1, SEED), Limits.DEFAULT))
                    .isEmpty();
            assertThat(ProblemValidator.faultsOf(district.problem(3, SEED), Limits.DEFAULT))
                    .isEmpty();
        }
    }

    @Nested
    class Cover {
        @ParameterizedTest
        @MethodSource("org.muster.demo.DemoDistrictsTest#ordinaryDistricts")
        void isPossibleForEveryRequiredHead(DemoDistrict district) {
            for (long seed = 1; seed <= 3; seed++) {
                assertThat(PlainStaffing.unfilledAfterFillingTheScarcestFirst(district.problem(1, seed)))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    static Stream<DemoDistrict> ordinaryDistricts() {
        return districts().filter(district -> !district.id().equals("chaoyang-sealed"));
    }

    @Nested
    class Share {
        private final Problem haidian = problem("haidian", 1);

        @Test
        void ofPeopleIsNearWhatIsDocumented() {
            assertThat(shareOf(cadre -> cadre.roundsServed() == 0)).isCloseTo(0.35, within(0.01));
            assertThat(shareOf(Cadre::isExperienced)).isCloseTo(0.40, within(0.01));
            assertThat(shareOf(cadre -> cadre.holds(DemoPost.DRIVER, Days.FIRST)))
                    .isCloseTo(0.25, within(0.01));
            assertThat(shareOf(cadre -> cadre.holds(DemoPost.NURSE, Days.FIRST)))
                    .isCloseTo(
                            DemographicShares.IN_HEALTH_UNITS * DemographicShares.NURSES_IN_HEALTH_UNITS,
                            within(0.005));
            assertThat(shareOf(cadre -> cadre.holds(DemoPost.EX_NURSE, Days.FIRST)))
                    .isCloseTo(
                            (1 - DemographicShares.IN_HEALTH_UNITS) * DemographicShares.EX_NURSES_ELSEWHERE * 30 / 38,
                            within(0.005));
            assertThat(shareOf(cadre -> cadre.avoidTags().contains("heat")))
                    .isCloseTo(DemographicShares.AVOID_HEAT, within(0.005));
            assertThat(shareOf(cadre -> cadre.lastServiceDay() != null))
                    .isCloseTo(DemographicShares.RETIRING, within(0.002));
            assertThat(shareOf(cadre -> cadre.birthDate() == null))
                    .isCloseTo(DemographicShares.BIRTH_DATE_UNKNOWN, within(0.005));
        }

        @Test
        void ofUnitsIsNearWhatIsDocumented() {
            var units = haidian.units();
            assertThat(share(
                            units.stream()
                                    .filter(unit -> unit.maxAwayShare() != null)
                                    .count(),
                            units.size()))
                    .isCloseTo(DemographicShares.CEILING_AS_SHARE, within(0.06));
            assertThat(share(
                            units.stream()
                                    .filter(unit -> unit.maxAway() != null)
                                    .count(),
                            units.size()))
                    .isCloseTo(DemographicShares.CEILING_IN_PEOPLE, within(0.06));
        }

        @Test
        void ofRequiredHeadsIsNineteenInTwenty() {
            int required = haidian.demands().stream().mapToInt(Demand::min).sum();

            assertThat(share(required, 21_891)).isCloseTo(0.95, within(0.02));
        }

        private double shareOf(Predicate<Cadre> condition) {
            var cadres = haidian.cadres();
            return share(cadres.stream().filter(condition).count(), cadres.size());
        }

        private double share(long part, long whole) {
            return (double) part / whole;
        }
    }

    @Nested
    class Dongcheng {
        private final Problem dongcheng = problem("dongcheng", 1);

        @Test
        void hasACadreWhoRetiresOnTheDayItself() {
            assertThat(dongcheng.cadres()).anyMatch(cadre -> Days.FIRST.equals(cadre.lastServiceDay()));
        }

        @Test
        void sparesPeopleOnTheirBirthday() {
            var born = new ArrayList<Cadre>();
            for (var cadre : dongcheng.cadres()) {
                var birth = cadre.birthDate();
                if (birth != null && birth.getMonthValue() == 5 && birth.getDayOfMonth() == 3) {
                    born.add(cadre);
                }
            }
            assertThat(born)
                    .isNotEmpty()
                    .allMatch(cadre -> cadre.availability().stream()
                            .anyMatch(time -> time.weight() == 2
                                    && time.start().toLocalDate().equals(Days.FIRST)));
        }
    }

    @Nested
    class ChaoyangSealed {
        private final Problem sealed = problem("chaoyang-sealed", 1);

        @Test
        void hasACaptainsPostForEachOfNineteenFloors() {
            assertThat(sealed.demands())
                    .filteredOn(demand -> demand.site().equals(SealedCompound.BUILDING))
                    .filteredOn(demand -> demand.window().equals("r1-early"))
                    .extracting(Demand::post)
                    .hasSize(19)
                    .doesNotHaveDuplicates();
        }

        @Test
        void lacksExactlyTheHeadsThatAreDocumented() {
            assertThat(PlainStaffing.unfilledAfterFillingTheScarcestFirst(sealed))
                    .containsExactlyInAnyOrder(
                            "compound-building-3-r1-early-floor-captain-13",
                            "compound-building-3-r1-late-floor-captain-13",
                            "compound-building-3-r1-late-floor-captain-17",
                            "compound-r1-early-sampler",
                            "compound-r1-early-sampler")
                    .hasSize(SealedCompound.SHORTAGE);
        }

        @Test
        void letsResidentsServeInsideOnly() {
            var gate = demand("compound-gate-r1-early-whistle-responder");
            var inside = demand("compound-r1-early-registrar");

            assertThat(gate.priority()).isEqualTo(Demand.HIGHEST_PRIORITY);
            assertThat(PlainStaffing.candidates(sealed, gate))
                    .hasSizeGreaterThan(500)
                    .allMatch(c -> c.confinedTo() == null);
            assertThat(PlainStaffing.candidates(sealed, inside))
                    .hasSize(60)
                    .allMatch(cadre -> SealedCompound.COMPOUND.equals(cadre.confinedTo()));
        }

        private Demand demand(String id) {
            return sealed.demands().stream()
                    .filter(demand -> demand.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void apportionmentIsExact() {
        assertThat(Arrays.stream(Apportionment.of(100, 1, new double[] {1, 1, 1, 0}))
                        .sum())
                .isEqualTo(100);
        assertThatThrownBy(() -> Apportionment.of(2, 1, new double[] {1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownDistrictIsNotFound() {
        assertThat(DemoDistricts.find("atlantis")).isEmpty();
    }
}
