package org.muster.problem.index;

import java.util.Arrays;
import org.muster.problem.Problem;

/** When each window is, by number. The arrays are handed to {@link ProblemIndex}, which explains them. */
final class WindowTimes {
    final long[] start;
    final long[] end;
    final int[] minutes;
    final int[] hours;
    final int[] day;

    WindowTimes(Problem problem) {
        var windows = problem.windows();
        start = windows.stream()
                .mapToLong(window -> problem.minuteOf(window.start()))
                .toArray();
        end = windows.stream()
                .mapToLong(window -> problem.minuteOf(window.end()))
                .toArray();
        minutes = windows.stream().mapToInt(problem::minutesOf).toArray();
        hours = Arrays.stream(minutes).map(ProblemIndex::hours).toArray();
        long firstDay = problem.horizon().from().toEpochDay();
        day = windows.stream()
                .mapToInt(window -> Math.toIntExact(window.date().toEpochDay() - firstDay))
                .toArray();
    }
}
