package org.muster.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.muster.bounds.EverySchedule;
import org.muster.evaluation.referee.Referee;
import org.muster.persistence.plans.Outcome;
import org.muster.planning.Progress;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;
import org.muster.solving.bounding.ProvenSearch;

/**
 * Holds what a solve says of tiny problems against all schedules that there are: its schedule, its bound and its outcome.
 *
 * <p>{@code -Dmuster.truth.problems=2000} looks at as many problems; {@code -Dmuster.truth.seed=70000} at others.
 */
class OutcomeTruthTest {
    private static final int PROBLEMS = Integer.getInteger("muster.truth.problems", 120);
    private static final long FIRST_SEED = Long.getLong("muster.truth.seed", 0);
    private static final long MOST_SCHEDULES = 300_000;
    private static final List<Size> SIZES = List.of(Size.LEAST, Size.FEW, Size.TINY, Size.HALF_DOZEN);
    private static final SolveOptions OPTIONS = new SolveOptions(Duration.ofSeconds(30), 0, 1, null, Profile.QUICK);

    /** How often each outcome was said; null counts as none. */
    private static final class Tally {
        private int problems;
        private int optimal;
        private int infeasible;
        private int unproven;
    }

    @Test
    void whatIsSaidOfTinyProblemsIsTrueAndProven() {
        Map<Size, Tally> tallies = new EnumMap<>(Size.class);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROBLEMS; seed++) {
            var size = SIZES.get((int) (seed % SIZES.size()));
            var problem = RandomProblems.of(seed, size);
            if (EverySchedule.count(problem, MOST_SCHEDULES).isPresent()) {
                look(problem, seed, tallies.computeIfAbsent(size, _ -> new Tally()));
            }
        }
        tallies.forEach((size, tally) -> System.out.printf(
                "%s: %d problems, %d OPTIMAL, %d INFEASIBLE, %d not proven%n",
                size, tally.problems, tally.optimal, tally.infeasible, tally.unproven));
        assertThat(tallies.values())
                .allSatisfy(tally -> assertThat(tally.unproven).isZero());
        assertThat(tallies.values().stream().mapToInt(tally -> tally.infeasible).sum())
                .isPositive();
        assertThat(tallies.values().stream().mapToInt(tally -> tally.optimal).sum())
                .isPositive();
    }

    private static void look(Problem problem, long seed, Tally tally) {
        var best = EverySchedule.bestBeyondMinimums(problem);
        var start = seed % 2 == 0 ? Schedule.EMPTY : RandomSchedules.orderly(problem, seed);
        try (var search = new ProvenSearch("seed-" + seed, ProblemIndex.of(problem), OPTIONS, null, new Deaf())) {
            var score = Referee.evaluate(problem, search.solve(start)).score();
            var outcome = Outcome.of(score, search.bound(), search.isInfeasible());
            var bound = search.bound();
            assertThat(score).as("seed %d", seed).isEqualTo(best);
            assertThat(bound != null && bound.isBeatenBy(best))
                    .as("seed %d, %s, %s", seed, bound, best)
                    .isFalse();
            assertThat(search.isInfeasible()).as("seed %d", seed).isEqualTo(!best.isFeasible());
            tally.problems++;
            tally.optimal += outcome == Outcome.OPTIMAL ? 1 : 0;
            tally.infeasible += outcome == Outcome.INFEASIBLE ? 1 : 0;
            tally.unproven += outcome == Outcome.OPTIMAL || outcome == Outcome.INFEASIBLE ? 0 : 1;
        }
    }

    private static final class Deaf implements ProvenSearch.Listener {
        @Override
        public void progressed(Progress progress, Supplier<Schedule> best) {
            // Only the end counts here.
        }
    }
}
