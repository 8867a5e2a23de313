package org.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.PinnedAssignments;
import org.muster.evaluation.Referee;
import org.muster.problem.RandomProblems.Size;
import org.muster.schedule.RandomSchedules;

/** Random tests are worth what their problems are worth: here they show that they look everywhere. */
class RandomProblemsTest {
    private static final int SEEDS = 300;

    @Test
    void sameSeedGivesTheSameProblemAndSchedule() {
        for (long seed = 0; seed < 20; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            assertThat(RandomProblems.of(seed, Size.SMALL)).as("seed %d", seed).isEqualTo(problem);
            assertThat(RandomSchedules.of(problem, seed))
                    .as("seed %d", seed)
                    .isEqualTo(RandomSchedules.of(problem, seed));
        }
    }

    @Test
    void everyRuleAndGoalCountsSometimes() {
        var untouched = EnumSet.allOf(Rule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            Referee.evaluate(problem, RandomSchedules.of(problem, seed)).tallies().stream()
                    .filter(tally -> tally.quantity() != 0)
                    .forEach(tally -> untouched.remove(tally.rule()));
        }
        assertThat(untouched).isEmpty();
    }

    @Test
    void everyDutyRuleIsBrokenSometimesAsARule() {
        var broken = new EnumMap<DutyRule, Integer>(DutyRule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            Referee.evaluate(problem, RandomSchedules.of(problem, seed)).violations().stream()
                    .map(Evaluation.Violation::dutyRule)
                    .filter(Objects::nonNull)
                    .forEach(dutyRule -> broken.merge(dutyRule, 1, Integer::sum));
        }
        assertThat(broken).containsOnlyKeys(DutyRule.values());
    }

    @Test
    void everyDutyRuleIsPreferredSometimes() {
        var preferred = EnumSet.noneOf(DutyRule.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            for (var rules : RandomProblems.of(seed, Size.SMALL).dutyRules()) {
                rules.limits().forEach((rule, limit) -> {
                    if (!limit.isRequired()) {
                        preferred.add(rule);
                    }
                });
            }
        }
        assertThat(preferred).containsExactlyInAnyOrder(DutyRule.values());
    }

    @Test
    void pinnedAssignmentsAreThereAndKeepTheRulesAmongThemselves() {
        int pinned = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            assertThat(PinnedAssignments.faultsOf(problem)).as("seed %d", seed).isEmpty();
            pinned += (int) problem.assignments().stream()
                    .filter(StandingAssignment::pinned)
                    .count();
        }
        assertThat(pinned).isGreaterThan(SEEDS / 10);
    }

    @Test
    void someSchedulesAreFeasibleAndSomeAreNot() {
        var feasible = new ArrayList<Long>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            var schedule = RandomSchedules.orderly(problem, seed);
            if (!schedule.assignments().isEmpty()
                    && Referee.evaluate(problem, schedule).score().isFeasible()) {
                feasible.add(seed);
            }
        }
        assertThat(feasible).hasSizeBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void referencesPointToSomething(Size size) {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, size);
            assertThat(danglingReferences(problem)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void tinyProblemsHaveFewSchedules() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.TINY);
            assertThat(problem.cadres()).as("seed %d", seed).hasSizeBetween(1, 5);
            assertThat(problem.demands().stream().mapToInt(Demand::max).sum())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(4);
        }
    }

    private static List<String> danglingReferences(Problem problem) {
        var dangling = new ArrayList<String>();
        var communities = ids(problem.communities(), Community::id, dangling);
        var units = ids(problem.units(), WorkUnit::id, dangling);
        var skills = ids(problem.skills(), Skill::id, dangling);
        var posts = ids(problem.posts(), Post::id, dangling);
        var sites = ids(problem.sites(), Site::id, dangling);
        var rounds = ids(problem.rounds(), Round::id, dangling);
        var windows = ids(problem.windows(), Window::id, dangling);
        var demands = ids(problem.demands(), Demand::id, dangling);
        var cadres = ids(problem.cadres(), Cadre::id, dangling);
        var dutyRules = ids(problem.dutyRules(), DutyRules::id, dangling);
        for (var post : problem.posts()) {
            missing(skills, post.skillsAnyOf(), dangling);
            missing(skills, post.skillsAllOf(), dangling);
        }
        for (var site : problem.sites()) {
            missing(communities, Set.of(site.community()), dangling);
        }
        for (var window : problem.windows()) {
            missing(rounds, Set.of(window.round()), dangling);
            if (!problem.horizon().contains(window.date())) {
                dangling.add(window.id() + " is outside the horizon");
            }
        }
        for (var demand : problem.demands()) {
            missing(sites, Set.of(demand.site()), dangling);
            missing(windows, Set.of(demand.window()), dangling);
            missing(posts, Set.of(demand.post()), dangling);
        }
        for (var cadre : problem.cadres()) {
            missing(units, Set.of(cadre.unit()), dangling);
            missing(communities, Set.of(cadre.homeCommunity()), dangling);
            missing(skills, cadre.skills().stream().map(HeldSkill::skill).toList(), dangling);
            missing(sites, presentIn(cadre.confinedTo(), cadre.lastSite()), dangling);
            missing(dutyRules, presentIn(cadre.dutyRules()), dangling);
        }
        for (var assignment : problem.assignments()) {
            missing(demands, Set.of(assignment.demand()), dangling);
            missing(cadres, Set.of(assignment.cadre()), dangling);
        }
        return dangling;
    }

    private static <T> Set<String> ids(List<T> items, Function<T, String> id, List<String> faults) {
        var ids = new HashSet<String>();
        items.stream().map(id).filter(each -> !ids.add(each)).forEach(twice -> faults.add(twice + " stands twice"));
        return ids;
    }

    private static void missing(Set<String> ids, Collection<String> references, List<String> faults) {
        references.stream().filter(reference -> !ids.contains(reference)).forEach(faults::add);
    }

    private static List<String> presentIn(@Nullable String... references) {
        return Arrays.stream(references).filter(Objects::nonNull).toList();
    }
}
