package org.muster.formats.sheets.lines;

import java.util.ArrayList;
import java.util.List;

/** Numbers of rows for people. */
public final class RowNumbers {

    private static final int NAMED = 20;

    private RowNumbers() {}

    /** Numbers that go up, those in a row told by the first and the last: {@code 3, 5-7}; the first ones of many. */
    public static String shown(List<Integer> numbers) {
        var ranges = new ArrayList<String>();
        int first = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                int from = numbers.get(first);
                int to = numbers.get(i - 1);
                ranges.add(from == to ? "" + from : from + "-" + to);
                first = i;
            }
        }
        var named = ranges.subList(0, Math.min(NAMED, ranges.size()));
        return String.join(", ", named) + (named.size() < ranges.size() ? ", …" : "");
    }
}
