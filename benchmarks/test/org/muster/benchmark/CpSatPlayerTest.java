package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.benchmark.cpsat.StaffingModel;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

class CpSatPlayerTest {
    private static final Duration PLENTY = Duration.ofMinutes(2);

    /** With no choice but the duties of one schedule, the best of them is found at once, and then every point shows. */
    @ParameterizedTest
    @CsvSource({"dongcheng@300, 1", "dongcheng@200, 3", "xicheng@150, 6", "tongzhou@200, 1"})
    void countsLikeTheReferee(String name, int rounds) {
        var problem = new Instance(name, rounds).problem();
        var index = ProblemIndex.of(problem);
        var greedy = GreedyStart.of(index, Shortlist.of(index, 20));
        var task = new StaffingModel.Task(
                index, _ -> new int[0], greedy.schedule(), Schedule.EMPTY, true, -greedy.medium());
        var found = new ArrayList<Score>();

        var schedule = StaffingModel.of(task).solve(1, () -> PLENTY, found::add);

        var score = Referee.evaluate(problem, schedule).score();
        assertThat(found.getLast()).isEqualTo(score);
        assertThat(score).isGreaterThanOrEqualTo(greedy.score());
        assertThat(score.isFeasible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dongcheng@100, 1", "dongcheng@60, 3"})
    void findsAScheduleThatKeepsEveryRule(String name, int rounds) {
        var problem = new Instance(name, rounds).problem();
        var trace = new Trace();

        var outcome = CpSatPlayer.withHint().solve(problem, Schedule.EMPTY, 1, Duration.ofSeconds(10), trace);

        var score = Referee.evaluate(problem, outcome.schedule()).score();
        assertThat(score.isFeasible()).isTrue();
        assertThat(score).isGreaterThanOrEqualTo(trace.points().getLast().score());
    }
}
