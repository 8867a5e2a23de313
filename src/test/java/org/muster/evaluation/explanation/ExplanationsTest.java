package org.muster.evaluation.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.evaluation.explanation.Alternative.Kind.CHAIN;
import static org.muster.problem.ProblemFixture.id;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

class ExplanationsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static final class Case {
        private final Problem problem;
        private final Schedule schedule;
        private final Explanations explanations;
        private final Evaluation evaluation;

        Case(long seed) {
            problem = RandomProblems.of(seed, RandomProblems.Size.SMALL);
            schedule = RandomSchedules.of(problem, seed);
            explanations = new Explanations(ProblemIndex.of(problem), schedule);
            evaluation = Referee.evaluate(problem, schedule);
        }

        /** What the referee counts more of each rule once some duties have ended and others begun. */
        private Map<Rule, Long> differenceOf(Iterable<Assignment> ended, Iterable<Assignment> given) {
            var after = Referee.evaluate(problem, with(ended, given));
            var difference = new EnumMap<Rule, Long>(Rule.class);
            for (var rule : Rule.values()) {
                long more =
                        after.tally(rule).quantity() - evaluation.tally(rule).quantity();
                if (more != 0) {
                    difference.put(rule, more);
                }
            }
            return difference;
        }

        private Schedule with(Iterable<Assignment> ended, Iterable<Assignment> given) {
            var assignments = new ArrayList<>(schedule.assignments());
            ended.forEach(gone -> assignments.remove(assignments.stream()
                    .filter(each ->
                            each.demand().equals(gone.demand()) && each.cadre().equals(gone.cadre()))
                    .findFirst()
                    .orElseThrow()));
            given.forEach(assignments::add);
            return new Schedule(assignments);
        }

        private void assertExact(Alternative alternative) {
            var after = Referee.evaluate(problem, with(alternative.ended(), alternative.given()))
                    .score();
            assertThat(alternative.difference().hard())
                    .isEqualTo(after.hard() - evaluation.score().hard());
            assertThat(alternative.difference().medium())
                    .isEqualTo(after.medium() - evaluation.score().medium());
            assertThat(alternative.difference().soft())
                    .isEqualTo(after.soft() - evaluation.score().soft());
            assertThat(alternative.obstacle().isPresent()
                            || alternative.difference().hard() >= 0)
                    .isTrue();
            assertThat(alternative.quantities()).isEqualTo(differenceOf(alternative.ended(), alternative.given()));
        }

