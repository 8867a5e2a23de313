package org.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;

/** Problems that were made in Java; {@code HostileInputTest} asks the same of problems that were read. */
class ProblemValidatorTest {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 3);
    private static final Location SOMEWHERE = new Location(39.9, 116.4);

    private static Problem.Builder district() {
        return Problem.builder()
                .communities(List.of(new Community("home", "home", "street", SOMEWHERE)))
                .units(List.of(new WorkUnit("bureau", "bureau", 9, null, null, Set.of("street"))))
                .skills(List.of(new Skill("nurse", "nurse", true)))
                .posts(List.of(new Post("sampler", "sampler", Set.of("nurse"), Set.of(), Set.of(), null, null)))
                .sites(List.of(new Site("gate", "gate", Site.Kind.SCREENING, "home", SOMEWHERE, Site.Admits.ANYONE)))
                .rounds(List.of(new Round("round", "round", DAY)))
                .windows(List.of(window("early", 7, 13)))
                .demands(List.of(demand("demand", 2)))
                .cadres(List.of(cadre("li").build()));
    }

    private static Window window(String id, int from, int to) {
        return new Window(id, "round", DAY.atTime(from, 0), DAY.atTime(to, 0), null);
    }

    private static Demand demand(String id, int max) {
        return new Demand(id, "gate", "early", "sampler", 0, 0, max, 1, 1, 1);
    }

    private static Cadre.Builder cadre(String id) {
        return Cadre.of(id, "bureau", Cadre.Level.DISTRICT, "home", SOMEWHERE);
    }

    private static List<Fault> faultsOf(Problem.Builder problem) {
        return ProblemValidator.faultsOf(problem.build(), Limits.DEFAULT);
    }

    @Test
    void findsNothingInAGoodProblem() {
        assertThat(faultsOf(district())).isEmpty();
    }

    @Nested
    class References {

        @Test
        void fromAnItemPointToOne() {
            assertThat(faultsOf(district()
                            .cadres(List.of(
                                    cadre("li").lastSite("gat").dutyRules("lax").build()))))
                    .containsExactly(
                            unknown("/cadres/0/lastSite", "gat", "sites"),
                            unknown("/cadres/0/dutyRules", "lax", "dutyRules"));
        }

        @Test
        void doNotTellWhereSomebodyIsConfined() {
            assertThat(faultsOf(district()
                            .cadres(List.of(cadre("li").confinedTo("hospital").build()))))
                    .containsExactly(unknown("/cadres/0/confinedTo", Fault.WITHHELD, "sites"));
        }

        @Test
        void toASubdistrictPointToThatOfSomeCommunity() {
            assertThat(faultsOf(
                            district().units(List.of(new WorkUnit("bureau", "bureau", 9, null, null, Set.of("home"))))))
                    .containsExactly(unknown("/units/0/subdistricts/0", "home", "subdistricts"));
        }

        @Test
        void inTheTravelTableAreSorted() {
            var ways = Map.of("wu", Map.of("gate", 1), "an", Map.of("b/c", 1, "a", 2), "li", Map.of("gate", 9));
            assertThat(faultsOf(district().travel(new Travel.Table(ways))))
                    .containsExactly(
                            unknown("/travel/minutes/an", "an", "cadres"),
                            unknown("/travel/minutes/wu", "wu", "cadres"),
                            unknown("/travel/minutes/an/a", "a", "sites"),
                            unknown("/travel/minutes/an/b~1c", "b/c", "sites"));
        }

        private static Fault unknown(String pointer, String id, String list) {
            return new Fault(pointer, FaultCode.UNKNOWN_REFERENCE, Map.of("id", id, "list", list));
        }
    }

    @Nested
    class Identifiers {

        @Test
        void standOnceInTheirList() {
            assertThat(faultsOf(district()
                            .cadres(List.of(
                                    cadre("li").build(),
                                    cadre("Li").build(),
                                    cadre("li").build()))))
                    .containsExactly(new Fault(
                            "/cadres/2/id", FaultCode.DUPLICATE_ID, Map.of("id", "li", "first", "/cadres/0/id")));
        }

        @Test
        void mayStandInTwoLists() {
            assertThat(faultsOf(district().cadres(List.of(cadre("demand").build()))))
                    .isEmpty();
        }
    }

    @Nested
    class Windows {

        @Test
        void startInTheHorizon() {
            var horizon = new Horizon(DAY.plusDays(1), DAY.plusDays(2));
            assertThat(faultsOf(district().horizon(horizon)))
                    .containsExactly(new Fault(
                            "/windows/0/start",
                            FaultCode.OUTSIDE_HORIZON,
                            Map.of("date", "2022-05-03", "from", "2022-05-04", "to", "2022-05-05")));
        }

        @Test
        void mayEndAfterTheHorizon() {
            var night = new Window(
                    "early", "round", DAY.atTime(22, 0), DAY.plusDays(1).atTime(6, 0), null);
            assertThat(faultsOf(district().windows(List.of(night)).horizon(new Horizon(DAY, DAY))))
                    .isEmpty();
        }

        @Test
        void doNotStartAtATimeThatTheClockSkips() {
            var gap = LocalDate.of(2022, 3, 27);
            var window = new Window("early", "round", gap.atTime(2, 0), gap.atTime(3, 0), null);
            assertThat(faultsOf(district().timeZone(ZoneId.of("Europe/Berlin")).windows(List.of(window))))
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(tuple("/windows/0/start", FaultCode.SKIPPED_TIME));
        }

        @Test
        void mayStartWhereTheClockIsPutForwardAndAtATimeThatItShowsTwice() {
            var spring = LocalDate.of(2022, 3, 27);
            var autumn = LocalDate.of(2022, 10, 30);
            for (var window : List.of(
                    new Window("early", "round", spring.atTime(3, 0), spring.atTime(4, 0), null),
                    new Window("early", "round", spring.atTime(1, 59), spring.atTime(3, 0), null),
                    new Window("early", "round", autumn.atTime(2, 30), autumn.atTime(3, 0), null))) {
                assertThat(faultsOf(
                                district().timeZone(ZoneId.of("Europe/Berlin")).windows(List.of(window))))
                        .as("%s", window)
                        .isEmpty();
            }
        }

        @Test
        void lieNoFurtherApartThanAHorizonMayBeLong() {
            var windows = List.of(
                    window("early", 7, 13),
                    new Window(
                            "far",
                            "round",
                            DAY.plusDays(366).atTime(7, 0),
                            DAY.plusDays(366).atTime(8, 0),
                            null));
            assertThat(faultsOf(district().windows(windows)))
                    .containsExactly(new Fault(
                            "/horizon", FaultCode.OUT_OF_RANGE, Map.of("value", "367", "min", "1", "max", "366")));
        }
    }

    @Nested
    class Sizes {

        @Test
        void ofSeatsAreSummed() {
            var demands = IntStream.range(0, 21)
                    .mapToObj(i -> demand("demand-" + i, i == 0 ? 1 : 10_000))
                    .toList();
            assertThat(faultsOf(district().demands(demands))).containsExactly(tooMany("/demands", 200_000));
            assertThat(faultsOf(district().demands(demands.subList(1, 21)))).isEmpty();
        }

        @Test
        void ofListsAreLimited() {
            var skills = IntStream.rangeClosed(0, 20_000)
                    .mapToObj(i -> new Skill(i == 0 ? "nurse" : "skill-" + i, "", false))
                    .toList();
            assertThat(faultsOf(district().skills(skills))).containsExactly(tooMany("/skills", 20_000));
        }

        private static Fault tooMany(String pointer, int limit) {
            return new Fault(pointer, FaultCode.TOO_MANY, Map.of("limit", Integer.toString(limit)));
        }
    }

    @Test
    void findsAnAssignmentThatStandsTwice() {
        var once = new StandingAssignment("demand", "li", true, false);
        assertThat(faultsOf(district().assignments(List.of(once, new StandingAssignment("demand", "li", false, true)))))
                .containsExactly(new Fault(
                        "/assignments/1",
                        FaultCode.DUPLICATE,
                        Map.of("value", "demand, li", "first", "/assignments/0")));
    }
}
