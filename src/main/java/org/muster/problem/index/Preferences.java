package org.muster.problem.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.problem.Availability;
import org.muster.problem.Problem;

/**
 * The availability of cadres by window. Windows are sorted once by their start, so that an interval meets only those it
 * overlaps: a year of windows and a hundred thousand cadres stay cheap.
 */
final class Preferences {
    private static final int[] NOTHING = {};

    private final Problem problem;
    private final long[] windowStart;
    private final long[] windowEnd;
    private final Integer[] byStart;
    private final long longest;
    private final BitSet[] unavailable;
    /** For each cadre: windows in ascending order, and beside each the points. */
    private final int[][] windows;

    private final long[][] points;

    Preferences(Problem problem, long[] windowStart, long[] windowEnd) {
        this.problem = problem;
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
        byStart = IntStream.range(0, windowStart.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byStart, Comparator.comparingLong(window -> windowStart[window]));
        longest = IntStream.range(0, windowStart.length)
                .mapToLong(window -> windowEnd[window] - windowStart[window])
                .max()
                .orElse(0);
        unavailable = new BitSet[windowStart.length];
        Arrays.setAll(unavailable, _ -> new BitSet());
        windows = new int[problem.cadres().size()][];
        points = new long[windows.length][];
        for (int cadre = 0; cadre < windows.length; cadre++) {
            collect(cadre, problem.cadres().get(cadre).availability());
        }
    }

    /** Whether an unavailable interval of the cadre overlaps the window. */
    boolean isUnavailable(int cadre, int window) {
        return unavailable[window].get(cadre);
    }

    /** Cadres with an unavailable interval that overlaps the window. Not to be changed. */
    BitSet unavailable(int window) {
        return unavailable[window];
    }

    /** Undesired weights minus desired weights. */
    long points(int cadre, int window) {
        int place = Arrays.binarySearch(windows[cadre], window);
        return place < 0 ? 0 : points[cadre][place];
    }

    private void collect(int cadre, List<Availability> intervals) {
        windows[cadre] = NOTHING;
        if (intervals.isEmpty()) {
            return;
        }
        var entries = new ArrayList<long[]>();
        for (var interval : intervals) {
            long start = problem.minuteOf(interval.start());
            long end = problem.minuteOf(interval.end());
            for (int place = firstStartingAfter(start - longest);
                    place < byStart.length && windowStart[byStart[place]] < end;
                    place++) {
                int window = byStart[place];
                if (windowEnd[window] > start
                        && interval.speaksOf(problem.windows().get(window).kind())) {
                    switch (interval.kind()) {
                        case UNAVAILABLE -> unavailable[window].set(cadre);
                        case UNDESIRED -> entries.add(new long[] {window, interval.weight()});
                        case DESIRED -> entries.add(new long[] {window, -interval.weight()});
                    }
                }
            }
        }
        entries.sort(Comparator.comparingLong(entry -> entry[0]));
        windows[cadre] =
                entries.stream().mapToInt(entry -> (int) entry[0]).distinct().toArray();
        points[cadre] = new long[windows[cadre].length];
        for (var entry : entries) {
            points[cadre][Arrays.binarySearch(windows[cadre], (int) entry[0])] += entry[1];
        }
    }

    private int firstStartingAfter(long minute) {
        int low = 0;
        int high = byStart.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (windowStart[byStart[middle]] > minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
