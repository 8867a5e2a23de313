package org.muster.evaluation.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.muster.problem.ProblemFixture.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.explanation.HandChange.Op;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

class ChangePreviewTest {
    private static final int ROUNDS = 10;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    private static Problem problem(long seed) {
        var sizes = RandomProblems.Size.values();
        return RandomProblems.of(seed, sizes[(int) (seed % sizes.length)]);
    }

    /** Changes that are possible one after the other, whatever the rules say. */
    private static List<HandChange> possible(Problem problem, Schedule schedule, SplittableRandom random) {
        var changes = new ArrayList<HandChange>();
        if (problem.demands().isEmpty() || problem.cadres().isEmpty()) {
            return changes;
        }
        var duties = new ArrayList<>(schedule.assignments().stream()
                .map(each -> new Assignment(each.demand(), each.cadre(), false))
                .toList());
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            var somebody = new Assignment(
                    problem.demands()
                            .get(random.nextInt(problem.demands().size()))
                            .id(),
                    problem.cadres()
                            .get(random.nextInt(problem.cadres().size()))
                            .id(),
                    false);
            if (!duties.contains(somebody) && (duties.isEmpty() || random.nextBoolean())) {
                duties.add(somebody);
                changes.add(change(Op.ASSIGN, somebody));
            } else if (!duties.isEmpty()) {
                var duty = duties.get(random.nextInt(duties.size()));
                var op = List.of(Op.UNASSIGN, Op.UNASSIGN, Op.PIN, Op.UNPIN).get(random.nextInt(4));
                changes.add(change(op, duty));
                if (op == Op.UNASSIGN) {
                    duties.remove(duty);
                }
            }
        }
        return changes;
    }

    private static HandChange change(Op op, Assignment duty) {
        return new HandChange(op, duty.demand(), duty.cadre());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysWhatTheRefereeSaysAfterwards(long seed) {
        var problem = problem(seed);
        var index = ProblemIndex.of(problem);
        var schedule = RandomSchedules.of(problem, seed);
        var random = new SplittableRandom(seed);
        var changePreview = new ChangePreview(index, schedule);
        var before = Referee.evaluate(problem, schedule);

        for (int round = 0; round < ROUNDS; round++) {
            var changed = ChangedSchedule.of(index, schedule, possible(problem, schedule, random), Limits.DEFAULT);

            var foreseen = changePreview.of(changed);

            var counted = ChangeEffect.between(before, Referee.evaluate(problem, changed.schedule()));
            assertThat(foreseen.before()).isEqualTo(counted.before());
            assertThat(foreseen.after()).isEqualTo(counted.after());
            assertThat(foreseen.rules()).isEqualTo(counted.rules());
            assertThat(foreseen.broken()).containsExactlyInAnyOrderElementsOf(counted.broken());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goesOnFromWhatWasChanged(long seed) {
        var problem = problem(seed);
        var index = ProblemIndex.of(problem);
        var random = new SplittableRandom(seed);
        var schedule = RandomSchedules.of(problem, seed);
        var explanations = new Explanations(index, schedule);

        for (int round = 0; round < ROUNDS; round++) {
            var changed = ChangedSchedule.of(index, schedule, possible(problem, schedule, random), Limits.DEFAULT);
            explanations.foresight().of(changed);
            explanations = explanations.turnedTo(schedule, changed.schedule());
            schedule = changed.schedule();
        }

        var changed = ChangedSchedule.of(index, schedule, possible(problem, schedule, random), Limits.DEFAULT);
        var counted = ChangeEffect.between(
                Referee.evaluate(problem, schedule), Referee.evaluate(problem, changed.schedule()));
        var foreseen = explanations.foresight().of(changed);
        assertThat(foreseen.after()).isEqualTo(counted.after());
        assertThat(foreseen.rules()).isEqualTo(counted.rules());
    }

    @Test
    void randomChangesBreakEveryHardRule() {
        var broken = seeds().boxed()
                .flatMap(seed -> {
                    var problem = problem(seed);
                    var index = ProblemIndex.of(problem);
                    var schedule = RandomSchedules.of(problem, seed);
                    var random = new SplittableRandom(seed);
                    var changePreview = new ChangePreview(index, schedule);
                    return LongStream.range(0, ROUNDS)
                            .mapToObj(_ -> ChangedSchedule.of(
                                    index, schedule, possible(problem, schedule, random), Limits.DEFAULT))
                            .flatMap(changed -> changePreview.of(changed).broken().stream());
                })
                .map(Evaluation.Violation::rule)
                .distinct();

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> rule.level() == Rule.Level.HARD)
                        .toList());
    }

    /** Yang at the gate; Li at the school; Zhao at home. */
    @Nested
    class Done {
        private static final String GATE = "gate MON 07-13";
        private static final String SCHOOL = "school MON 07-13";

        private final ProblemFixture district = new ProblemFixture()
                .demand(GATE, 1, 1, 1)
                .demand(SCHOOL, 1, 1, 1)
                .cadre("yang")
                .cadre("li")
                .cadre("zhao")
                .serves("yang", GATE)
                .serves("li", SCHOOL);

        private Schedule after(HandChange... changes) {
            return ChangedSchedule.of(
                            ProblemIndex.of(district.problem()), district.schedule(), List.of(changes), Limits.DEFAULT)
                    .schedule();
        }

        private List<Fault> faultsOf(HandChange... changes) {
            return catchThrowableOfType(InvalidInputException.class, () -> after(changes))
                    .faults();
        }

        private HandChange change(Op op, String cadre, String demand) {
            return new HandChange(op, id(demand), cadre);
        }

        @Test
        void changesAreNamedAllAtOnce() {
            assertThat(faultsOf(
                            change(Op.ASSIGN, "yang", GATE),
                            change(Op.UNASSIGN, "zhao", GATE),
                            change(Op.PIN, "zhao", SCHOOL),
                            new HandChange(Op.ASSIGN, "nowhere", "nobody")))
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(
                            tuple("/changes/0/cadre", FaultCode.ALREADY_ASSIGNED),
                            tuple("/changes/1/cadre", FaultCode.NOT_ASSIGNED),
                            tuple("/changes/2/cadre", FaultCode.NOT_ASSIGNED),
                            tuple("/changes/3/demand", FaultCode.UNKNOWN_REFERENCE),
                            tuple("/changes/3/cadre", FaultCode.UNKNOWN_REFERENCE));
        }

        @Test
        void changesAreDoneInOrder() {
            assertThat(faultsOf(change(Op.ASSIGN, "zhao", GATE), change(Op.ASSIGN, "zhao", GATE)))
                    .extracting(Fault::pointer)
                    .containsExactly("/changes/1/cadre");
            assertThat(after(
                                    change(Op.UNASSIGN, "yang", GATE),
                                    change(Op.UNASSIGN, "li", SCHOOL),
                                    change(Op.ASSIGN, "li", GATE),
                                    change(Op.ASSIGN, "yang", SCHOOL),
                                    change(Op.PIN, "li", GATE))
                            .assignments())
                    .containsExactly(new Assignment(id(GATE), "li", true), new Assignment(id(SCHOOL), "yang", false));
        }

        @Test
        void whoIsTakenAwayAndGivenBackIsNoLongerPinned() {
            assertThat(after(
                                    change(Op.PIN, "yang", GATE),
                                    change(Op.UNASSIGN, "yang", GATE),
                                    change(Op.ASSIGN, "yang", GATE))
                            .assignments())
                    .contains(new Assignment(id(GATE), "yang", false));
        }

        @Test
        void nothingIsForeseenOfPins() {
            var index = ProblemIndex.of(district.problem());
            var pins = ChangedSchedule.of(
                    index, district.schedule(), List.of(change(Op.PIN, "yang", GATE)), Limits.DEFAULT);

            var effect = new ChangePreview(index, district.schedule()).of(pins);

            assertThat(effect.rules()).isEmpty();
            assertThat(effect.broken()).isEmpty();
            assertThat(effect.after()).isEqualTo(effect.before());
        }
    }
}
