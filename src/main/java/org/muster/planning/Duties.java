package org.muster.planning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The duties of one cadre in the order of time. */
public final class Duties {
    /** Nobody's, or those of a cadre who stays at home. */
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
        int minutes = 0;
        for (var duty : inOrder) {
            minutes += duty.minutes();
        }
        return minutes;
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
