package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.muster.problem.Identifier;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** A schedule after changes by hand, which are done in order and all together or not at all. */
public final class ChangedSchedule {

    private final ProblemIndex index;
    private final List<Assignment> untouched = new ArrayList<>();
    private final Map<Place, Heads> touched = new LinkedHashMap<>();

    private ChangedSchedule(ProblemIndex index) {
        this.index = index;
    }

    private record Place(String demand, String cadre) {}

    /** A cadre on a demand, usually once or not at all: whether each of the heads is pinned. */
    private static final class Heads {
        private int before;
        private final List<Boolean> now = new ArrayList<>();
    }

    /**
     * Changes a schedule.
     *
     * @param limits how many faults are listed
     * @throws InvalidInputException when changes are impossible; pointers begin with {@code /changes}. Changes that
     *     only break rules are possible
     */
    public static ChangedSchedule of(ProblemIndex index, Schedule schedule, List<HandChange> changes, Limits limits) {
        var changed = new ChangedSchedule(index);
        changes.forEach(change -> changed.touched.put(placeOf(change), new Heads()));
        schedule.assignments().forEach(changed::takeOver);
        var faults = new FaultList(limits);
        for (int i = 0; i < changes.size(); i++) {
            changed.change(changes.get(i), "/changes/" + i, faults);
        }
        if (faults.count() > 0) {
            throw faults.asException();
        }
        return changed;
    }

    private static Place placeOf(HandChange change) {
        return new Place(change.demand(), change.cadre());
    }

    private void takeOver(Assignment assignment) {
        var heads = touched.get(new Place(assignment.demand(), assignment.cadre()));
        if (heads == null) {
            untouched.add(assignment);
        } else {
            heads.before++;
            heads.now.add(assignment.pinned());
        }
    }

    private void change(HandChange change, String pointer, FaultList faults) {
        boolean isKnown = index.findDemand(change.demand()).isPresent()
                || unknown(pointer + "/demand", change.demand(), "demands", faults);
        isKnown &= index.findCadre(change.cadre()).isPresent()
                || unknown(pointer + "/cadre", change.cadre(), "cadres", faults);
        var heads = touched.get(placeOf(change));
        if (!isKnown || heads == null) {
            return;
        }
        boolean isThere = !heads.now.isEmpty();
        boolean isToBeThere = change.op() != HandChange.Op.ASSIGN;
        if (isThere != isToBeThere) {
            faults.add(
                    () -> pointer + "/cadre",
                    isThere ? FaultCode.ALREADY_ASSIGNED : FaultCode.NOT_ASSIGNED,
                    Map.of("cadre", change.cadre(), "demand", change.demand()));
            return;
        }
        switch (change.op()) {
            case ASSIGN -> heads.now.add(false);
            case UNASSIGN -> heads.now.removeLast();
            case PIN -> heads.now.replaceAll(_ -> true);
            case UNPIN -> heads.now.replaceAll(_ -> false);
        }
    }

    /** Reports the fault, and says that the identifier is not known. */
    private static boolean unknown(String pointer, String id, String list, FaultList faults) {
        faults.add(() -> pointer, FaultCode.UNKNOWN_REFERENCE, Map.of("id", Identifier.shown(id), "list", list));
        return false;
    }

    /** The whole schedule: by demand, then by cadre, both in the problem's order. */
    public Schedule schedule() {
        var assignments = new ArrayList<>(untouched);
        touched.forEach((place, heads) ->
                heads.now.forEach(pinned -> assignments.add(new Assignment(place.demand(), place.cadre(), pinned))));
        assignments.sort(Comparator.<Assignment>comparingInt(
                        each -> index.findDemand(each.demand()).orElseThrow())
                .thenComparingInt(each -> index.findCadre(each.cadre()).orElseThrow()));
        return new Schedule(assignments);
    }

    /** Calls with the numbers of cadre and demand for each head that is gone. */
    void forEachEnded(BiConsumer<Integer, Integer> action) {
        touched.forEach((place, heads) -> tell(place, heads.before - heads.now.size(), action));
    }

    /** Calls with the numbers of cadre and demand for each head that is new. */
    void forEachGiven(BiConsumer<Integer, Integer> action) {
        touched.forEach((place, heads) -> tell(place, heads.now.size() - heads.before, action));
    }

    private void tell(Place place, int times, BiConsumer<Integer, Integer> action) {
        for (int i = 0; i < times; i++) {
            action.accept(
                    index.findCadre(place.cadre()).orElseThrow(),
                    index.findDemand(place.demand()).orElseThrow());
        }
    }
}
