package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.constraints.ConstraintCheck;
import org.muster.planning.constraints.RosterConstraints;
import org.muster.planning.model.Roster;
import org.muster.planning.model.Seat;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.RandomRows;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.RandomSchedules;
import org.muster.schedule.Schedule;

/** Constraint streams and referee are two statements of one model, written apart. Here they must say the same. */
class ScoreAgreementTest {
    private static final int SEEDS = 400;
    private static final int SEEDS_A_RULE = 80;

    /** As in production; {@code ConstraintVerifier} knows nothing of the weights of a problem. */
    private final SolutionManager<Roster, HardMediumSoftScore> counting =
            SolutionManager.create(SolverFactory.<Roster>create(new SolverConfig()
                    .withSolutionClass(Roster.class)
                    .withEntityClasses(Seat.class)
                    .withConstraintProviderClass(RosterConstraints.class)));

    @Test
    void constraintsScoreAnyScheduleAsTheRefereeDoes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomProblems.of(seed, Size.SMALL);
            expectAgreement(seed, problem, RandomSchedules.of(problem, seed));
        }
    }

    @Test
    void constraintsScoreRowsOfDutiesAsTheRefereeDoes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = RandomRows.of(seed);
            expectAgreement(seed, problem, RandomSchedules.anything(problem, seed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachConstraintCountsAsTheRefereeDoes(Rule rule) {
        var check = new ConstraintCheck(factory -> RosterConstraints.of(rule, factory));
        for (long seed = 0; seed < SEEDS_A_RULE; seed++) {
            var problem = problem(seed).toBuilder().weights(Weights.DEFAULT).build();
            var schedule = RandomSchedules.of(problem, seed);
            long quantity = Referee.evaluate(problem, schedule).tally(rule).quantity();
            var assertion = check.given(problem, schedule);
            if (quantity < 0) {
                assertion.rewardsWith("seed " + seed, -quantity);
            } else {
                assertion.penalizesBy("seed " + seed, quantity);
            }
        }
    }

    private void expectAgreement(long seed, Problem problem, Schedule schedule) {
        var expected = Referee.evaluate(problem, schedule).score();
        assertThat(counting.update(Roster.of(problem, schedule)))
                .as("seed %d", seed)
                .isEqualTo(HardMediumSoftScore.of(expected.hard(), expected.medium(), expected.soft()));
    }

    private static Problem problem(long seed) {
        return seed % 4 == 0 ? RandomRows.of(seed) : RandomProblems.of(seed, Size.SMALL);
    }
}
