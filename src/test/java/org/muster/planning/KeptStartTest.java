package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.Merit;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.ShiftRosters.ShiftRoster;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** A schedule that keeps its rules and is given is where the search starts, on whichever way it is given. */
class KeptStartTest {
    private static final int STEPS = 4_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    private static ShiftRoster roster(long seed) {
        var random = new SplittableRandom(seed);
        return ShiftRosters.of(seed, random.nextInt(4, 9), random.nextInt(2, 4), random.nextInt(-1, 2));
    }

    /** What a solve has shown, and come to. */
    private record Solved(List<Merit> shown, Schedule first, Schedule last) {

        Merit merit(Problem problem) {
            return Merit.of(Referee.evaluate(problem, last));
        }
    }

    private static Solved solve(Problem problem, Schedule start) {
        var shown = new ArrayList<Merit>();
        var schedules = new ArrayList<Schedule>();
        var options = new SolveOptions(Duration.ofMinutes(1), 0, 1, (long) STEPS, SolveOptions.Profile.QUICK);
        var last = new RosterSolver(problem, options, (_, best) -> {
                    schedules.add(best.get());
                    shown.add(Merit.of(Referee.evaluate(problem, best.get())));
                })
                .solve(start);
        return new Solved(shown, schedules.getFirst(), last);
    }

    private static Merit merit(ShiftRoster roster) {
        return Merit.of(Referee.evaluate(roster.problem(), roster.schedule()));
    }

    private static Set<Assignment> duties(Schedule schedule) {
        return new HashSet<>(schedule.assignments());
    }

    private static Problem withStanding(ShiftRoster roster, boolean pinned, boolean published, int oneIn) {
        var random = new SplittableRandom(7);
        return roster.problem().toBuilder()
                .assignments(roster.schedule().assignments().stream()
                        .filter(_ -> random.nextInt(oneIn) == 0)
                        .map(duty -> new StandingAssignment(duty.demand(), duty.cadre(), pinned, published))
                        .toList())
                .build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theScheduleOfARosterKeepsItsRules(long seed) {
        assertThat(Referee.evaluate(roster(seed).problem(), roster(seed).schedule())
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aResumedScheduleStaysAndIsOnlyImproved(long seed) {
        var roster = roster(seed);
        var solved = solve(roster.problem(), roster.schedule());
        assertThat(solved.shown().getFirst()).isGreaterThanOrEqualTo(merit(roster));
        assertThat(solved.shown()).isSorted();
        assertThat(solved.merit(roster.problem())).isGreaterThanOrEqualTo(merit(roster));
        assertThat(solved.merit(roster.problem()).score().hard()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSearchStartsFromExactlyWhatIsGiven(long seed) {
        var roster = roster(seed);
        var first = FirstSchedule.of(ProblemIndex.of(roster.problem()), roster.schedule(), () -> true);
        assertThat(duties(first.schedule())).isEqualTo(duties(roster.schedule()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void publishedDutiesStay(long seed) {
        var roster = roster(seed);
        var problem = withStanding(roster, false, true, 1);
        var solved = solve(problem, Schedule.EMPTY);
        var published = Merit.of(Referee.evaluate(problem, roster.schedule()));
        assertThat(solved.shown().getFirst()).isGreaterThanOrEqualTo(published);
        assertThat(solved.merit(problem)).isGreaterThanOrEqualTo(published);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aScheduleThatIsPinnedAltogetherStands(long seed) {
        var roster = roster(seed);
        var problem = withStanding(roster, true, false, 1);
        var solved = solve(problem, Schedule.EMPTY);
        assertThat(solved.merit(problem)).isGreaterThanOrEqualTo(merit(roster));
        assertThat(solved.last().assignments().stream().filter(Assignment::pinned))
                .hasSize(roster.schedule().assignments().size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aContinuationAroundPinsIsNoWorse(long seed) {
        var roster = roster(seed);
        var problem = withStanding(roster, true, false, 3);
        var solved = solve(problem, roster.schedule());
        assertThat(solved.shown().getFirst()).isGreaterThanOrEqualTo(merit(roster));
        assertThat(solved.merit(problem)).isGreaterThanOrEqualTo(merit(roster));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restartsNeverMakeItWorse(long seed) {
        var problem = roster(seed).problem();
        var best = solve(problem, Schedule.EMPTY);
        for (int restart = 0; restart < 3; restart++) {
            var next = solve(problem, best.last());
            assertThat(next.shown().getFirst()).isGreaterThanOrEqualTo(best.merit(problem));
            assertThat(next.merit(problem)).isGreaterThanOrEqualTo(best.merit(problem));
            best = next;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsDeliveredBreaksNoRuleThatEmptySeatsKeep(long seed) {
        var roster = roster(seed);
        assertThat(solve(roster.problem(), Schedule.EMPTY).shown()).allMatch(Merit::isDeliverable);
        assertThat(solve(roster.problem(), scrambled(roster, seed)).shown()).allMatch(Merit::isDeliverable);
    }

    /** A third of the duties goes to somebody else. */
    private static Schedule scrambled(ShiftRoster roster, long seed) {
        var random = new SplittableRandom(seed);
        int cadres = roster.problem().cadres().size();
        return new Schedule(roster.schedule().assignments().stream()
                .map(duty -> random.nextInt(3) > 0
                        ? duty
                        : new Assignment(duty.demand(), "cadre" + random.nextInt(cadres), false))
                .toList());
    }

    @Test
    void aScheduleThatIsStoppedAtOnceStaysAsItWas() {
        var roster = roster(3);
        var solver = new RosterSolver(roster.problem(), SolveOptions.DEFAULT, (_, _) -> {});
        solver.stop();
        var kept = duties(solver.solve(roster.schedule()));
        assertThat(kept).containsAll(roster.schedule().assignments());
    }
}
