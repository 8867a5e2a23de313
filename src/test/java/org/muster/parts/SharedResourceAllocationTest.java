package org.muster.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.StandingAssignment;
import org.muster.problem.faults.Limits;

class SharedResourceAllocationTest {

    @Test
    void roundsOfOneDistrictStayTogether() {
        var split = split(
                new ProblemFixture().demand("gate MON 07-15").cadre("yang").cadre("li"),
                new ProblemFixture().demand("gate TUE 07-15").cadre("yang").cadre("li"));
        assertThat(split.parts()).extracting(Part::name).containsExactly("0 + 1");
        assertThat(split.sharesNothing()).isTrue();
    }

    @Test
    void aTeamStaysTogether() {
        var split = split(
                new ProblemFixture().demand("gate MON 07-15 guide").cadre("yang"),
                new ProblemFixture().demand("gate MON 07-15 sampler").cadre("li"));
        assertThat(split.parts()).hasSize(1);
    }

    @Test
    void whoIsPinnedInTwoPartsKeepsThemTogether() {
        var parts = List.of(
                pinned(new ProblemFixture()
                        .demand("gate MON 07-15")
                        .cadre("yang")
                        .cadre("li")),
                pinned(new ProblemFixture()
                        .demand("hall TUE 07-15")
                        .cadre("yang")
                        .cadre("wu")
                        .cadre("sun")));
        assertThat(split(parts).parts()).hasSize(1);
    }

    @Test
    void aCeilingIsDividedAmongPartsOfOneDay() {
        var split = split(staffed("gate MON 07-15", 1, "a", "b", "c"), staffed("hall MON 07-15", 2, "d", "e", "f"));
        assertThat(split.divided()).containsExactly("bank");
        assertThat(ceilings(split)).containsExactly(1, 2);
    }

    @Test
    void aCeilingIsNotDividedAmongPartsOfDifferentDays() {
        var split = split(staffed("gate MON 07-15", 1, "a", "b", "c"), staffed("hall TUE 07-15", 2, "d", "e", "f"));
        assertThat(split.sharesNothing()).isTrue();
        assertThat(ceilings(split)).containsExactly(3, 3);
    }

    @Test
    void aCeilingThatCannotBindIsNotDivided() {
        var split = split(staffed("gate MON 07-15", 1, "a"), staffed("hall MON 07-15", 1, "d", "e"));
        assertThat(split.sharesNothing()).isTrue();
    }

    @Test
    void aLentCadreGoesWhereTheFlowNeedsHer() {
        var split = split(
                new ProblemFixture()
                        .demand("gate MON 07-15", 2, 2, 2)
                        .cadre("a")
                        .cadre("b")
                        .cadre("li"),
                new ProblemFixture()
                        .demand("hall MON 07-15", 2, 2, 2)
                        .cadre("c")
                        .cadre("li"));
        assertThat(split.lent()).containsExactly("li");
        assertThat(split.parts().getLast().problem().cadres())
                .extracting(Cadre::id)
                .contains("li");
        assertThat(split.parts().getFirst().forBound().cadres())
                .extracting(Cadre::id)
                .contains("li");
    }

    @Test
    void sharesAreWholeNumbersOfATotal() {
        assertThat(ProportionalSplit.of(10, new int[] {1, 0, 0}, new int[] {4, 2, 0}, new int[] {9, 5, 2}))
                .containsExactly(6, 3, 1);
        assertThat(ProportionalSplit.of(3, new int[] {1, 0}, new int[] {4, 2}, new int[] {9, 5}))
                .containsExactly(2, 1);
        assertThat(ProportionalSplit.of(100, new int[] {0, 0}, new int[] {0, 0}, new int[] {2, 3}))
                .containsExactly(2, 3);
    }

    private static ProblemFixture staffed(String demand, int heads, String... cadres) {
        var fixture = new ProblemFixture().unit("bank", 3).demand(demand, heads, heads, heads);
        for (var cadre : cadres) {
            fixture.cadre(cadre + " bank");
        }
        return fixture;
    }

    private static List<Integer> ceilings(Split split) {
        return split.parts().stream()
                .map(part -> part.problem().units().getFirst().ceiling().orElseThrow())
                .toList();
    }

    private static Problem pinned(ProblemFixture fixture) {
        var problem = fixture.problem();
        return problem.toBuilder()
                .assignments(List.of(
                        new StandingAssignment(problem.demands().getFirst().id(), "yang", true, false)))
                .build();
    }

    private static Split split(ProblemFixture first, ProblemFixture second) {
        return split(List.of(first.problem(), second.problem()));
    }

    private static Split split(List<Problem> problems) {
        var parts = new ArrayList<PartRequest>();
        for (var problem : problems) {
            parts.add(new PartRequest(
                    Integer.toString(parts.size()), "/parts/%d/problem".formatted(parts.size()), problem));
        }
        return Splitter.split(Merging.merge(parts, Limits.DEFAULT), () -> false);
    }
}
