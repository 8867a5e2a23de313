package org.muster.problem.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.RandomRows;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.schedule.RandomSchedules;

class ServiceWindowsTest {
    private static final int SEEDS = 300;

    private final ProblemFixture district = new ProblemFixture()
            .demand("gate MON 06-10")
            .demand("gate MON 11-15")
            .demand("gate MON 15:30-19")
            .demand("gate MON 20:01-23")
            .demand("tower MON 15-19")
            .demand("tower MON 06-10")
            .demand("gate MON 19-23")
            .demand("gate TUE 00-04");

    private boolean canServeBoth(@Nullable Integer mostMinutes, int minRest, String demand, String other) {
        var index = ProblemIndex.of(district.problem());
        var rules = new DutyRules("rules", minRest, mostMinutes, Map.of());
        int one = index.findDemand(ProblemFixture.id(demand)).orElseThrow();
        int two = index.findDemand(ProblemFixture.id(other)).orElseThrow();
        var windows = index.serviceWindows();
        boolean both = windows.canServeBoth(
                rules, index.windowOf(one), index.siteOf(one), index.windowOf(two), index.siteOf(two));
        assertThat(windows.canServeBoth(
                        rules, index.windowOf(two), index.siteOf(two), index.windowOf(one), index.siteOf(one)))
                .isEqualTo(both);
        return both;
    }

    @ParameterizedTest
    @CsvSource({
        "gate MON 06-10, gate MON 11-15, true, an hour between",
        "gate MON 06-10, gate MON 15:30-19, true, a third one between",
        "gate MON 06-10, tower MON 15-19, false, nothing between at the tower",
        "gate MON 06-10, gate MON 20:01-23, false, more than an hour after the last one",
        "gate MON 06-10, gate MON 19-23, true, two between",
        "gate MON 15:30-19, gate MON 20:01-23, false, more than an hour",
        "gate MON 06-10, tower MON 06-10, false, at one time",
        "gate MON 19-23, gate TUE 00-04, true, over midnight"
    })
    void knowsWhatCanBeOneService(String demand, String other, boolean both, String why) {
        assertThat(canServeBoth(null, 11 * 60, demand, other)).as(why).isEqualTo(both);
    }

    @Test
    void countsTheMinutesOfTheWholeService() {
        int three = 4 * 60 + 4 * 60 + 210;
        assertThat(canServeBoth(three, 11 * 60, "gate MON 06-10", "gate MON 15:30-19"))
                .isTrue();
        assertThat(canServeBoth(three - 1, 11 * 60, "gate MON 06-10", "gate MON 15:30-19"))
                .isFalse();
        assertThat(canServeBoth(7 * 60, 11 * 60, "gate MON 19-23", "gate TUE 00-04"))
                .isFalse();
    }

    @Test
    void letsDutiesBeApartAsLongAsTheRestAsksFor() {
        assertThat(canServeBoth(null, 5 * 60, "gate MON 06-10", "tower MON 15-19"))
                .isTrue();
        assertThat(canServeBoth(null, 5 * 60 + 1, "gate MON 06-10", "tower MON 15-19"))
                .isFalse();
        assertThat(canServeBoth(8 * 60 - 1, 5 * 60, "gate MON 06-10", "tower MON 15-19"))
                .isFalse();
    }

    @Test
    void neverForbidsWhatTheRefereeAllows() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var problem = seed % 2 == 0 ? RandomProblems.of(seed, Size.SMALL) : RandomRows.of(seed);
            var index = ProblemIndex.of(problem);
            var schedule = RandomSchedules.orderly(problem, seed);
            assertThat(Referee.evaluate(problem, schedule).violations())
                    .as("seed %d", seed)
                    .extracting(Violation::rule)
                    .doesNotContain(Rule.OVERLAP_AND_REST, Rule.DAY_LIMIT);
            for (var one : schedule.assignments()) {
                for (var other : schedule.assignments()) {
                    if (one.cadre().equals(other.cadre()) && !one.demand().equals(other.demand())) {
                        int demand = index.findDemand(one.demand()).orElseThrow();
                        int second = index.findDemand(other.demand()).orElseThrow();
                        var rules = index.rulesOf(index.findCadre(one.cadre()).orElseThrow());
                        assertThat(index.serviceWindows()
                                        .canServeBoth(
                                                rules,
                                                index.windowOf(demand),
                                                index.siteOf(demand),
                                                index.windowOf(second),
                                                index.siteOf(second)))
                                .as("seed %d, %s and %s", seed, one, other)
                                .isTrue();
                        assertThat(index.serviceWindows()
                                        .canServeBoth(rules, index.windowOf(demand), index.windowOf(second)))
                                .as("seed %d, %s and %s", seed, one, other)
                                .isTrue();
                    }
                }
            }
        }
    }
}
