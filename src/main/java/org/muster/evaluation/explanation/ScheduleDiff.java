package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Who serves otherwise in another schedule.
 *
 * @param cadres those whose duties differ, by identifier
 */
public record ScheduleDiff(List<CadreDiff> cadres) {

    public ScheduleDiff {
        cadres = List.copyOf(cadres);
    }

    /**
     * What changes for a cadre.
     *
     * @param moved duties that are exchanged for others
     * @param removed demands of duties that end without another one instead
     * @param added demands of duties that begin without another one that ends
     */
    public record CadreDiff(String cadre, List<Move> moved, List<String> removed, List<String> added) {
        public CadreDiff {
            moved = List.copyOf(moved);
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        private static CadreDiff of(String cadre, List<String> ended, List<String> begun) {
            int moves = Math.min(ended.size(), begun.size());
            var moved = new ArrayList<Move>();
            for (int i = 0; i < moves; i++) {
                moved.add(new Move(ended.get(i), begun.get(i)));
            }
            return new CadreDiff(cadre, moved, ended.subList(moves, ended.size()), begun.subList(moves, begun.size()));
        }
    }

    /** A duty on one demand that became one on another. */
    public record Move(String from, String to) {}

    /** What is different in another schedule. */
    public static ScheduleDiff between(Schedule from, Schedule to) {
        var ended = demandsByCadre(from);
        var begun = demandsByCadre(to);
        var cadres = new TreeMap<>(ended);
        cadres.putAll(begun);
        return new ScheduleDiff(cadres.keySet().stream()
                .map(cadre -> {
                    var before = ended.getOrDefault(cadre, List.of());
                    var after = begun.getOrDefault(cadre, List.of());
                    return CadreDiff.of(cadre, without(before, after), without(after, before));
                })
                .filter(cadre -> !cadre.moved().isEmpty()
                        || !cadre.removed().isEmpty()
                        || !cadre.added().isEmpty())
                .toList());
    }

    private static TreeMap<String, List<String>> demandsByCadre(Schedule schedule) {
        var demands = new TreeMap<String, List<String>>();
        for (Assignment assignment : schedule.assignments()) {
            demands.computeIfAbsent(assignment.cadre(), _ -> new ArrayList<>()).add(assignment.demand());
        }
        return demands;
    }

    /** Each one takes away one of the same, as two equal assignments are two duties. */
    private static List<String> without(List<String> all, List<String> others) {
        var left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
