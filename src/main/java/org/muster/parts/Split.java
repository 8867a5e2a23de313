package org.muster.parts;

import java.util.List;
import java.util.Set;
import org.muster.schedule.Schedule;

/**
 * A problem in parts that are solved one beside the other.
 *
 * <p>Schedules of the parts that keep the parts' rules keep, {@link #merge merged}, all rules of the whole, and their
 * medium scores add up to that of the whole. So do their soft scores; only a published assignment of a cadre who was
 * lent to another part counts in the whole and in no part.
 *
 * @param parts in the order of their first sections
 * @param lent identifiers of the cadres who could have served in several parts; each is in one of them
 * @param divided identifiers of the units that have a ceiling of their own in each part
 */
public record Split(List<Part> parts, Set<String> lent, Set<String> divided) {

    public Split {
        parts = List.copyOf(parts);
        lent = Set.copyOf(lent);
        divided = Set.copyOf(divided);
    }

    /**
     * Whether neither cadres nor ceilings had to be divided: the best schedules of the parts are the best one of the
     * whole.
     */
    public boolean sharesNothing() {
        return lent.isEmpty() && divided.isEmpty();
    }

    /** One schedule of all parts, of a schedule of each. */
    public static Schedule merge(List<Schedule> schedules) {
        return new Schedule(schedules.stream()
                .flatMap(schedule -> schedule.assignments().stream())
                .toList());
    }
}
