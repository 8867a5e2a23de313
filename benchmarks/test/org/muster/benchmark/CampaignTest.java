package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.benchmark.ChildProcess.Ending;
import org.muster.benchmark.ChildProcess.Setting;

/** The whole way, with processes of its own, on a problem that takes no time. */
class CampaignTest {
    private static final Contest CONTEST = new Contest(new Instance("dongcheng@100", 1), 2);
    private static final Setting SETTING = new Setting("512m", 1);
    private static final Machine MACHINE = new Machine("some, processor", 1, "25", "abc");

    @TempDir
    private Path folder = Path.of("");

    private Path results = folder;
    private Path scratch = folder;

    @BeforeEach
    void makeFolders() throws IOException {
        results = Files.createDirectories(folder.resolve("results"));
        scratch = Files.createDirectories(folder.resolve("scratch"));
    }

    @Test
    void measuresJudgesAndWritesDown() throws IOException, InterruptedException {
        var table = new Table("test", List.of(CONTEST), List.of(Contender.GREEDY, Contender.MUSTER), 1, 2);

        var done = new Campaign(
                        table, new ChildProcess(SETTING, ChildProcess.AROUND_THE_CLOCK), MACHINE, results, scratch)
                .run();

        assertThat(done).extracting(run -> run.request().contender()).containsExactly(Contender.MUSTER, Contender.GREEDY);
        assertThat(done).allSatisfy(run -> {
            assertThat(run.ending()).isEqualTo(Ending.DONE);
            assertThat(run.score()).isNotNull().matches(score -> score.isFeasible());
            assertThat(run.bound()).isNotNull();
            assertThat(run.firstMillis()).isNotNull();
            assertThat(run.measured()).isNotNull().matches(measured -> measured.peakHeapBytes() > 0);
        });
        assertThat(Files.readAllLines(results.resolve("runs.csv")))
                .hasSize(3)
                .startsWith(RunResult.HEADER)
                .allMatch(line -> line.startsWith("contender") || line.contains("\"some, processor\""));
        assertThat(Files.readAllLines(results.resolve("trace.csv"))).hasSizeGreaterThan(2);

        new Plots(results).draw(Report.standings(done));
        assertThat(results.resolve("dongcheng-100-x1-2s.png")).isNotEmptyFile();
    }

    @Test
    void aProcessThatFailsSaysSo() throws IOException, InterruptedException {
        var output = scratch.resolve("output.txt");

        var ending = new ChildProcess(SETTING, ChildProcess.AROUND_THE_CLOCK)
                .run(BenchmarkRun.class, List.of("nobody", "dongcheng", "1", "1", "1", "."), 1, output);

        assertThat(ending).isEqualTo(Ending.FAILED);
        assertThat(output).content().contains("nobody").contains("cp-sat-hinted");
    }

    @Test
    void aProcessThatTakesTooLongIsKilled() throws IOException, InterruptedException {
        var request = new RunRequest(Contender.MUSTER, CONTEST.instance(), 1, 600);
        var words = new ArrayList<>(request.toArguments());
        words.add(scratch.toString());

        var ending = new ChildProcess(SETTING, Duration.ofSeconds(1))
                .run(BenchmarkRun.class, words, 0, scratch.resolve("output.txt"));

        assertThat(ending).isEqualTo(Ending.KILLED);
        assertThat(new RunFolder(scratch).readMeasured()).isNull();
    }
}
