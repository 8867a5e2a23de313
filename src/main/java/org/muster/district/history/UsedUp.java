package org.muster.district.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the duties of a cadre in other rounds have used up of duty rules.
 *
 * @param duties how many
 * @param minutes duty minutes
 * @param perKind duties by the kind of their window; those without a kind are in none
 * @param weekends those with a worked day, each by its Saturday
 */
public record UsedUp(int duties, int minutes, Map<String, Integer> perKind, Set<LocalDate> weekends) {

    /** Nothing. */
    public static final UsedUp NOTHING = new UsedUp(0, 0, Map.of(), Set.of());

    public UsedUp {
        perKind = Map.copyOf(perKind);
        weekends = Set.copyOf(weekends);
    }

    /** Both together. */
    public UsedUp plus(UsedUp other) {
        var kinds = new HashMap<>(perKind);
        other.perKind.forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        var both = new HashSet<>(weekends);
        both.addAll(other.weekends);
        return new UsedUp(duties + other.duties, minutes + other.minutes, kinds, both);
    }

    /** How many weekends there are beside those of some days. */
    public int weekendsBeside(Collection<LocalDate> days) {
        var others = new HashSet<>(weekends);
        days.stream().filter(UsedUp::isInWeekend).map(UsedUp::saturdayOf).forEach(others::remove);
        return others.size();
    }

    /** The Saturday of a weekend that a date is in; itself for a Saturday. */
    public static LocalDate saturdayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }

    /** Whether a date is a Saturday or a Sunday. */
    public static boolean isInWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
