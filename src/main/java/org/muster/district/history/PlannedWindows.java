package org.muster.district.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.muster.problem.Demand;
import org.muster.problem.Window;

/** The windows that are planned together, and where people are asked for in each. */
public final class PlannedWindows {

    private final ElapsedTime clock;
    private final List<Window> all;
    private final Map<String, Set<String>> sites;
    private final NavigableMap<LocalDate, List<Window>> byDay;
    private final LocalDateTime start;
    private final LocalDateTime end;

    /**
     * Windows with their demands.
     *
     * @param windows at least one
     */
    public PlannedWindows(ElapsedTime clock, List<Window> windows, List<Demand> demands) {
        this.clock = clock;
        sites = demands.stream().collect(groupingBy(Demand::window, mapping(Demand::site, toSet())));
        all = windows.stream().sorted(comparing(Window::start)).toList();
        byDay = all.stream().collect(groupingBy(Window::date, TreeMap::new, toList()));
        start = all.getFirst().start();
        end = all.stream().map(Window::end).max(naturalOrder()).orElseThrow();
    }

    ElapsedTime clock() {
        return clock;
    }

    public LocalDateTime start() {
        return start;
    }

    public LocalDateTime end() {
        return end;
    }

    /** The dates on which a window starts, first to last. */
    public Set<LocalDate> days() {
        return byDay.keySet();
    }

    LocalDate firstDay() {
        return byDay.firstKey();
    }

    LocalDate lastDay() {
        return byDay.lastKey();
    }

    /** The windows that start on a date, by start. */
    public List<Window> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The windows that have a demand, by start. */
    List<Window> asked() {
        return all.stream().filter(window -> sites.containsKey(window.id())).toList();
    }

    /** The sites that ask for people in a window. */
    Set<String> sitesOf(Window window) {
        return sites.getOrDefault(window.id(), Set.of());
    }

    int minutesOf(Window window) {
        return Math.toIntExact(clock.between(window.start(), window.end()));
    }
}
