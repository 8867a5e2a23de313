package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.benchmark.ChildProcess.Ending;
import org.muster.schedule.Score;

class ReportTest {
    private static final Contest CONTEST = new Contest(new Instance("dongcheng", 1), 10);
    private static final Bound BOUND = new Bound(0, -1_000);
    private static final Score GOOD = new Score(0, 0, -1_010);
    private static final Score FAIR = new Score(0, 0, -1_100);
    private static final double QUIET = 0.1;

    @Test
    void putsPeersBesideTheProduct() {
        var report = reportOf(
                run(Contender.MUSTER, GOOD, Ending.DONE, QUIET), run(Contender.CP_SAT, FAIR, Ending.DONE, QUIET));

        assertThat(report)
                .contains("The machine was quiet.")
                .contains("| muster | 1 | 0 | -1010 | 0.99 % | 0.99 % |  |")
                .contains("| cp-sat | 1 | 0 | -1100 | 9.09 % | 9.09 % | 9.2 x |")
                .doesNotContain("Incidents");
    }

    @Test
    void hidesNeitherNoiseNorIncidents() {
        var report = reportOf(
                run(Contender.MUSTER, GOOD, Ending.DONE, 3), run(Contender.CP_SAT, null, Ending.KILLED, QUIET));

        assertThat(report)
                .contains("**The machine was not quiet** when 1 of 2 runs began")
                .contains("| cp-sat | 1 | - | - | - | - | no schedule |")
                .contains("cp-sat on dongcheng, seed 1, 10 s: killed");
    }

    @Test
    void aScheduleThatBeatsItsBoundStopsEverything() {
        var impossible = run(Contender.GREEDY, new Score(0, 0, -999), Ending.DONE, QUIET);

        assertThatThrownBy(impossible::requirePossible)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-999")
                .hasMessageContaining("-1000");
        assertThatCode(run(Contender.GREEDY, GOOD, Ending.DONE, QUIET)::requirePossible)
                .doesNotThrowAnyException();
    }

    private static String reportOf(RunResult... results) {
        var all = List.of(results);
        var table = new Table("test", List.of(CONTEST), List.of(Contender.values()), 1, 1);
        var machine = new Machine("processor", 2, "25", "abc");
        return new Report(table, new ChildProcess.Setting("4g", 2), machine, all).toMarkdown();
    }

    private static RunResult run(Contender contender, @Nullable Score score, Ending ending, double load) {
        var request = new RunRequest(contender, CONTEST.instance(), 1, CONTEST.seconds());
        return new RunResult(request, ending, score, score, BOUND, 500L, null, load, List.of());
    }
}
