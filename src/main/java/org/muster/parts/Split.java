package org.muster.parts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.bounds.Bound;
import org.muster.schedule.Assignment;
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

    /** Whether nothing was settled beforehand: the best schedules of the parts are the best one of the whole. */
    public boolean sharesNothing() {
        return lent.isEmpty() && divided.isEmpty();
    }

    /**
     * One schedule of all parts.
     *
     * @param schedules one for each part, in their order
     * @throws IllegalArgumentException when there are more or fewer than parts
     */
    public Schedule merge(List<Schedule> schedules) {
        checkOneForEach(schedules.size());
        var assignments = new ArrayList<Assignment>();
        schedules.forEach(schedule -> assignments.addAll(schedule.assignments()));
        return new Schedule(assignments);
    }

    /**
     * What no schedule of the whole can beat. It knows what the bounds of all parts know.
     *
     * @param bounds one for each part, in their order, of {@link Part#forBound}; empty where there is none so far
     * @return empty where a part has no bound
     * @throws IllegalArgumentException when there are more or fewer than parts
     */
    public Optional<Bound> bound(List<Optional<Bound>> bounds) {
        checkOneForEach(bounds.size());
        return bounds.stream().reduce(Split::sum).orElseThrow();
    }

    private static Optional<Bound> sum(Optional<Bound> bound, Optional<Bound> other) {
        return bound.flatMap(one -> other.map(another -> sum(one, another)));
    }

    private static Bound sum(Bound bound, Bound other) {
        var known = EnumSet.noneOf(Bound.Part.class);
        known.addAll(bound.parts());
        known.retainAll(other.parts());
        return new Bound(
                bound.medium() + other.medium(),
                bound.soft() + other.soft(),
                known,
                bound.steps() + other.steps(),
                bound.elapsed().compareTo(other.elapsed()) >= 0 ? bound.elapsed() : other.elapsed());
    }

    private void checkOneForEach(int count) {
        if (count != parts.size()) {
            throw new IllegalArgumentException("There are %d parts, not %d.".formatted(parts.size(), count));
        }
    }
}
