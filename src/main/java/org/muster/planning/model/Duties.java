package org.muster.planning.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.rules.DutyRules;

/** The duties of one cadre in the order of time. */
public final class Duties {
    /** No duties: those of a cadre who stays at home. */
    public static final Duties NONE = new Duties(new DemandFact[0]);

    private static final Comparator<DemandFact> BY_TIME = Comparator.comparingLong(DemandFact::start)
            .thenComparingLong(DemandFact::end)
            .thenComparingInt(DemandFact::number);

    private final DemandFact[] inOrder;

    private Duties(DemandFact[] inOrder) {
        this.inOrder = inOrder;
    }

    /** Sorts duties by start, then by end, then by the place of the demand in the problem. */
    public static Duties of(Collection<DemandFact> demands) {
        var inOrder = demands.toArray(DemandFact[]::new);
        if (inOrder.length > 1) {
            Arrays.sort(inOrder, BY_TIME);
        }
        return new Duties(inOrder);
    }

    public int count() {
        return inOrder.length;
    }

    public DemandFact get(int place) {
        return inOrder[place];
    }

    /** The duties in order; a view. */
    public List<DemandFact> inOrder() {
        return Arrays.asList(inOrder);
    }

    /** Duty minutes of all duties. */
    public int minutes() {
        return minutes(0, inOrder.length);
    }

    /** Duty minutes of those from one place, inclusive, to another, exclusive. */
    public int minutes(int from, int to) {
        int minutes = 0;
        for (int place = from; place < to; place++) {
            minutes += inOrder[place].minutes();
        }
        return minutes;
    }

    /** Duty minutes by the day on which the duties start. */
    public Map<Integer, Integer> minutesByDay() {
        var minutes = new HashMap<Integer, Integer>();
        for (var duty : inOrder) {
            minutes.merge(duty.day(), duty.minutes(), Integer::sum);
        }
        return minutes;
    }

    /** Where the service after that of a duty begins: at the next place but for duties in the same unbroken row. */
    public int serviceAfter(int place) {
        int next = place;
        while (!endsService(next)) {
            next++;
        }
        return next + 1;
    }

    /** Whether a duty is the last of its service: the next one is elsewhere, overlaps it, or is too long after it. */
    public boolean endsService(int place) {
        if (place == inOrder.length - 1) {
            return true;
        }
        long gap = inOrder[place].gapTo(inOrder[place + 1]);
        return inOrder[place].site() != inOrder[place + 1].site() || gap < 0 || gap > DutyRules.BACK_TO_BACK_MINUTES;
    }

    /** Hours of all duties, each rounded up to whole hours. */
    public int hours() {
        int hours = 0;
        for (var duty : inOrder) {
            hours += duty.hours();
        }
        return hours;
    }
}
