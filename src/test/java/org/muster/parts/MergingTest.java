package org.muster.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Cadre;
import org.muster.problem.Horizon;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.ProblemValidator;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.Travel;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

class MergingTest {

    private static final Problem EAST = new ProblemFixture()
            .demand("gate MON 07-15")
            .cadre("yang")
            .cadre("li")
            .problem();
    private static final Problem WEST = new ProblemFixture()
            .demand("hall TUE 07-15")
            .cadre("wu")
            .cadre("li")
            .problem();

    @Nested
    class OneProblem {

        @Test
        void namesWhatSeveralPartsListOnce() {
            var whole = merged(EAST, WEST);
            assertThat(whole.problem().cadres()).extracting(Cadre::id).containsExactly("yang", "li", "wu");
            assertThat(whole.problem().units()).hasSize(1);
            assertThat(whole.sections())
                    .containsExactly(
                            new MergedProblem.Section("0", List.of("gate-MON-07-15")),
                            new MergedProblem.Section("1", List.of("hall-TUE-07-15")));
        }

        @Test
        void hasAHorizonFromTheFirstDayToTheLast() {
            var monday = ProblemFixture.MONDAY;
            assertThat(merged(EAST, WEST).problem().horizon()).isEqualTo(new Horizon(monday, monday.plusDays(1)));
        }

        @Test
        void letsCadresServeWhereTheyAreListedOnly() {
            var problem = merged(EAST, WEST).problem();
            assertThat(skillBreaches(problem, "hall-TUE-07-15", "yang")).isEqualTo(1);
            assertThat(skillBreaches(problem, "hall-TUE-07-15", "wu")).isZero();
            assertThat(skillBreaches(problem, "hall-TUE-07-15", "li")).isZero();
            assertThat(skillBreaches(problem, "gate-MON-07-15", "li")).isZero();
        }

        @Test
        void asksForNothingWherePartsListEverybody() {
            var rounds =
                    new ProblemFixture().demand("gate MON 07-15").cadre("yang").problem();
            var later =
                    new ProblemFixture().demand("gate TUE 07-15").cadre("yang").problem();
            assertThat(merged(rounds, later).problem().skills()).isEmpty();
        }

        @Test
        void isValid() {
            for (long seed = 0; seed < 300; seed++) {
                assertThat(ProblemValidator.faultsOf(
                                RandomParts.merged(RandomParts.of(seed, Size.SMALL))
                                        .problem(),
                                Limits.DEFAULT))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }

        @Test
        void unitesTablesOfTravelWithTheDefault() {
            var table = EAST.toBuilder()
                    .travel(new Travel.Table(Map.of("li", Map.of("gate", 12))))
                    .build();
            assertThat(merged(WEST, table).problem().travel())
                    .isEqualTo(new Travel.Table(Map.of("li", Map.of("gate", 12))));
        }

        private long skillBreaches(Problem problem, String demand, String cadre) {
            return Referee.evaluate(problem, new Schedule(List.of(new Assignment(demand, cadre, false))))
                    .tally(Rule.SKILL)
                    .quantity();
        }
    }

    @Nested
    class Contradictions {

        @Test
        void areNamedWithBothPlaces() {
            var other = new ProblemFixture()
                    .demand("hall TUE 07-15")
                    .cadre("li", li -> li.minutesServed(60))
                    .problem();
            assertThat(faultsOf(EAST, other))
                    .containsExactly(new Fault(
                            "/parts/1/problem/cadres/0",
                            FaultCode.CONTRADICTION,
                            Map.of("value", "li", "first", "/parts/0/problem/cadres/1")));
        }

        @Test
        void mayBeAboutZoneWeightsAndTravel() {
            var other = WEST.toBuilder()
                    .timeZone(ZoneId.of("Europe/Berlin"))
                    .weights(new Weights(Map.of(Rule.HOME, 3)))
                    .travel(new Travel.ByDistance(30, 1.3))
                    .build();
            assertThat(faultsOf(EAST, other))
                    .extracting(Fault::pointer)
                    .containsExactly(
                            "/parts/1/problem/timeZone", "/parts/1/problem/weights", "/parts/1/problem/travel");
        }

        @Test
        void mayBeAboutMinutesOfTravel() {
            var one = EAST.toBuilder()
                    .travel(new Travel.Table(Map.of("li", Map.of("gate", 12))))
                    .build();
            var other = EAST.toBuilder()
                    .travel(new Travel.Table(Map.of("li", Map.of("gate", 13))))
                    .build();
            assertThat(faultsOf(one, other))
                    .extracting(Fault::pointer)
                    .containsExactly("/parts/1/problem/travel/minutes/li/gate");
        }

        @Test
        void areNotSeenInAWeightThatIsTheDefault() {
            var other = WEST.toBuilder()
                    .weights(new Weights(Map.of(Rule.HOME, Rule.HOME.defaultWeight())))
                    .build();
            assertThat(merged(EAST, other).sections()).hasSize(2);
        }
    }

    @Test
    void refusesMoreThanIsAccepted() {
        var far =
                new ProblemFixture().demand("hall 2024-05-02 07-15").cadre("wu").problem();
        assertThat(faultsOf(EAST, far)).extracting(Fault::code).containsExactly(FaultCode.OUT_OF_RANGE);
        assertThat(LocalDate.of(2024, 5, 2)).isAfter(ProblemFixture.MONDAY.plusDays(366));
    }

    @Nested
    class NamesOfStoredDistricts {

        @Test
        void keepDistrictsApart() {
            for (long seed = 0; seed < 100; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var parts = IdPrefixing.made(List.of(request(0, problem), request(1, problem)), Set.of());
                var whole = Merging.merge(parts, Limits.DEFAULT);
                assertThat(whole.problem().cadres())
                        .as("seed %d", seed)
                        .hasSize(2 * problem.cadres().size());
                assertThat(Splitter.split(whole, () -> false).sharesNothing())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }

        @Test
        void areTheSameForSharedUnitsAndTheirCadres() {
            for (long seed = 0; seed < 100; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var shared = problem.cadres().getFirst().unit();
                var parts = IdPrefixing.made(List.of(request(0, problem), request(1, problem)), Set.of(shared));
                for (var part : parts) {
                    assertThat(ProblemValidator.faultsOf(part.problem(), Limits.DEFAULT))
                            .as("seed %d", seed)
                            .isEmpty();
                }
                long lent = problem.cadres().stream()
                        .filter(cadre -> cadre.unit().equals(shared))
                        .count();
                assertThat(Merging.merge(parts, Limits.DEFAULT).problem().cadres())
                        .as("seed %d", seed)
                        .hasSize(2 * problem.cadres().size() - (int) lent);
            }
        }
    }

    private static PartRequest request(int part, Problem problem) {
        return new PartRequest(Integer.toString(part), "/parts/" + part + "/problem", problem);
    }

    private static MergedProblem merged(Problem first, Problem second) {
        return Merging.merge(List.of(request(0, first), request(1, second)), Limits.DEFAULT);
    }

    private static List<Fault> faultsOf(Problem first, Problem second) {
        return catchThrowableOfType(InvalidInputException.class, () -> merged(first, second))
                .faults();
    }
}
