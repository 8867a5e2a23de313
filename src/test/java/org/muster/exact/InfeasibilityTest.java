package org.muster.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.bounds.EverySchedule;
import org.muster.exact.RequiredRules.Bond;
import org.muster.problem.Availability;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

class InfeasibilityTest {

    @Nested
    class Reasons {

        @Test
        void areAllWhoNeedMoreDutiesThanThereAre() {
            var problem = withRules(
                    new ProblemFixture()
                            .demand("gate MON 07-15")
                            .demand("gate TUE 07-15")
                            .demand("gate WED 07-15")
                            .cadre("yang", yang -> yang.dutyRules("two"))
                            .cadre("li", li -> li.dutyRules("two"))
                            .cadre("wu")
                            .problem(),
                    new DutyRules("two", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(2))));
            assertThat(reasons(problem))
                    .containsExactly(new Reason(List.of("yang", "li"), Set.of(DutyRule.MIN_DUTIES), 4, 3));
        }

        @Test
        void leaveOutThoseWhoCanBeServed() {
            var problem = withRules(
                    new ProblemFixture()
                            .demand("gate MON 07-15")
                            .demand("gate TUE 07-15")
                            .cadre("yang", yang -> yang.dutyRules("two"))
                            .cadre("li", li -> li.dutyRules("one"))
                            .cadre("wu", wu -> wu.dutyRules("none"))
                            .problem(),
                    new DutyRules("none", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(0))),
                    new DutyRules("one", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(1))),
                    new DutyRules("two", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(2))));
            assertThat(reasons(problem))
                    .containsExactly(new Reason(List.of("yang", "li"), Set.of(DutyRule.MIN_DUTIES), 3, 2));
        }

        @Test
        void areThePersonWhoseOwnRulesContradictEachOther() {
            var problem = withRules(
                    new ProblemFixture()
                            .demand("gate MON 07-15")
                            .demand("gate TUE 07-15")
                            .cadre("yang", yang -> yang.dutyRules("both"))
                            .cadre("li")
                            .problem(),
                    new DutyRules(
                            "both",
                            0,
                            null,
                            Map.of(
                                    DutyRule.MIN_DUTIES, DutyLimit.of(2),
                                    DutyRule.MAX_DUTIES, DutyLimit.of(1),
                                    DutyRule.MAX_WEEKENDS, DutyLimit.of(0))));
            assertThat(reasons(problem))
                    .containsExactly(Reason.of(List.of("yang"), Set.of(DutyRule.MIN_DUTIES, DutyRule.MAX_DUTIES)));
        }

        @Test
        void areThePersonWhoIsAway() {
            var away = new Availability(
                    LocalDateTime.of(2022, 5, 2, 0, 0),
                    LocalDateTime.of(2022, 5, 9, 0, 0),
                    Availability.Kind.UNAVAILABLE,
                    Set.of(),
                    1);
            var problem = withRules(
                    new ProblemFixture()
                            .demand("gate MON 07-15")
                            .cadre("yang", yang -> yang.dutyRules("one").availability(List.of(away)))
                            .problem(),
                    new DutyRules("one", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(1))));
            assertThat(reasons(problem)).containsExactly(Reason.of(List.of("yang"), Set.of(DutyRule.MIN_DUTIES)));
        }

        @Test
        void areNoneWhereAllRulesCanBeKept() {
            var problem = withRules(
                    new ProblemFixture()
                            .demand("gate MON 07-15")
                            .cadre("yang", yang -> yang.dutyRules("one"))
                            .problem(),
                    new DutyRules("one", 0, null, Map.of(DutyRule.MIN_DUTIES, DutyLimit.of(1))));
            assertThat(reasons(problem)).isEmpty();
        }
    }

    @Nested
    class OnRandomProblems {
        private static final long MOST_SCHEDULES = 20_000;

        @Test
        void areGivenExactlyWhereNoScheduleKeepsEveryRule() {
            int impossible = 0;
            for (var size : new Size[] {Size.LEAST, Size.FEW, Size.HALF_DOZEN}) {
                for (long seed = 0; seed < 120; seed++) {
                    var problem = RandomProblems.of(seed, size);
                    if (EverySchedule.count(problem, MOST_SCHEDULES).isPresent()) {
                        boolean isPossible = EverySchedule.best(problem).isPresent();
                        assertThat(reasons(problem).isEmpty())
                                .as("%s, seed %d", size, seed)
                                .isEqualTo(isPossible);
                        impossible += isPossible ? 0 : 1;
                    }
                }
            }
            assertThat(impossible).isGreaterThan(50);
        }

        @Test
        void sufficeByThemselves() {
            for (long seed = 0; seed < 200; seed++) {
                var problem = RandomProblems.of(seed, Size.HALF_DOZEN);
                for (var reason : reasons(problem)) {
                    var index = onlyWith(reason, ProblemIndex.of(problem));
                    assertThat(ExactSearch.solve(index, ExactSearch.STEPS, () -> false)
                                    .orElseThrow()
                                    .isFeasible())
                            .as("seed %d, %s", seed, reason)
                            .isFalse();
                }
            }
        }

        /** Without the minimums of other people, and without other duty rules of somebody who is named alone. */
        private ProblemIndex onlyWith(Reason reason, ProblemIndex index) {
            var rules = new RequiredRules(index);
            var dropped = new HashSet<Bond>();
            for (int cadre = 0; cadre < index.cadres(); cadre++) {
                boolean isNamed = reason.cadres().contains(index.cadre(cadre).id());
                boolean isAlone = isNamed && reason.cadres().size() == 1 && reason.needed() == null;
                for (var bond : isAlone ? rules.of(cadre) : rules.minimumsOf(cadre)) {
                    if (!isNamed || !reason.dutyRules().contains(bond.rule())) {
                        dropped.add(bond);
                    }
                }
            }
            return rules.without(dropped);
        }
    }

    private static Problem withRules(Problem problem, DutyRules... rules) {
        return problem.toBuilder().dutyRules(List.of(rules)).build();
    }

    private static List<Reason> reasons(Problem problem) {
        return Infeasibility.reasons(ProblemIndex.of(problem), () -> false);
    }
}
