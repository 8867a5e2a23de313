package org.muster.district.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Window;
import org.muster.problem.rules.DutyRules;

/**
 * The rest before and after the services that a cadre has in other rounds, as times in which the cadre is unavailable.
 *
 * <p>A service is an unbroken row of duties at one site, each at most {@link DutyRules#BACK_TO_BACK_MINUTES} after the
 * one before. A duty of the rounds that are planned may continue a service without rest where the cadre could not take
 * a duty elsewhere instead: a time can only be barred for all sites. Where the whole service could become longer than a
 * day may be, it is not continued at all.
 */
public final class RestBetweenRounds {

    private final PlannedWindows planned;

    public RestBetweenRounds(PlannedWindows planned) {
        this.planned = planned;
    }

    /** Duties at one site, by start. */
    private record Service(List<PublishedDuty> duties) {

        String site() {
            return duties.getFirst().site();
        }

        LocalDateTime start() {
            return duties.getFirst().start();
        }

        LocalDateTime end() {
            return duties.stream().map(PublishedDuty::end).max(naturalOrder()).orElseThrow();
        }
    }

    /** A duty or a window, in minutes since the epoch. */
    private record Span(long start, long end, LocalDate day) {

        boolean isBackToBackWith(Span other) {
            return DutyRules.isBackToBack(start - other.end) || DutyRules.isBackToBack(other.start - end);
        }
    }

    /**
     * Adds the times of one cadre.
     *
     * @param rules the cadre's duty rules; null where duties may only not overlap
     */
    public void add(UnavailableTimes times, List<PublishedDuty> duties, @Nullable DutyRules rules) {
        for (var service : services(duties)) {
            add(times, service, duties, rules);
        }
    }

    private void add(UnavailableTimes times, Service service, List<PublishedDuty> duties, @Nullable DutyRules rules) {
        boolean mayGoOn = mayGoOn(service, duties, rules == null ? null : rules.maxMinutesPerDay());
        int asked = rules == null ? 0 : rules.minRest();
        int rest = mayGoOn ? asked : Math.max(asked, DutyRules.BACK_TO_BACK_MINUTES + 1);
        var restFrom = planned.clock().minus(service.start(), rest);
        var restUntil = planned.clock().plus(service.end(), rest);
        var first = mayGoOn ? startOfDutiesBefore(service) : Optional.<LocalDateTime>empty();
        var last = mayGoOn ? endOfDutiesAfter(service) : Optional.<LocalDateTime>empty();
        first.ifPresent(from -> times.add(restFrom, from));
        times.add(first.isPresent() ? service.start() : restFrom, last.isPresent() ? service.end() : restUntil);
        last.ifPresent(until -> times.add(until, restUntil));
    }

    private List<Service> services(List<PublishedDuty> duties) {
        var services = new ArrayList<Service>();
        for (var duty : duties.stream().sorted(comparing(PublishedDuty::start)).toList()) {
            services.stream()
                    .filter(service -> service.site().equals(duty.site())
                            && DutyRules.isBackToBack(planned.clock().between(service.end(), duty.start())))
                    .findFirst()
                    .orElseGet(() -> {
                        services.add(new Service(new ArrayList<>()));
                        return services.getLast();
                    })
                    .duties
                    .add(duty);
        }
        return services;
    }

    /**
     * Whether a service keeps the limit of a day however it is continued. Where all its duties start on one date, the
     * limit of the date sees to it.
     */
    private boolean mayGoOn(Service service, List<PublishedDuty> duties, @Nullable Integer limit) {
        if (limit == null) {
            return true;
        }
        var row = new ArrayList<>(service.duties.stream().map(this::span).toList());
        var others = new ArrayList<Span>();
        duties.stream()
                .filter(duty -> duty.site().equals(service.site()) && !service.duties.contains(duty))
                .map(this::span)
                .forEach(others::add);
        planned.asked().stream()
                .filter(window -> planned.sitesOf(window).contains(service.site()))
                .map(this::span)
                .forEach(others::add);
        for (int i = 0; i < row.size(); i++) {
            var span = row.get(i);
            var next = others.stream().filter(span::isBackToBackWith).toList();
            row.addAll(next);
            others.removeAll(next);
        }
        return row.stream().map(Span::day).distinct().count() <= 1
                || row.stream().mapToLong(span -> span.end - span.start).sum() <= limit;
    }

    private Span span(PublishedDuty duty) {
        return new Span(planned.clock().minuteOf(duty.start()), planned.clock().minuteOf(duty.end()), duty.day());
    }

    private Span span(Window window) {
        return new Span(
                planned.clock().minuteOf(window.start()), planned.clock().minuteOf(window.end()), window.date());
    }

    /** Until when duties that continue a service last; empty where the cadre could serve elsewhere in that time. */
    private Optional<LocalDateTime> endOfDutiesAfter(Service service) {
        var following = planned.asked().stream()
                .filter(window -> DutyRules.isBackToBack(planned.clock().between(service.end(), window.start())))
                .toList();
        return following.stream()
                .map(Window::end)
                .max(naturalOrder())
                .filter(last -> isAllAt(service, following, service.end(), last));
    }

    /** From when on duties that a service continues last; empty where the cadre could serve elsewhere in that time. */
    private Optional<LocalDateTime> startOfDutiesBefore(Service service) {
        var preceding = planned.asked().stream()
                .filter(window -> DutyRules.isBackToBack(planned.clock().between(window.end(), service.start())))
                .toList();
        return preceding.stream()
                .map(Window::start)
                .min(naturalOrder())
                .filter(first -> isAllAt(service, preceding, first, service.start()));
    }

    private boolean isAllAt(Service service, List<Window> some, LocalDateTime from, LocalDateTime until) {
        return planned.asked().stream()
                .filter(window -> window.start().isBefore(until) && window.end().isAfter(from))
                .allMatch(window ->
                        some.contains(window) && planned.sitesOf(window).equals(Set.of(service.site())));
    }
}
