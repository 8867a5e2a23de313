package org.muster.problem.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Problem;

/** What is known of each window, by number. The arrays are handed to {@link ProblemIndex}, which explains them. */
final class WindowTable {
    /** Stands for the kind of a window that has none. */
    private static final int WITHOUT_KIND = -1;
    /** Stands for a kind that no window has. */
    private static final int UNUSED_KIND = -2;

    final long[] start;
    final long[] end;
    final int[] minutes;
    final int[] hours;
    final int[] day;
    /** Windows of the same kind have the same number here. */
    final int[] kind;

    private final Map<String, Integer> kinds = new HashMap<>();

    WindowTable(Problem problem) {
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
        kind = windows.stream().mapToInt(window -> newKind(window.kind())).toArray();
    }

    /** The number of a kind; another one than that of any window where none is of the kind. */
    int kindOf(String name) {
        return kinds.getOrDefault(name, UNUSED_KIND);
    }

    private int newKind(@Nullable String name) {
        return name == null ? WITHOUT_KIND : kinds.computeIfAbsent(name, _ -> kinds.size());
    }
}
