package org.muster.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.bounds.EverySchedule;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.ProblemValidator;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.StandingAssignment;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

class SplitterTest {

    @Test
    void partsAreValidByThemselves() {
        for (long seed = 0; seed < 400; seed++) {
            for (var part :
                    split(RandomParts.merged(RandomParts.of(seed, Size.SMALL))).parts()) {
                for (var problem : List.of(part.problem(), part.forBound())) {
                    assertThat(ProblemValidator.faultsOf(problem, Limits.DEFAULT))
                            .as("seed %d", seed)
                            .isEmpty();
                    assertThat(PinnedAssignments.faultsOf(problem))
                            .as("pins, seed %d", seed)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void everyDemandAndCadreIsInOnePart() {
        for (long seed = 0; seed < 200; seed++) {
            var whole = RandomParts.merged(RandomParts.of(seed, Size.SMALL));
            var demands = new ArrayList<String>();
            var cadres = new ArrayList<String>();
            for (var part : split(whole).parts()) {
                part.problem().demands().forEach(demand -> demands.add(demand.id()));
                part.problem().cadres().stream()
                        .filter(cadre -> !cadre.id().startsWith("bystander"))
                        .forEach(cadre -> cadres.add(cadre.id()));
            }
            assertThat(demands)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(whole.problem().demands().stream()
                            .map(demand -> demand.id())
                            .toList());
            assertThat(cadres)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(whole.problem().cadres().stream()
                            .map(cadre -> cadre.id())
                            .toList());
        }
    }

    @Test
    void schedulesOfPartsKeepTheRulesOfTheWholeTogether() {
        int shared = 0;
        int divided = 0;
        for (long seed = 0; seed < 400; seed++) {
            var whole = RandomParts.merged(RandomParts.of(seed, Size.SMALL));
            var split = split(whole);
            shared += split.lent().isEmpty() ? 0 : 1;
            divided += split.divided().isEmpty() ? 0 : 1;
            expectSums(
                    seed,
                    whole.problem(),
                    split,
                    split.parts().stream()
                            .map(each -> orderly(each.problem(), each.name().hashCode()))
                            .toList());
        }
        assertThat(shared).isGreaterThan(50);
        assertThat(divided).isGreaterThan(20);
    }

    @Test
    void scoresAddUpWhereNothingIsShared() {
        int several = 0;
        for (long seed = 0; seed < 400; seed++) {
            var whole = RandomParts.merged(RandomParts.sharingNothing(seed, Size.SMALL));
            var split = split(whole);
            assertThat(split.sharesNothing()).as("seed %d", seed).isTrue();
            several += split.parts().size() > 1 ? 1 : 0;
            long dice = seed;
            expectSums(
                    seed,
                    whole.problem(),
                    split,
                    split.parts().stream()
                            .map(part -> part.problem().cadres().isEmpty()
                                    ? Schedule.EMPTY
                                    : RandomSchedules.partial(part.problem(), dice))
                            .toList());
        }
        assertThat(several).isGreaterThan(100);
    }

    private static Schedule orderly(Problem problem, long seed) {
        return problem.cadres().isEmpty() ? Schedule.EMPTY : RandomSchedules.orderly(problem, seed);
    }

    /** What a lent cadre was told in another part falls whatever the parts do. */
    private static void expectSums(long seed, Problem whole, Split split, List<Schedule> schedules) {
        var sum = new Score(0, 0, 0);
        long told = disruptionOfAll(whole);
        for (int part = 0; part < schedules.size(); part++) {
            var problem = split.parts().get(part).problem();
            sum = sum.plus(Referee.evaluate(problem, schedules.get(part)).score());
            told -= disruptionOfAll(problem);
        }
        var untold = new Score(0, 0, -told * whole.weights().of(Rule.DISRUPTION));
        assertThat(Referee.evaluate(whole, Split.merge(schedules)).score())
                .as("seed %d", seed)
                .isEqualTo(sum.plus(untold));
        if (split.sharesNothing()) {
            assertThat(told).isZero();
        }
    }

    private static long disruptionOfAll(Problem problem) {
        return problem.assignments().stream()
                .mapToLong(StandingAssignment::disruption)
                .sum();
    }

    @Test
    void noScheduleBeatsTheSumOfTheRelaxedParts() {
        int several = 0;
        for (long seed = 0; seed < 800; seed++) {
            var whole = RandomParts.merged(RandomParts.of(seed, Size.TINY));
            var split = split(whole);
            if (split.parts().size() > 1 && !split.sharesNothing()) {
                several++;
                var best = EverySchedule.best(whole.problem());
                var limit = sumOfBests(split, Part::forBound);
                if (best.isPresent()) {
                    assertThat(limit).as("seed %d", seed).isPresent();
                    assertThat(best.orElseThrow()).as("seed %d", seed).isLessThanOrEqualTo(limit.orElseThrow());
                }
            }
        }
        assertThat(several).isGreaterThan(50);
    }

    @Test
    void relaxedPartsAllowWhatOnlyADutyOfAnotherPartMakesOneService() {
        var outer = shared("ka", "a1", "a2")
                .demand("gate MON 06-10 sampler")
                .demand("gate MON 14-18 sampler")
                .demand("yard MON 06-10 ka");
        var inner = shared("kb", "b1", "b2").demand("gate MON 10-14 sampler").demand("mill MON 06-10 kb");
        var whole = RandomParts.merged(List.of(
                new PartRequest("outer", "/parts/0/problem", outer.problem()),
                new PartRequest("inner", "/parts/1/problem", inner.problem())));
        var split = split(whole);
        assertThat(split.lent()).hasSize(1);
        assertThat(EverySchedule.best(whole.problem()).orElseThrow().medium()).isZero();
        assertThat(sumOfBests(split, Part::forBound).orElseThrow().medium()).isZero();
    }

    /** Yang alone samples, and is in both parts; the others have a post of their own. */
    private static ProblemFixture shared(String skill, String... others) {
        var part = new ProblemFixture()
                .dutyRules("office", 11 * 60)
                .postAnyOf("sampler", "nurse")
                .postAnyOf(skill, skill)
                .cadre("yang", yang -> yang.dutyRules("office").skills(List.of(new HeldSkill("nurse", null, null))));
        for (var other : others) {
            part.cadre(other, each -> each.skills(List.of(new HeldSkill(skill, null, null))));
        }
        return part;
    }

    @Test
    void bestSchedulesOfPartsAreTheBestOfTheWholeWhereNothingIsShared() {
        int several = 0;
        for (long seed = 0; seed < 300; seed++) {
            var whole = RandomParts.merged(RandomParts.sharingNothing(seed, Size.TINY));
            var split = split(whole);
            several += split.parts().size() > 1 ? 1 : 0;
            assertThat(sumOfBests(split, Part::problem))
                    .as("seed %d", seed)
                    .isEqualTo(EverySchedule.best(whole.problem()));
        }
        assertThat(several).isGreaterThan(100);
    }

    private interface Chosen {
        Problem of(Part part);
    }

    private static Optional<Score> sumOfBests(Split split, Chosen chosen) {
        var sum = Optional.of(new Score(0, 0, 0));
        for (var part : split.parts()) {
            var best = EverySchedule.best(chosen.of(part));
            sum = sum.flatMap(one -> best.map(one::plus));
        }
        return sum;
    }

    private static Split split(MergedProblem whole) {
        return Splitter.split(whole, () -> false);
    }
}
