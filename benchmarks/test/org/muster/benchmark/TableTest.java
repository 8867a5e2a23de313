package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void theFullTableHasFiveSeedsOfWhoeverRollsDice() {
        var table = Table.of("table");
        var contest = table.contests().getFirst();
        assertThat(table.runs(contest, Contender.MUSTER)).hasSize(5).doesNotHaveDuplicates();
        assertThat(table.runs(contest, Contender.GREEDY)).hasSize(1);
    }

    @Test
    void theShortTableTakesMinutes() {
        assertThat(Table.of("short").seconds()).isLessThan(6 * 60);
    }

    @Test
    void theProductGoesFirst() {
        var table = new Table("x", List.of(), List.of(Contender.GREEDY, Contender.MUSTER), 1, 1);
        assertThat(table.contenders()).containsExactly(Contender.MUSTER, Contender.GREEDY);
    }

    @Test
    void wordsNarrowIt() {
        var selection = Selection.of(List.of("instances=dongcheng,xicheng", "rounds=3", "contenders=greedy", "seconds=7"));
        var table = selection.from(Table.of("table"));
        assertThat(table.contenders()).containsExactly(Contender.GREEDY);
        assertThat(table.contests())
                .containsExactly(
                        new Contest(new Instance("dongcheng", 3), 7), new Contest(new Instance("xicheng", 3), 7));
    }

    @Test
    void wrongWordsAreNamed() {
        assertThatThrownBy(() -> Selection.of(List.of("seed=3"))).hasMessageContaining("seed=3");
        assertThatThrownBy(() -> Selection.of(List.of("instances=dongchen")).from(Table.of("short")))
                .hasMessageContaining("dongchen");
    }

    @Test
    void requestsSurviveTheCommandLine() {
        var request = new RunRequest(Contender.CP_SAT_HINTED, new Instance("haidian@500", 3), 4, 60);
        assertThat(RunRequest.ofArguments(request.toArguments())).isEqualTo(request);
    }
}
