package org.muster.evaluation.referee;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Horizon;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;

/**
 * How far the duties of one cadre go beyond duty rules.
 *
 * <p>Days are those of the horizon, by position: 0 is its first. A day counts as worked when a duty starts on it.
 */
public final class DutyRuleCount {
    private static final int MINUTES_PER_HOUR = 60;

    private final Horizon horizon;
    private final List<Worked> duties;
    private final BitSet workedDays = new BitSet();

    /**
     * A duty, as far as duty rules look at it.
     *
     * @param date on which its window starts
     * @param minutes how long it lasts
     * @param kind of its window; null when it has none
     * @param travel one-way minutes
     */
    public record Worked(
            LocalDate date, int minutes, @Nullable String kind, int travel) {}

    /**
     * Takes the duties of one cadre, in any order, and maybe none.
     *
     * @throws IllegalArgumentException when a duty lies outside the horizon
     */
    public DutyRuleCount(Horizon horizon, List<Worked> duties) {
        this.horizon = horizon;
        this.duties = List.copyOf(duties);
        for (var duty : this.duties) {
            if (!horizon.contains(duty.date())) {
                throw new IllegalArgumentException(
                        "A duty on %s lies outside the horizon from %s to %s. Maybe the horizon is too short."
                                .formatted(duty.date(), horizon.from(), horizon.to()));
            }
            workedDays.set(dayOf(duty.date()));
        }
    }

    /** The excess, 0 or more, in the unit that {@link DutyRule} says beside the rule. */
    public long excess(DutyRule rule, DutyLimit limit) {
        int count = limit.count();
        return switch (rule) {
            case MIN_DUTIES -> below(count, duties.size());
            case MAX_DUTIES -> above(count, duties.size());
            case MIN_MINUTES -> hours(below(count, minutes()));
            case MAX_MINUTES -> hours(above(count, minutes()));
            case MAX_CONSECUTIVE_DAYS ->
                runsOfWork().mapToLong(run -> above(count, run.days())).sum();
            case MIN_CONSECUTIVE_DAYS ->
                runsOfWork()
                        .filter(run -> !touchesAnEnd(run))
                        .mapToLong(run -> below(count, run.days()))
                        .sum();
            case MAX_CONSECUTIVE_DAYS_OFF ->
                runsOff().mapToLong(run -> above(count, run.days())).sum();
            case MIN_CONSECUTIVE_DAYS_OFF ->
                runsOff()
                        .filter(run -> !touchesAnEnd(run))
                        .mapToLong(run -> below(count, run.days()))
                        .sum();
            case MAX_WEEKENDS -> above(count, weekends());
            case MAX_PER_KIND ->
                limit.perKind().entrySet().stream()
                        .mapToLong(entry -> above(entry.getValue(), dutiesOfKind(entry.getKey())))
                        .sum();
            case FORBIDDEN_SUCCESSIONS ->
                limit.successions().stream().mapToLong(this::successions).sum();
            case MAX_TRAVEL ->
                duties.stream().filter(duty -> duty.travel() > count).count();
        };
    }

    private long minutes() {
        return duties.stream().mapToLong(Worked::minutes).sum();
    }

    private long dutiesOfKind(String kind) {
        return duties.stream().filter(duty -> kind.equals(duty.kind())).count();
    }

    /** Each weekend is known by its Saturday, be that in the horizon or not. */
    private long weekends() {
        return workedDays.stream()
                .mapToObj(horizon.from()::plusDays)
                .filter(DutyRuleCount::isInWeekend)
                .map(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)))
                .distinct()
                .count();
    }

    private static boolean isInWeekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> true;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
        };
    }

    private long successions(DutyLimit.Succession forbidden) {
        var nextDays = datesOfKind(forbidden.next());
        return datesOfKind(forbidden.first()).entrySet().stream()
                .mapToLong(day ->
                        day.getValue() * nextDays.getOrDefault(day.getKey().plusDays(1), 0L))
                .sum();
    }

    /** How many duties of a kind there are on each date that has one. */
    private Map<LocalDate, Long> datesOfKind(String kind) {
        return duties.stream().filter(duty -> kind.equals(duty.kind())).collect(groupingBy(Worked::date, counting()));
    }

    /**
     * An unbroken run of days that are all worked, or all off.
     *
     * @param from position of its first day
     * @param until position of the day after its last
     */
    private record Run(int from, int until) {
        int days() {
            return until - from;
        }
    }

    private boolean touchesAnEnd(Run run) {
        return run.from() == 0 || run.until() == horizon.days();
    }

    private Stream<Run> runsOfWork() {
        return runsIn(workedDays);
    }

    private Stream<Run> runsOff() {
        var daysOff = (BitSet) workedDays.clone();
        daysOff.flip(0, horizon.days());
        return runsIn(daysOff);
    }

    private static Stream<Run> runsIn(BitSet days) {
        var runs = new ArrayList<Run>();
        for (int from = days.nextSetBit(0); from >= 0; ) {
            int until = days.nextClearBit(from);
            runs.add(new Run(from, until));
            from = days.nextSetBit(until);
        }
        return runs.stream();
    }

    private int dayOf(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(horizon.from(), date);
    }

    private static long above(long limit, long amount) {
        return Math.max(0, amount - limit);
    }

    private static long below(long limit, long amount) {
        return Math.max(0, limit - amount);
    }

    /** Whole hours, rounded up. */
    private static long hours(long minutes) {
        return Math.ceilDiv(minutes, MINUTES_PER_HOUR);
    }
}
