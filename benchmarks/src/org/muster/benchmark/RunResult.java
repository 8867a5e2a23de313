package org.muster.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.schedule.Score;

/**
 * What came of a run.
 *
 * @param score by the referee; null when there was no schedule
 * @param claimed the contender's own last score; null when it named none
 * @param bound of the instance; null when none is known
 * @param firstMillis when the contender first had a schedule that keeps every rule and covers more than nobody
 *     would; null when it never had one
 * @param measured inside the process; null when it died
 * @param load how busy the machine was at the start
 */
record RunResult(
        RunRequest request,
        ChildProcess.Ending ending,
        @Nullable Score score,
        @Nullable Score claimed,
        @Nullable Bound bound,
        @Nullable Long firstMillis,
        RunFolder.@Nullable Measured measured,
        double load,
        List<Trace.Point> trace) {

    /** The worst first: no schedule, then broken rules, then the score. */
    static final Comparator<RunResult> BY_QUALITY =
            Comparator.comparing(RunResult::score, Comparator.nullsFirst(Comparator.naturalOrder()));

    static final String HEADER = "contender,instance,rounds,seed,seconds,ending,hard,medium,soft,claimedHard,"
            + "claimedMedium,claimedSoft,boundMedium,boundSoft,gap,firstFeasibleMillis,millis,movesPerSecond,threads,"
            + "heapLimitBytes,peakHeapBytes,peakMemoryKilobytes,load,cpu,cores,java,commit";

    /** See {@link Bound#gapOf}; null when it is not defined. */
    @Nullable
    Double gap() {
        return bound == null || score == null ? null : bound.gapOf(score);
    }

    /**
     * Makes sure that nothing impossible was seen.
     *
     * @throws IllegalStateException when the schedule beats the bound
     */
    void requirePossible() {
        if (score != null && bound != null && bound.isBeatenBy(score)) {
            throw new IllegalStateException(
                    "A schedule (%s) beats the bound (%s): %s. Either the bound or the referee is wrong."
                            .formatted(score, bound, request));
        }
    }

    /** A line below {@link #HEADER}. */
    String toCsv(Machine machine) {
        return Csv.line(
                request.contender(),
                request.instance().name(),
                request.instance().rounds(),
                request.seed(),
                request.seconds(),
                ending.name().toLowerCase(Locale.ROOT),
                score == null ? null : score.hard(),
                score == null ? null : score.medium(),
                score == null ? null : score.soft(),
                claimed == null ? null : claimed.hard(),
                claimed == null ? null : claimed.medium(),
                claimed == null ? null : claimed.soft(),
                bound == null ? null : bound.medium(),
                bound == null ? null : bound.soft(),
                gap(),
                firstMillis,
                measured == null ? null : measured.millis(),
                measured == null ? null : measured.movesPerSecond(),
                measured == null ? null : measured.threads(),
                measured == null ? null : measured.heapBytes(),
                measured == null ? null : measured.peakHeapBytes(),
                measured == null ? null : measured.peakMemoryKilobytes(),
                load,
                machine.cpu(),
                machine.cores(),
                machine.java(),
                machine.commit());
    }
}
