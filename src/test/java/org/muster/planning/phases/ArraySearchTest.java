package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.demo.DemoDistricts;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.referee.Referee;
import org.muster.flow.FlowPlanner;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

class ArraySearchTest {
    private static final long STEPS = 20_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static Problem problem(long seed) {
        var sizes = RandomProblems.Size.values();
        return RandomProblems.of(seed, sizes[(int) (seed % sizes.length)]);
    }

    private static Schedule search(Problem problem, Schedule start, int searchers, List<Merit> improvements) {
        var effort = new ArraySearch.Effort(7, searchers, STEPS, Long.MAX_VALUE);
        var index = ProblemIndex.of(problem);
        return ArraySearch.improve(
                index,
                LikelyCadres.of(index, Optional.empty()),
                start,
                effort,
                () -> false,
                (merit, _, _) -> improvements.add(merit));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverReturnsAnythingWorse(long seed) {
        var problem = problem(seed);
        var start = RandomSchedules.of(problem, seed);
        var improvements = new ArrayList<Merit>();
        var found = search(problem, start, 2, improvements);

        var merit = Merit.of(Referee.evaluate(problem, found));
        var before = Merit.of(Referee.evaluate(problem, start));
        assertThat(merit).isGreaterThanOrEqualTo(before);
        assertThat(merit).isEqualTo(improvements.isEmpty() ? before : improvements.getLast());
        assertThat(improvements).isSorted();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsEveryRuleThatWasKept(long seed) {
        var problem = problem(seed);
        var start = RandomSchedules.orderly(problem, seed);
        var found = search(problem, start, 3, new ArrayList<>());
        assertThat(Referee.evaluate(problem, found).score().hard())
                .isGreaterThanOrEqualTo(Referee.evaluate(problem, start).score().hard());
    }

    @ParameterizedTest(name = "{0} searchers")
    @ValueSource(ints = {1, 2, 3})
    void findsTheSameAgain(int searchers) {
        var problem = RandomProblems.of(5, RandomProblems.Size.MEDIUM);
        var start = RandomSchedules.orderly(problem, 5);
        assertThat(search(problem, start, searchers, new ArrayList<>()))
                .isEqualTo(search(problem, start, searchers, new ArrayList<>()));
    }

    @Test
    void doesNothingWhenStoppedAtOnce() {
        var problem = RandomProblems.of(5, RandomProblems.Size.MEDIUM);
        var start = RandomSchedules.orderly(problem, 5);
        var index = ProblemIndex.of(problem);
        var found = ArraySearch.improve(
                index,
                LikelyCadres.of(index, Optional.empty()),
                start,
                new ArraySearch.Effort(1, 2, Long.MAX_VALUE, Long.MAX_VALUE),
                () -> true,
                (_, _, _) -> {});
        assertThat(Referee.evaluate(problem, found).score())
                .isEqualTo(Referee.evaluate(problem, start).score());
    }

    @Test
    void improvesTheCheapestFlowOfADistrict() {
        var problem = DemoDistricts.find("dongcheng").orElseThrow().problem(1, 1);
        var index = ProblemIndex.of(problem);
        var start = FlowPlanner.plan(index, () -> false).schedule();
        var effort = new ArraySearch.Effort(1, 2, 500_000, Long.MAX_VALUE);
        var found = ArraySearch.improve(
                index, LikelyCadres.of(index, Optional.empty()), start, effort, () -> false, (_, _, _) -> {});
        var score = Referee.evaluate(problem, found).score();
        assertThat(score.hard()).isZero();
        assertThat(score.soft())
                .isGreaterThan(Referee.evaluate(problem, start).score().soft() + 300);
    }
}
