package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.model.LikelyCadres;
import org.muster.planning.phases.CoverCompletion;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.SolveOptions;
import org.muster.problem.Travel;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/** A required head is never left out where the ceiling of a unit is full of people who could be replaced. */
class FullCeilingTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static Score solve(Problem problem, long seed, long steps) {
        var options = new SolveOptions(Duration.ofMinutes(1), 0, seed, steps, SolveOptions.Profile.QUICK);
        return Referee.evaluate(problem, new RosterSolver(problem, options, (_, _) -> {}).solve(Schedule.EMPTY))
                .score();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noHeadIsLeftOutWithoutNeed(long seed) {
        var problem = FullCeilings.any(seed);
        var score = solve(problem, seed, 400);
        assertThat(score.hard()).isZero();
        assertThat(score.medium()).isEqualTo(FullCeilings.bestCover(problem));
    }

    /** Whatever the search has come to, and without its luck. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCompletionAloneFillsThemFromAnySchedule(long seed) {
        var problem = FullCeilings.any(seed);
        var index = ProblemIndex.of(problem);
        var keeper = ScoreKeeper.of(index, RandomSchedules.orderly(problem, seed));
        var completion =
                new CoverCompletion(keeper, LikelyCadres.of(index, Optional.empty()), new SplittableRandom(seed));
        completion.complete(2_000_000, () -> false);
        assertThat(keeper.hard()).isZero();
        assertThat(keeper.medium()).isEqualTo(FullCeilings.bestCover(problem));
    }

    @Test
    void aColleagueIsReplacedWhereThatIsWorseByItself() {
        assertThat(solve(copies(1), 1, 400)).isEqualTo(new Score(0, 0, -440));
    }

    @Test
    void aHundredOfThemAtOnceAreFilledToo() {
        assertThat(solve(copies(100), 1, 400).medium()).isZero();
    }

    /** Li is the only one for d1, but the ceiling of his unit is filled by wang, for whom yang could stand in. */
    private static Problem copies(int copies) {
        var fixture = new ProblemFixture()
                .postAllOf("p0", "k0")
                .postAllOf("p2", "k2")
                .dutyRules("office", 30)
                .weight(Rule.SAME_SITE, 0)
                .weight(Rule.LONG_DAY, 0);
        var minutes = new HashMap<String, Map<String, Integer>>();
        for (int copy = 0; copy < copies; copy++) {
            var at = "-" + copy;
            fixture.unit("small" + at, 1)
                    .unit("large" + at, 1)
                    .demand("s1%s MON 17-01 p2".formatted(at), 1, 1, 1, 1, 1, 1)
                    .demand("s2%s MON 08-16 p0".formatted(at), 1, 1, 1, 9, 1, 1)
                    .demand("s3%s MON 17-01 p0".formatted(at), 1, 1, 1, 9, 1, 1)
                    .cadre(
                            "yang%s small%s".formatted(at, at),
                            yang -> yang.skills(skills("k0")).dutyRules("office"))
                    .cadre(
                            "li%s large%s".formatted(at, at),
                            li -> li.skills(skills("k2")).dutyRules("office"))
                    .cadre(
                            "wang%s large%s".formatted(at, at),
                            wang -> wang.skills(skills("k0")).dutyRules("office"));
            minutes.put("yang" + at, Map.of("s1" + at, 60, "s2" + at, 0, "s3" + at, 60));
            minutes.put("li" + at, Map.of("s1" + at, 60, "s2" + at, 600, "s3" + at, 600));
            minutes.put("wang" + at, Map.of("s1" + at, 0, "s2" + at, 1, "s3" + at, 0));
        }
        return fixture.travel(new Travel.Table(minutes)).problem();
    }

    private static List<HeldSkill> skills(String skill) {
        return List.of(new HeldSkill(skill, null, null));
    }
}
