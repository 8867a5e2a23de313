package org.muster.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.muster.bounds.EverySchedule;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.index.ProblemIndex;

class ExactSearchTest {
    private static final long MOST_SCHEDULES = 20_000;

    @Test
    void isAsGoodAsTryingEverySchedule() {
        int solved = 0;
        for (var size : new Size[] {Size.LEAST, Size.FEW, Size.TINY, Size.HALF_DOZEN}) {
            for (long seed : LongStream.range(0, 150).toArray()) {
                var problem = RandomProblems.of(seed, size);
                if (EverySchedule.count(problem, MOST_SCHEDULES).isPresent()) {
                    var optimum = ExactSearch.solve(ProblemIndex.of(problem), ExactSearch.STEPS, () -> false);
                    assertThat(optimum).as("%s, seed %d", size, seed).isPresent();
                    expectBest(problem, optimum.get(), "%s, seed %d".formatted(size, seed));
                    solved++;
                }
            }
        }
        assertThat(solved).isGreaterThan(400);
    }

    private static void expectBest(Problem problem, Optimum optimum, String where) {
        assertThat(optimum.score()).as(where).isEqualTo(EverySchedule.bestBeyondMinimums(problem));
        assertThat(Referee.evaluate(problem, optimum.schedule()).score())
                .as(where)
                .isEqualTo(optimum.score());
    }
}
