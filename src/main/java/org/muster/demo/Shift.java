package org.muster.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import org.muster.problem.Window;

/**
 * The windows of a day. Early and late together are the fourteen hours that Dongcheng's cadres served in their six
 * rounds in a row; elsewhere a cadre serves at most ten hours on a date, and so one window. The first half hour is for
 * setting up, the sites open at 06:00.
 */
enum Shift {
    EARLY("early", LocalTime.of(5, 30), 7),
    LATE("late", LocalTime.of(12, 30), 7),
    NIGHT("night", LocalTime.of(19, 30), 10);

    private final String kind;
    private final LocalTime start;
    private final int hours;

    Shift(String kind, LocalTime start, int hours) {
        this.kind = kind;
        this.start = start;
        this.hours = hours;
    }

    /** The kind of its windows, which availability speaks of. */
    String kind() {
        return kind;
    }

    int minutes() {
        return hours * 60;
    }

    /** The identifier of its window in a round. */
    String windowIn(String round) {
        return round + "-" + kind;
    }

    Window window(String round, LocalDate date) {
        var begin = date.atTime(start);
        return new Window(windowIn(round), round, begin, begin.plusHours(hours), kind);
    }
}
