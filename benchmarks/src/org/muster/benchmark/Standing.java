package org.muster.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.schedule.Score;

/**
 * How a contender did in a contest.
 *
 * @param runs one for each seed, at least one
 */
record Standing(Contest contest, Contender contender, List<RunResult> runs) {
    /** An answer that comes later than this many milliseconds after the clock has run out is late. */
    private static final long GRACE_MILLIS = 2_000;

    private static final long MILLIS = 1_000;

    Standing {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("%s has no run in %s.".formatted(contender, contest));
        }
    }

    RunResult median() {
        return Statistics.median(runs, RunResult.BY_QUALITY);
    }

    RunResult worst() {
        return Statistics.worst(runs, RunResult.BY_QUALITY);
    }

    /** Seconds to the first schedule that keeps every rule, the median; null when half of the runs had none. */
    @Nullable
    Double firstSeconds() {
        var first = Statistics.median(
                runs.stream().map(Standing::firstMillis).toList(), Comparator.naturalOrder());
        return first == Long.MAX_VALUE ? null : (double) first / MILLIS;
    }

    private static Long firstMillis(RunResult run) {
        return run.firstMillis() == null ? Long.MAX_VALUE : run.firstMillis();
    }

    /** The most heap that a run needed, in megabytes; 0 when nothing was measured. */
    long peakHeapMegabytes() {
        return runs.stream()
                .map(RunResult::measured)
                .mapToLong(measured -> measured == null ? 0 : measured.peakHeapBytes() >> 20)
                .max()
                .orElse(0);
    }

    /** The most memory that a process held, in megabytes; 0 when nothing was measured. */
    long peakMemoryMegabytes() {
        return runs.stream()
                .map(RunResult::measured)
                .mapToLong(measured -> measured == null ? 0 : measured.peakMemoryKilobytes() >> 10)
                .max()
                .orElse(0);
    }

    /** How many runs answered later than they should. */
    long late() {
        long limit = contest.seconds() * MILLIS + GRACE_MILLIS;
        return runs.stream()
                .filter(run -> run.measured() != null && run.measured().millis() > limit)
                .count();
    }

    /** How the median run of a peer compares with this one, in a few words. */
    String comparedWith(Standing peer) {
        var ours = median().score();
        var theirs = peer.median().score();
        if (ours == null || !ours.isFeasible()) {
            return "-";
        }
        if (theirs == null) {
            return "no schedule";
        }
        if (!theirs.isFeasible()) {
            return "breaks rules";
        }
        if (ours.medium() != theirs.medium()) {
            return "%+d weighted heads".formatted(theirs.medium() - ours.medium());
        }
        return comparedGaps(median().gap(), peer.median().gap(), ours, theirs);
    }

    private static String comparedGaps(@Nullable Double ours, @Nullable Double theirs, Score score, Score peer) {
        if (ours == null || theirs == null) {
            double more = (double) (score.soft() - peer.soft()) / Math.max(1, Math.abs(score.soft()));
            return String.format(Locale.ROOT, "%+.1f %% points", 100 * more);
        }
        if (ours == 0) {
            return theirs == 0 ? "both proven best" : "ours is proven best";
        }
        return String.format(Locale.ROOT, "%.1f x", theirs / ours);
    }
}
