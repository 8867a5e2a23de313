package org.muster.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.bounds.Bound;
import org.muster.bounds.BoundCalculator;
import org.muster.bounds.EverySchedule;
import org.muster.flow.FlowPlanner;
import org.muster.flow.TimeValues;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.StandingAssignment;
import org.muster.problem.faults.Limits;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Assignment;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

/**
 * Holds every bound against the best schedule of all, whatever its calculation began with: pins and publications, saved
 * schedules, other weights, as many steps as the service takes.
 *
 * <p>{@code -Dmuster.truth.problems=2000} looks at as many problems; {@code -Dmuster.truth.seed=70000} at others.
 */
class BoundTruthTest {
    private static final int PROBLEMS = Integer.getInteger("muster.truth.problems", 120);
    private static final long FIRST_SEED = Long.getLong("muster.truth.seed", 0);
    private static final int STEPS = 400;
    private static final long MOST_SCHEDULES = 300_000;
    private static final List<Size> SIZES = List.of(Size.LEAST, Size.FEW, Size.TINY, Size.HALF_DOZEN);

    @Test
    void noScheduleBeatsABound() {
        int bounds = 0;
        int reached = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROBLEMS; seed++) {
            var problem = problem(seed);
            if (EverySchedule.count(problem, MOST_SCHEDULES).isEmpty()) {
                continue;
            }
            var best = EverySchedule.best(problem);
            if (best.isEmpty()) {
                continue;
            }
            for (var begin : beginnings(problem, seed).entrySet()) {
                for (var bound : boundsOf(ProblemIndex.of(problem), begin.getValue())) {
                    assertThat(bound.isBeatenBy(best.get()))
                            .as("seed %d, %s: %s, best %s", seed, begin.getKey(), bound, best.get())
                            .isFalse();
                    bounds++;
                    reached += bound.isReachedBy(best.get()) ? 1 : 0;
                }
            }
        }
        System.out.printf("%d problems: %d bounds, none beaten, %d reached%n", PROBLEMS, bounds, reached);
        assertThat(bounds).isGreaterThan(PROBLEMS);
    }

    /** Both cadres are on their two demands at any price: nothing is left to be balanced, and the directions fade. */
    @Test
    void pricesStayFiniteWhereEverythingIsInBalance() throws IOException {
        var problem = inBalance();
        var index = ProblemIndex.of(problem);
        var best = EverySchedule.best(problem).orElseThrow();
        var published = new Schedule(problem.assignments().stream()
                .map(duty -> new Assignment(duty.demand(), duty.cadre(), false))
                .toList());
        var values =
                FlowPlanner.complete(index, published, () -> false).values().orElseThrow();
        assertThat(boundsOf(index, values)).isNotEmpty().noneMatch(bound -> bound.isBeatenBy(best));
    }

    /** A cadre who may have one duty only, on either of two days, of which the unit has no room on the first. */
    @Test
    void aSingleDutyMayBeOnAnyDay() throws IOException {
        var problem = problem("single-duty.json");
        var best = EverySchedule.best(problem).orElseThrow();
        for (var begin : beginnings(problem, 990).entrySet()) {
            assertThat(boundsOf(ProblemIndex.of(problem), begin.getValue()))
                    .as(begin.getKey())
                    .isNotEmpty()
                    .noneMatch(bound -> bound.isBeatenBy(best));
        }
    }

    private static Problem inBalance() throws IOException {
        return problem("in-balance.json");
    }

    private static Problem problem(String resource) throws IOException {
        try (var json = BoundTruthTest.class.getResourceAsStream(resource)) {
            return new ProblemReader(Limits.DEFAULT).read(Objects.requireNonNull(json));
        }
    }

    private static Problem problem(long seed) {
        var random = new SplittableRandom(seed);
        var problem = RandomProblems.of(seed, SIZES.get((int) (seed % SIZES.size())));
        if (random.nextInt(3) == 0) {
            var published = new ArrayList<StandingAssignment>(problem.assignments());
            for (var demand : problem.demands()) {
                for (var cadre : problem.cadres()) {
                    if (random.nextInt(4) == 0) {
                        published.add(new StandingAssignment(demand.id(), cadre.id(), false, true));
                    }
                }
            }
            problem = problem.toBuilder().assignments(published).build();
        }
        if (random.nextInt(4) == 0) {
            int most = random.nextBoolean() ? 300 : 50_000;
            var weights = new EnumMap<Rule, Integer>(Rule.class);
            Rule.goals().forEach(goal -> weights.put(goal, random.nextInt(3) * random.nextInt(most)));
            problem = problem.toBuilder().weights(new Weights(weights)).build();
        }
        return problem;
    }

    /** The values of time with which a calculation may begin: of a fresh plan, a resumed one, a large one by days. */
    private static Map<String, TimeValues> beginnings(Problem problem, long seed) {
        var index = ProblemIndex.of(problem);
        var saved = RandomSchedules.orderly(problem, seed + 1);
        var published = new Schedule(RandomSchedules.orderly(problem, seed).assignments().stream()
                .limit(1)
                .toList());
        var found = new LinkedHashMap<String, TimeValues>();
        FlowPlanner.complete(index, published, () -> false).values().ifPresent(values -> found.put("one kept", values));
        FlowPlanner.complete(index, saved, () -> false).values().ifPresent(values -> found.put("resumed", values));
        FlowPlanner.plan(index, () -> false).values().ifPresent(values -> found.put("planned", values));
        TimeValues.of(index, () -> saved, () -> false).ifPresent(values -> found.put("fresh", values));
        TimeValues.ofDays(index, saved, () -> false).ifPresent(values -> found.put("by days", values));
        return found;
    }

    private static List<Bound> boundsOf(ProblemIndex index, TimeValues values) {
        var bounds = new ArrayList<Bound>();
        BoundCalculator.calculate(index, values, STEPS, bounds::add, () -> false);
        return bounds;
    }
}
