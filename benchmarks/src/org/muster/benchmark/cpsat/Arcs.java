package org.muster.benchmark.cpsat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** The duties that CP-SAT may choose from, numbered by demand, and which of them the start schedule has. */
final class Arcs {
    private final ProblemIndex index;
    private final List<Arc> arcs = new ArrayList<>();
    private final List<List<Arc>> ofDemand = new ArrayList<>();
    private final List<List<Arc>> ofCadre = new ArrayList<>();

    /**
     * A duty that can be chosen.
     *
     * @param number its place among all arcs
     * @param stands whether the start schedule has it
     */
    record Arc(int number, int cadre, int demand, boolean stands) {}

    private record Duty(int cadre, int demand) {}

    private Arcs(ProblemIndex index) {
        this.index = index;
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            ofCadre.add(new ArrayList<>());
        }
    }

    /**
     * Collects the duties of a short list and of two schedules.
     *
     * @param shortlist cadres who may serve, by demand
     * @param start the schedule to start from
     * @param known a schedule whose cover is to be reached
     */
    static Arcs of(ProblemIndex index, IntFunction<int[]> shortlist, Schedule start, Schedule known) {
        var arcs = new Arcs(index);
        var standing = new HashSet<Duty>();
        start.assignments().forEach(assignment -> standing.add(arcs.dutyOf(assignment)));
        var others = new ArrayList<List<Integer>>();
        for (int demand = 0; demand < index.demands(); demand++) {
            others.add(new ArrayList<>());
        }
        start.assignments().stream().map(arcs::dutyOf).forEach(duty -> others.get(duty.demand())
                .add(duty.cadre()));
        known.assignments().stream().map(arcs::dutyOf).forEach(duty -> others.get(duty.demand())
                .add(duty.cadre()));
        for (int demand = 0; demand < index.demands(); demand++) {
            arcs.addAll(demand, shortlist.apply(demand), others.get(demand), standing);
        }
        return arcs;
    }

    private void addAll(int demand, int[] shortlist, List<Integer> others, Set<Duty> standing) {
        var here = new ArrayList<Arc>();
        var seen = new HashSet<Integer>();
        ofDemand.add(here);
        for (int cadre : shortlist) {
            add(cadre, demand, here, seen, standing);
        }
        for (int cadre : others) {
            add(cadre, demand, here, seen, standing);
        }
    }

    private void add(int cadre, int demand, List<Arc> here, Set<Integer> seen, Set<Duty> standing) {
        if (seen.add(cadre)) {
            var arc = new Arc(arcs.size(), cadre, demand, standing.contains(new Duty(cadre, demand)));
            arcs.add(arc);
            here.add(arc);
            ofCadre.get(cadre).add(arc);
        }
    }

    private Duty dutyOf(Assignment assignment) {
        return new Duty(
                index.findCadre(assignment.cadre()).orElseThrow(),
                index.findDemand(assignment.demand()).orElseThrow());
    }

    /** In the order of their numbers. */
    List<Arc> all() {
        return arcs;
    }

    List<Arc> ofDemand(int demand) {
        return ofDemand.get(demand);
    }

    List<Arc> ofCadre(int cadre) {
        return ofCadre.get(cadre);
    }

    /** How many of some arcs the start schedule has. */
    static int standing(List<Arc> some) {
        int standing = 0;
        for (var arc : some) {
            standing += arc.stands() ? 1 : 0;
        }
        return standing;
    }
}
