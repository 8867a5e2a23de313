package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.muster.schedule.Schedule;

/**
 * The main class of a child process: one contender, once. The clock starts when the problem is in memory, and stops
 * when the contender answers; nothing is judged here.
 */
public final class BenchmarkRun {
    private static final int WORDS_OF_REQUEST = 5;

    private BenchmarkRun() {}

    /**
     * @param words contender, instance, rounds, seed, seconds, folder to write to and, if there is one, the folder of
     *     a run whose schedule is known
     */
    public static void main(String[] words) throws IOException {
        var all = List.of(words);
        var request = RunRequest.ofArguments(all.subList(0, WORDS_OF_REQUEST));
        var folder = new RunFolder(Path.of(all.get(WORDS_OF_REQUEST)));
        var known = all.size() > WORDS_OF_REQUEST + 1
                ? new RunFolder(Path.of(all.get(WORDS_OF_REQUEST + 1))).readSchedule()
                : Schedule.EMPTY;
        run(request, known, folder);
    }

    private static void run(RunRequest request, Schedule known, RunFolder folder) throws IOException {
        var problem = request.instance().problem();
        var player = request.contender().player();
        Memory.forgetPeaks();
        var trace = new Trace();
        var outcome = player.solve(problem, known, request.seed(), Duration.ofSeconds(request.seconds()), trace);
        var measured = new RunFolder.Measured(
                trace.elapsed().toMillis(),
                outcome.movesPerSecond(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                Memory.peakHeapBytes(),
                Memory.peakKilobytes());
        folder.writeTrace(trace.points());
        folder.writeSchedule(outcome.schedule());
        folder.writeMeasured(measured);
    }
}
