package org.muster.benchmark.cpsat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.benchmark.cpsat.Arcs.Arc;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.index.ProblemIndex;

/** The arcs of one cadre by window, in the order in which windows are served. */
final class Shifts {
    private final ProblemIndex index;
    private final int minRest;
    private final List<Shift> all;

    /** The arcs of one window. */
    record Shift(int window, List<Arc> arcs) {}

    /** How far two windows go together. */
    enum Meeting {
        /** Both can be served wherever they are. */
        FREE,
        /** Both can be served at one site. */
        SAME_SITE_ONLY,
        /** One of them at most can be served. */
        NEVER
    }

    private Shifts(ProblemIndex index, int minRest, List<Shift> all) {
        this.index = index;
        this.minRest = minRest;
        this.all = all;
    }

    static Shifts of(ProblemIndex index, int cadre, List<Arc> arcs) {
        var byWindow = new LinkedHashMap<Integer, List<Arc>>();
        arcs.forEach(arc -> byWindow.computeIfAbsent(index.windowOf(arc.demand()), _ -> new ArrayList<>())
                .add(arc));
        var shifts = byWindow.entrySet().stream()
                .map(entry -> new Shift(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Shift shift) -> index.start(shift.window()))
                        .thenComparingLong(shift -> index.end(shift.window()))
                        .thenComparingInt(Shift::window))
                .toList();
        return new Shifts(index, index.rulesOf(cadre).minRest(), shifts);
    }

    List<Shift> all() {
        return all;
    }

    Meeting meeting(Shift one, Shift other) {
        long gap = index.gap(one.window(), other.window());
        if (gap >= minRest) {
            return Meeting.FREE;
        }
        return gap >= 0 && gap <= DutyRules.BACK_TO_BACK_MINUTES ? Meeting.SAME_SITE_ONLY : Meeting.NEVER;
    }

    /** Whether rest allows more than one duty. */
    boolean canServeTwice() {
        for (int one = 0; one < all.size(); one++) {
            for (int other = one + 1; other < all.size(); other++) {
                if (meeting(all.get(one), all.get(other)) != Meeting.NEVER) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By day of the horizon, in its order. */
    Map<Integer, List<Shift>> byDay() {
        var byDay = new TreeMap<Integer, List<Shift>>();
        all.forEach(shift -> byDay.computeIfAbsent(index.day(shift.window()), _ -> new ArrayList<>())
                .add(shift));
        return byDay;
    }

    /** Every sum of hours that some choice of windows has, those that break a rule included; ascending from 0. */
    List<Integer> loads() {
        var loads = new TreeSet<Integer>();
        loads.add(0);
        for (var shift : all) {
            int hours = index.hoursOf(shift.window());
            loads.addAll(loads.stream().map(load -> load + hours).toList());
        }
        return List.copyOf(loads);
    }
}
