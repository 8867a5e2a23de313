package org.muster.problem.index;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Cadre;
import org.muster.problem.RandomProblems;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

class ProblemIndexTest {
    /** Rules that a duty can break by itself. */
    private static final Set<Rule> SOLITARY = Arrays.stream(Rule.values())
            .filter(rule -> !rule.isGoal())
            .filter(rule -> rule.scope() == Rule.Scope.DUTY || rule == Rule.DAY_LIMIT || rule == Rule.DUTY_RULES)
            .collect(toSet());
    /** Goals that a duty misses by itself. */
    private static final List<Rule> SOLITARY_GOALS =
            List.of(Rule.TRAVEL, Rule.HOME, Rule.UNIT_PAIRING, Rule.PREFERENCE, Rule.SCARCE_SKILL);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesTheFirstRuleThatADutyBreaksByItself(long seed) {
        forEachDuty(seed, (index, cadre, demand, evaluation) -> {
            var broken = evaluation.violations().stream()
                    .filter(violation -> isSolitary(violation, index.cadre(cadre)))
                    .map(Evaluation.Violation::rule)
                    .sorted()
                    .findFirst();
            assertThat(index.obstacle(cadre, demand)).isEqualTo(broken);
            assertThat(index.mayServe(cadre, demand)).isEqualTo(broken.isEmpty());
            assertThat(index.mayServe(cadre, demand)
                            || !index.pool(index.dutyKindOf(demand)).get(cadre)
                            || broken.orElseThrow() == Rule.CONFINEMENT
                            || broken.orElseThrow() == Rule.DUTY_RULES)
                    .isTrue();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsWhatADutyCostsByItself(long seed) {
        forEachDuty(seed, (index, cadre, demand, evaluation) -> {
            long points = index.weight(Rule.PREFERRED_DUTY_RULES)
                    * index.quantityAlone(Rule.PREFERRED_DUTY_RULES, cadre, demand);
            for (var goal : SOLITARY_GOALS) {
                assertThat(index.quantityAlone(goal, cadre, demand))
                        .as("%s", goal)
                        .isEqualTo(evaluation.tally(goal).quantity());
                points -= evaluation.tally(goal).points();
            }
            assertThat(index.dutyCost(cadre, demand)).isEqualTo(points);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsThePointsOfAPreferredTravelLimit(long seed) {
        forEachDuty(seed, (index, cadre, demand, _) -> {
            var limit = index.rulesOf(cadre).limits().get(DutyRule.MAX_TRAVEL);
            long points = 0;
            if (limit != null && limit.weight() != null && index.travel(cadre, index.siteOf(demand)) > limit.count()) {
                points = limit.weight();
            }
            assertThat(index.quantityAlone(Rule.PREFERRED_DUTY_RULES, cadre, demand))
                    .isEqualTo(points);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsTheLoadOfASingleDuty(long seed) {
        forEachDuty(seed, (index, cadre, demand, evaluation) -> {
            int hours = index.hoursOf(index.windowOf(demand));
            assertThat(index.fairnessCost(index.baseHours(cadre), hours))
                    .isEqualTo(-evaluation.tally(Rule.FAIRNESS).points());
        });
    }

    @Test
    void findsNobodyWhoIsNotThere() {
        var index = ProblemIndex.of(RandomProblems.of(1, RandomProblems.Size.TINY));
        assertThat(index.findCadre("nobody")).isEmpty();
        assertThat(index.findDemand("nowhere")).isEmpty();
    }

    @Test
    void findsEverybodyByIdentifier() {
        var index = ProblemIndex.of(RandomProblems.of(1, RandomProblems.Size.SMALL));
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            assertThat(index.findCadre(index.cadre(cadre).id())).hasValue(cadre);
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            assertThat(index.findDemand(index.demand(demand).id())).hasValue(demand);
        }
    }

    @Test
    void refusesAReferenceToNothing() {
        var problem = RandomProblems.of(1, RandomProblems.Size.SMALL);
        var withoutSites = problem.toBuilder().sites(List.of()).build();
        assertThatThrownBy(() -> ProblemIndex.of(withoutSites))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not validated");
    }

    private interface DutyCheck {
        void accept(ProblemIndex index, int cadre, int demand, Evaluation evaluation);
    }

    /** Gives every cadre every demand, each in a schedule of its own, without anything that stands already. */
    private static void forEachDuty(long seed, DutyCheck check) {
        var problem = RandomProblems.of(seed, RandomProblems.Size.SMALL).toBuilder()
                .assignments(List.of())
                .build();
        var index = ProblemIndex.of(problem);
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int demand = 0; demand < index.demands(); demand++) {
                var duty = new Assignment(
                        index.demand(demand).id(), index.cadre(cadre).id(), false);
                check.accept(index, cadre, demand, Referee.evaluate(problem, new Schedule(List.of(duty))));
            }
        }
    }

    /** Whether the cadre breaks the rule by this very duty; too few duties are not its fault. */
    private static boolean isSolitary(Evaluation.Violation violation, Cadre cadre) {
        var dutyRule = violation.dutyRule();
        return SOLITARY.contains(violation.rule())
                && cadre.id().equals(violation.cadre())
                && (dutyRule == null || !dutyRule.canBeMendedByMoreDuties());
    }

    @Test
    void fillsTheSameCostsOfASiteAsItTellsOneByOne() {
        long barred = 1L << 40;
        for (long seed = 0; seed < 50; seed++) {
            var random = ProblemIndex.of(RandomProblems.of(seed, RandomProblems.Size.SMALL));
            for (int site = 0; site < random.sites(); site++) {
                var row = new long[random.cadres()];
                random.fillSiteCosts(site, 0, row.length, barred, row);
                for (int cadre = 0; cadre < row.length; cadre++) {
                    assertThat(row[cadre])
                            .as("seed %d, cadre %d, site %d", seed, cadre, site)
                            .isEqualTo(random.mayGoTo(cadre, site) ? random.siteCost(cadre, site) : barred);
                }
            }
        }
    }
}