        private void assertExact(DutyAccount account) {
            var without = differenceOf(List.of(account.duty()), List.of());
            assertThat(account.parts().keySet()).isEqualTo(without.keySet());
            account.parts().forEach((rule, part) -> assertThat(part).isEqualTo(-without.getOrDefault(rule, 0L)));
            assertThat(account.alternatives())
                    .isSortedAccordingTo((one, other) -> other.difference().compareTo(one.difference()));
            account.alternatives().forEach(this::assertExact);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheRefereeAboutEveryDemand(long seed) {
        var example = new Case(seed);
        for (var demand : example.problem.demands()) {
            var explanation = example.explanations.ofDemand(demand.id());
            explanation.duties().forEach(example::assertExact);
            explanation.additions().forEach(example::assertExact);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheRefereeAboutEveryCadre(long seed) {
        var example = new Case(seed);
        for (var cadre : example.problem.cadres()) {
            var explanation = example.explanations.ofCadre(cadre.id());
            explanation.duties().forEach(example::assertExact);
            explanation.further().forEach(example::assertExact);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsWhoIsLeftAfterAllRules(long seed) {
        var example = new Case(seed);
        for (var demand : example.problem.demands()) {
            var remaining = example.explanations.ofDemand(demand.id()).remaining();
            long addable = example.problem.cadres().stream()
                    .filter(cadre -> example.schedule.assignments().stream()
                            .noneMatch(each -> each.demand().equals(demand.id())
                                    && each.cadre().equals(cadre.id())))
                    .filter(cadre -> breaksNothing(example, demand.id(), cadre.id()))
                    .count();
            assertThat((long) remaining.getLast().cadres()).isEqualTo(addable);
        }
    }

    /** A duty breaks nothing when no rule counts more but that the demand is full. */
    private static boolean breaksNothing(Case example, String demand, String cadre) {
        return example.differenceOf(List.of(), List.of(new Assignment(demand, cadre, false))).entrySet().stream()
                .noneMatch(entry -> entry.getKey().level() == Rule.Level.HARD
                        && entry.getKey() != Rule.HEADCOUNT
                        && entry.getValue() > 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void chainsBreakNoRuleAndMoveTwoCadres(long seed) {
        var example = new Case(seed);
        example.problem.cadres().stream()
                .map(cadre -> example.explanations.ofCadre(cadre.id()))
                .flatMap(explanation -> Stream.concat(
                        explanation.further().stream(),
                        explanation.duties().stream().flatMap(duty -> duty.alternatives().stream())))
                .filter(alternative -> alternative.kind() == CHAIN)
                .forEach(chain -> {
                    assertThat(chain.difference().hard()).isNotNegative();
                    assertThat(Stream.concat(chain.ended().stream(), chain.given().stream())
                                    .map(Assignment::cadre)
                                    .distinct())
                            .hasSizeBetween(2, 3);
                });
    }

    @Test
    void randomProblemsHaveChains() {
        assertThat(seeds().mapToObj(Case::new)
                        .flatMap(example -> example.problem.cadres().stream()
                                .map(cadre -> example.explanations.ofCadre(cadre.id())))
                        .flatMap(explanation -> explanation.further().stream())
                        .filter(alternative -> alternative.kind() == CHAIN)
                        .count())
                .isGreaterThan(30);
    }

    /** Three cadres of whom each is the only one for something, so that no single step makes anything better. */
    @Nested
    class WhereOnlyAChainImproves {
        private static final String GATE = "gate MON 07-13";
        private static final String LAB = "lab MON 07-13 sampler";

        /** Li, who can do both, is at the gate; the lab needs somebody, and Zhao can only do the gate. */
        private static ProblemFixture district() {
            return new ProblemFixture()
                    .postAnyOf("sampler", "sampling")
                    .demand(GATE, 1, 1, 1)
                    .demand(LAB, 1, 1, 1)
                    .cadre("li", li -> li.skills(List.of(new HeldSkill("sampling", null, null))))
                    .cadre("zhao");
        }

        private static Explanations explained(ProblemFixture district) {
            return new Explanations(ProblemIndex.of(district.problem()), district.schedule());
        }

        private static String best(List<Alternative> alternatives) {
            var best = alternatives.getFirst();
            return "%s: %s end, %s begin".formatted(best.kind(), duties(best.ended()), duties(best.given()));
        }

        private static List<String> duties(List<Assignment> assignments) {
            return assignments.stream()
                    .map(duty -> duty.cadre() + " at " + duty.demand().replaceAll("-.*", ""))
                    .toList();
        }

        @Test
        void aDemandGetsSomebodyWhoseDutyAnotherOneTakesOver() {
            var lab = explained(district().serves("li", GATE)).ofDemand(id(LAB));

            assertThat(best(lab.additions())).isEqualTo("CHAIN: [li at gate] end, [li at lab, zhao at gate] begin");
            assertThat(lab.additions().getFirst().difference().medium()).isPositive();
        }

        @Test
        void aCadreGoesWhereHeIsNeededAndIsFollowed() {
            var li = explained(district().serves("li", GATE)).ofCadre("li");

            assertThat(best(li.duties().getFirst().alternatives()))
                    .isEqualTo("CHAIN: [li at gate] end, [li at lab, zhao at gate] begin");
        }

        @Test
        void aCadreWithoutDutyLetsAnotherOneGoWhereHeIsNeeded() {
            var zhao = explained(district().serves("li", GATE)).ofCadre("zhao");

            assertThat(zhao.duties()).isEmpty();
            assertThat(best(zhao.further())).isEqualTo("CHAIN: [li at gate] end, [li at lab, zhao at gate] begin");
        }

        @Test
        void aCadreTakesThePlaceOfOneWhoIsNeededElsewhere() {
            var district = district()
                    .demand("school MON 07-13", 0, 0, 1)
                    .serves("li", GATE)
                    .serves("zhao", "school MON 07-13");

            var zhao = explained(district).ofCadre("zhao");

            assertThat(best(zhao.duties().getFirst().alternatives()))
                    .isEqualTo("CHAIN: [li at gate, zhao at school] end, [li at lab, zhao at gate] begin");
        }

        @Test
        void aCeilingThatStopsEachHalfIsKeptByTheWhole() {
            var district = new ProblemFixture()
                    .unit("bank", 1)
                    .demand(GATE, 1, 1, 1)
                    .demand("school MON 07-13", 1, 1, 1)
                    .cadre("li")
                    .cadre("wang bank", wang -> wang.minutesServed(6000))
                    .cadre("zhao bank")
                    .serves("li", GATE)
                    .serves("wang", "school MON 07-13");

            var li = explained(district).ofCadre("li");

            assertThat(best(li.duties().getFirst().alternatives()))
                    .isEqualTo("CHAIN: [wang at school, li at gate] end, [li at school, zhao at gate] begin");
        }
    }

    @Test
    void refusesWhatTheProblemDoesNotHave() {
        var explanations = new Case(1).explanations;
        assertThatThrownBy(() -> explanations.ofDemand("nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> explanations.ofCadre("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Rehearsal {

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.muster.evaluation.explanation.ExplanationsTest#seeds")
        void leavesNoTraceWhereverItIsBrokenOff(long seed) {
            var one = new Case(seed);
            var demands = one.problem.demands();
            for (int looks = 0; looks < 40; looks += 3) {
                var left = new AtomicInteger(looks);
                var demand = demands.get(looks % demands.size()).id();
                one.explanations.rehearse(demand, () -> left.getAndDecrement() <= 0);
            }
            var fresh = new Case(seed);
            for (var demand : demands) {
                assertThat(one.explanations.ofDemand(demand.id())).isEqualTo(fresh.explanations.ofDemand(demand.id()));
            }
        }
    }
}
