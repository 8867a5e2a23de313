package org.muster.district.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.muster.problem.Availability;
import org.muster.problem.Window;

/** Collects times in which one cadre cannot serve, as far as they lie within what is planned. */
public record UnavailableTimes(LocalDateTime start, LocalDateTime end, List<Availability> all) {

    /** Adds a time in which the cadre cannot serve at all. */
    public void add(LocalDateTime from, LocalDateTime until) {
        add(from, until, Set.of());
    }

    private void add(LocalDateTime from, LocalDateTime until, Set<String> kinds) {
        var first = from.isAfter(start) ? from : start;
        var last = until.isBefore(end) ? until : end;
        if (first.isBefore(last)) {
            all.add(new Availability(first, last, Availability.Kind.UNAVAILABLE, kinds, 1));
        }
    }

    /** Adds a day off, the end of a night before it included. */
    void addDay(LocalDate day) {
        add(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    /**
     * Adds the moments at which some windows start, so that the cadre can serve in none of them.
     *
     * @param windows by start
     * @param kinds all their kinds; empty bars other windows at these moments too
     */
    public void addStartsOf(List<Window> windows, Set<String> kinds) {
        if (!windows.isEmpty()) {
            add(windows.getFirst().start(), windows.getLast().start().plusMinutes(1), kinds);
        }
    }
}
