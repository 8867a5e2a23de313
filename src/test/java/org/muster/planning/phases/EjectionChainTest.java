package org.muster.planning.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.HeldSkill;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.RandomSchedules;

class EjectionChainTest {
    private static final int CHAINS = 500;
    private static final double COLD = 1e-6;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static EjectionChain chains(ScoreKeeper keeper, Scope scope, double points) {
        var random = new SplittableRandom(7);
        var likely = LikelyCadres.of(keeper.index(), Optional.empty());
        var acceptance = new Acceptance(random);
        acceptance.coolTo(points);
        var draw = new Draw(keeper, likely, new Neighbourhood(keeper), random);
        var chain = new EjectionChain(keeper, draw, acceptance, random);
        chain.workOn(scope);
        return chain;
    }

    private static Scope everything(ProblemIndex index) {
        var scope = new Scope(new BitSet(), new BitSet());
        scope.demands().set(0, index.demands());
        scope.cadres().set(0, index.cadres());
        return scope;
    }

    private static void tryAnywhere(EjectionChain chain, ScoreKeeper keeper, SplittableRandom random) {
        int demand = random.nextInt(keeper.index().demands());
        if (keeper.heads(demand) > 0) {
            chain.tryFrom(demand, keeper.cadreAt(demand, random.nextInt(keeper.heads(demand))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void breaksNoRuleAndLeavesNobodyOut(long seed) {
        var problem = RandomProblems.of(seed, RandomProblems.Size.MEDIUM);
        var index = ProblemIndex.of(problem);
        var keeper = ScoreKeeper.of(index, RandomSchedules.orderly(problem, seed));
        var chain = chains(keeper, everything(index), 1_000);
        var random = new SplittableRandom(seed);
        for (int step = 0; step < CHAINS; step++) {
            long hard = keeper.hard();
            long medium = keeper.medium();
            tryAnywhere(chain, keeper, random);
            assertThat(keeper.hard()).isGreaterThanOrEqualTo(hard);
            assertThat(keeper.hard() > hard || keeper.medium() >= medium).isTrue();
        }
        assertThat(keeper.score())
                .isEqualTo(Referee.evaluate(problem, keeper.schedule()).score());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void costsNothingWhenItIsCold(long seed) {
        var problem = RandomProblems.of(seed, RandomProblems.Size.MEDIUM);
        var index = ProblemIndex.of(problem);
        var keeper = ScoreKeeper.of(index, RandomSchedules.orderly(problem, seed));
        var chain = chains(keeper, everything(index), COLD);
        var random = new SplittableRandom(seed);
        for (int step = 0; step < CHAINS; step++) {
            var before = keeper.score();
            tryAnywhere(chain, keeper, random);
            assertThat(keeper.score()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void relievesSomebodyWhoseStandInMayNotComeHimself() {
        var keeper = tiredSampler();
        var chain = chains(keeper, everything(keeper.index()), COLD);
        for (int attempt = 0; attempt < 100 && keeper.duties(cadre(keeper, "tired")) > 0; attempt++) {
            chain.tryFrom(demand(keeper, "gate-MON-07-15-sampler"), cadre(keeper, "tired"));
        }
        assertThat(keeper.serves(cadre(keeper, "yang"), demand(keeper, "gate-MON-07-15-sampler")))
                .isTrue();
        assertThat(keeper.serves(cadre(keeper, "fresh"), demand(keeper, "tower-MON-07-15")))
                .isTrue();
    }

    @Test
    void leavesAloneWhoBelongsToOthers() {
        var keeper = tiredSampler();
        var scope = everything(keeper.index());
        scope.cadres().clear(cadre(keeper, "fresh"));
        var before = keeper.schedule();
        var chain = chains(keeper, scope, COLD);
        for (int attempt = 0; attempt < 100; attempt++) {
            int gate = demand(keeper, "gate-MON-07-15-sampler");
            chain.tryFrom(gate, keeper.cadreAt(gate, 0));
        }
        assertThat(keeper.duties(cadre(keeper, "fresh"))).isZero();
        assertThat(keeper.schedule().assignments()).hasSameSizeAs(before.assignments());
    }

    /** Only samplers may stand at the gate; the one who is fresh is none, and the tired one stays nowhere else. */
    private static ScoreKeeper tiredSampler() {
        var district = new ProblemFixture()
                .postAnyOf("sampler", "swab")
                .demand("gate MON 07-15 sampler")
                .demand("tower MON 07-15")
                .cadre(
                        "tired",
                        tired -> tired.skills(List.of(new HeldSkill("swab", null, null)))
                                .confinedTo("gate")
                                .minutesServed(6_000))
                .cadre("yang", yang -> yang.skills(List.of(new HeldSkill("swab", null, null))))
                .cadre("fresh")
                .serves("tired", "gate MON 07-15 sampler")
                .serves("yang", "tower MON 07-15");
        return ScoreKeeper.of(ProblemIndex.of(district.problem()), district.schedule());
    }

    private static int cadre(ScoreKeeper keeper, String id) {
        return keeper.index().findCadre(id).orElseThrow();
    }

    private static int demand(ScoreKeeper keeper, String id) {
        return keeper.index().findDemand(id).orElseThrow();
    }
}
