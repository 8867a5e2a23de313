package org.muster.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.problem.Problem;
import org.muster.problem.ProblemIndex;
import org.muster.problem.RandomProblems;
import org.muster.problem.Rule;
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

    @Test
    void refusesWhatTheProblemDoesNotHave() {
        var explanations = new Case(1).explanations;
        assertThatThrownBy(() -> explanations.ofDemand("nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> explanations.ofCadre("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
