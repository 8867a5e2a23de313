package org.muster.district.history;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * The times in which a cadre is unavailable because of duties in other rounds, by required duty rules and the limit of
 * a day.
 *
 * <p>Days are barred whatever else the cadre serves. So a cadre may lose a day that they could have served, and no rule
 * is broken.
 */
public final class DaysBetweenRounds {

    private final PlannedWindows planned;

    public DaysBetweenRounds(PlannedWindows planned) {
        this.planned = planned;
    }

    /** Adds the times of one cadre. */
    public void add(UnavailableTimes times, List<PublishedDuty> duties, DutyRules rules) {
        var worked = duties.stream().map(PublishedDuty::day).collect(toCollection(TreeSet::new));
        var open = new TreeSet<>(planned.days());
        open.removeAll(worked);
        var off = new TreeSet<LocalDate>();
        required(rules, DutyRule.MAX_CONSECUTIVE_DAYS)
                .ifPresent(limit -> off.addAll(daysThatMakeRunsTooLong(worked, open, limit.count())));
        required(rules, DutyRule.MIN_CONSECUTIVE_DAYS_OFF)
                .ifPresent(limit -> off.addAll(daysAfterTooFewOff(worked, open, limit.count())));
        off.forEach(times::addDay);
        required(rules, DutyRule.FORBIDDEN_SUCCESSIONS)
                .ifPresent(limit -> limit.successions().forEach(pair -> addSuccessions(times, duties, pair)));
    }

    /** A duty rule that must be kept; empty where there is none, or where it is a goal. */
    public static Optional<DutyLimit> required(DutyRules rules, DutyRule rule) {
        return Optional.ofNullable(rules.limits().get(rule)).filter(DutyLimit::isRequired);
    }

    /**
     * Some of the free days, without which no run of days that has a worked one is longer than the limit. A run is cut
     * as far from worked days as it can be.
     */
    private Set<LocalDate> daysThatMakeRunsTooLong(
            NavigableSet<LocalDate> worked, NavigableSet<LocalDate> free, int limit) {
        var off = new TreeSet<LocalDate>();
        if (worked.isEmpty() || worked.size() + free.size() <= limit) {
            return off;
        }
        var open = new TreeSet<>(free);
        var last = planned.lastDay();
        for (var from = planned.firstDay().minusDays(limit); !from.isAfter(last); from = from.plusDays(1)) {
            var run = Stream.iterate(from, day -> day.plusDays(1))
                    .limit(limit + 1L)
                    .toList();
            boolean isTooLong = run.stream().allMatch(day -> worked.contains(day) || open.contains(day))
                    && run.stream().anyMatch(worked::contains);
            if (isTooLong) {
                run.stream()
                        .filter(open::contains)
                        .max(Comparator.<LocalDate>comparingLong(day -> daysToNearest(worked, day))
                                .thenComparing(Comparator.naturalOrder()))
                        .ifPresent(day -> {
                            open.remove(day);
                            off.add(day);
                        });
            }
        }
        return off;
    }

    private static long daysToNearest(NavigableSet<LocalDate> worked, LocalDate day) {
        return Stream.of(worked.floor(day), worked.ceiling(day))
                .filter(each -> each != null)
                .mapToLong(each -> Math.abs(DAYS.between(each, day)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The open days with too few days off between them and a worked one. */
    private static Set<LocalDate> daysAfterTooFewOff(
            NavigableSet<LocalDate> worked, NavigableSet<LocalDate> open, int least) {
        return open.stream()
                .filter(day -> isTooNear(worked.floor(day), day, least) || isTooNear(worked.ceiling(day), day, least))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isTooNear(@Nullable LocalDate worked, LocalDate day, int least) {
        if (worked == null) {
            return false;
        }
        long off = Math.abs(DAYS.between(worked, day)) - 1;
        return off > 0 && off < least;
    }

    private void addSuccessions(UnavailableTimes times, List<PublishedDuty> duties, DutyLimit.Succession pair) {
        for (var duty : duties) {
            if (pair.first().equals(duty.kind())) {
                addKind(times, duty.day().plusDays(1), pair.next());
            }
            if (pair.next().equals(duty.kind())) {
                addKind(times, duty.day().minusDays(1), pair.first());
            }
        }
    }

    private void addKind(UnavailableTimes times, LocalDate day, String kind) {
        times.addStartsOf(
                planned.on(day).stream()
                        .filter(window -> kind.equals(window.kind()))
                        .toList(),
                Set.of(kind));
    }

    /**
     * Keeps the limit of each day, with the minutes that are used already. Where that cannot be said by barring windows,
     * the limit is lowered for all days that are planned.
     *
     * @return the limit that holds within the rounds; null where there is none
     */
    public @Nullable Integer limitOfDay(UnavailableTimes times, List<PublishedDuty> duties, DutyRules rules) {
        var limit = rules.maxMinutesPerDay();
        if (limit == null) {
            return null;
        }
        int lowered = limit;
        for (var day : planned.days()) {
            int used = duties.stream()
                    .filter(duty -> duty.day().equals(day))
                    .mapToInt(PublishedDuty::minutes)
                    .sum();
            if (used > 0) {
                lowered = Math.min(lowered, limitOf(times, day, limit, Math.max(0, limit - used)));
            }
        }
        return lowered;
    }

    private int limitOf(UnavailableTimes times, LocalDate day, int limit, int left) {
        if (planned.days().size() == 1) {
            return left;
        }
        var fitting = planned.on(day).stream()
                .filter(window -> planned.minutesOf(window) <= left)
                .toList();
        for (var window : planned.on(day)) {
            if (!fitting.contains(window)) {
                times.addStartsOf(List.of(window), Set.of());
            }
        }
        boolean allFit = fitting.stream().mapToInt(planned::minutesOf).sum() <= left;
        boolean onlyOneFits =
                fitting.stream().mapToInt(planned::minutesOf).sorted().limit(2).sum() > limit;
        return allFit || onlyOneFits ? limit : left;
    }

    /** Bars the days of weekends on which the cadre has not worked in other rounds. */
    public void addWeekendsBut(UnavailableTimes times, Set<LocalDate> worked) {
        planned.days().stream()
                .filter(UsedUp::isInWeekend)
                .filter(day -> !worked.contains(UsedUp.saturdayOf(day)))
                .map(planned::on)
                .forEach(windows -> times.addStartsOf(windows, Set.of()));
    }
}
