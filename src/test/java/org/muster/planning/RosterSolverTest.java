package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

class RosterSolverTest {
    private static final SolveListener NOBODY = (_, _) -> {};

    private static SolveOptions steps(long steps, long seed) {
        return new SolveOptions(Duration.ofMinutes(1), 0, seed, steps, Profile.QUICK);
    }

    private static Schedule solve(Problem problem, Schedule start, long steps) {
        return new RosterSolver(problem, steps(steps, 1), NOBODY).solve(start);
    }

    /** Rules that are broken although taking a duty away, or not giving it, would mend them. */
    private static List<Violation> avoidableViolations(Problem problem, Schedule schedule) {
        return Referee.evaluate(problem, schedule).violations().stream()
                .filter(violation -> violation.rule().level() == Rule.Level.HARD)
                .filter(violation ->
                        violation.dutyRule() == null || !violation.dutyRule().canBeMendedByMoreDuties())
                .toList();
    }

    @Nested
    class StoppedBeforeItBegins {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
        void stillFillsRequiredHeadsAndBreaksNothing(long seed) {
            var problem = RandomProblems.of(seed, Size.MEDIUM);
            var solver = new RosterSolver(problem, steps(1_000_000, seed), NOBODY);
            solver.stop();
            var schedule = solver.solve(Schedule.EMPTY);
            assertThat(avoidableViolations(problem, schedule))
                    .as("seed %d", seed)
                    .isEmpty();
            if (problem.assignments().isEmpty()) {
                assertThat(schedule.assignments()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    @Nested
    class EveryMove {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6})
        void leavesScoreAndRosterConsistent(long seed) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            var solver =
                    new RosterSolver(ProblemIndex.of(problem), steps(300, seed), NOBODY, EnvironmentMode.FULL_ASSERT);
            assertThat(avoidableViolations(problem, solver.solve(Schedule.EMPTY)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Nested
    class Delivery {
        @Test
        void keepsEveryRuleThatFewerDutiesCanKeep() {
            for (long seed = 100; seed < 140; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                assertThat(avoidableViolations(problem, solve(problem, Schedule.EMPTY, 200)))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }

        @Test
        void keepsTheRulesAlsoWhenItStartsFromABrokenSchedule() {
            for (long seed = 200; seed < 220; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var broken = RandomSchedules.anything(problem, seed);
                assertThat(avoidableViolations(problem, solve(problem, broken, 200)))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }

        @Test
        void isNoWorseThanAnOrderlyStart() {
            for (long seed = 300; seed < 320; seed++) {
                var problem = RandomProblems.of(seed, Size.SMALL);
                var start = RandomSchedules.orderly(problem, seed);
                var before = Referee.evaluate(problem, start).score();
                if (before.hard() == 0) {
                    var after = Referee.evaluate(problem, solve(problem, start, 500))
                            .score();
                    assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before);
                }
            }
        }

        @Test
        void marksPinnedAssignments() {
            var district = new ProblemFixture()
                    .demand("gate MON 07-15", 2, 2, 2)
                    .cadre("yang")
                    .cadre("li")
                    .pinned("yang", "gate MON 07-15");
            assertThat(solve(district.problem(), Schedule.EMPTY, 10).assignments())
                    .containsExactlyInAnyOrder(
                            new Assignment("gate-MON-07-15", "yang", true),
                            new Assignment("gate-MON-07-15", "li", false));
        }
    }

    @Nested
    class Cover {
        @Test
        void leavesLessUrgentHeadsEmptyForMoreUrgentOnes() {
            var district = new ProblemFixture()
                    .demand("gate MON 07-15", 1, 1, 1, 1, 1, 1)
                    .demand("tower MON 07-15", 1, 1, 1, 9, 1, 1)
                    .cadre("yang")
                    .published("yang", "gate MON 07-15");
            var start = new Schedule(List.of(new Assignment("gate-MON-07-15", "yang", false)));
            assertThat(solve(district.problem(), start, 1).assignments())
                    .containsExactly(new Assignment("tower-MON-07-15", "yang", false));
        }
    }

    @Nested
    class Start {
        private final ProblemFixture twoGates = new ProblemFixture()
                .demand("gate MON 07-15")
                .demand("tower MON 07-15")
                .cadre("yang")
                .cadre("li");

        @Test
        void keepsWhatStandsWhereNoScheduleIsGiven() {
            assertThat(solve(yangWasPublishedAtTheTower(), Schedule.EMPTY, 20).assignments())
                    .contains(new Assignment("tower-MON-07-15", "yang", false));
        }

        private Problem yangWasPublishedAtTheTower() {
            return twoGates.problem().toBuilder()
                    .assignments(List.of(new StandingAssignment("tower-MON-07-15", "yang", false, true)))
                    .build();
        }

        @Test
        void keepsWhatItStartedFromWhenStoppedBefore() {
            var start = new Schedule(List.of(new Assignment("tower-MON-07-15", "yang", false)));
            var solver = new RosterSolver(twoGates.problem(), steps(1_000_000, 1), NOBODY);
            solver.stop();
            assertThat(solver.solve(start).assignments())
                    .containsExactlyInAnyOrder(
                            new Assignment("tower-MON-07-15", "yang", false),
                            new Assignment("gate-MON-07-15", "li", false));
        }

        @Test
        void keepsWhatWasPublishedWhenStoppedBefore() {
            var solver = new RosterSolver(yangWasPublishedAtTheTower(), steps(1_000_000, 1), NOBODY);
            solver.stop();
            assertThat(solver.solve(Schedule.EMPTY).assignments())
                    .contains(new Assignment("tower-MON-07-15", "yang", false));
        }

        @Test
        void solvesWhereThereIsNothingToFill() {
            assertThat(solve(new ProblemFixture().cadre("yang").problem(), Schedule.EMPTY, 10))
                    .isEqualTo(Schedule.EMPTY);
        }

        @Test
        void solvesWhereNobodyMayServe() {
            assertThat(solve(new ProblemFixture().demand("gate MON 07-15").problem(), Schedule.EMPTY, 10))
                    .isEqualTo(Schedule.EMPTY);
        }
    }

    @Nested
    class Search {
        @Test
        void repeatsItselfWithTheSameSeedAndStepLimit() {
            var problem = RandomProblems.of(11, Size.SMALL);
            var first = new RosterSolver(problem, steps(400, 7), NOBODY).solve(Schedule.EMPTY);
            var second = new RosterSolver(problem, steps(400, 7), NOBODY).solve(Schedule.EMPTY);
            assertThat(second).isEqualTo(first);
        }

        @Test
        void endsWhenStoppedByTheListener() {
            var problem = RandomProblems.of(12, Size.SMALL);
            var solvers = new ArrayList<RosterSolver>();
            var solver = new RosterSolver(
                    problem,
                    new SolveOptions(Duration.ofHours(1), 0, 1, null, Profile.QUICK),
                    (_, _) -> solvers.getFirst().stop());
            solvers.add(solver);
            assertThat(avoidableViolations(problem, solver.solve(Schedule.EMPTY)))
                    .isEmpty();
        }
    }

    @Nested
    class Reports {
        @Test
        void carryTheScoreOfTheScheduleThatTheyOffer() {
            var problem = RandomProblems.of(13, Size.SMALL);
            var reported = Collections.synchronizedList(new ArrayList<Score>());
            var counted = Collections.synchronizedList(new ArrayList<Score>());
            new RosterSolver(problem, steps(500, 1), (progress, best) -> {
                        reported.add(progress.score());
                        counted.add(Referee.evaluate(problem, best.get()).score());
                    })
                    .solve(Schedule.EMPTY);
            assertThat(reported).isNotEmpty().isEqualTo(counted);
        }
    }
}
