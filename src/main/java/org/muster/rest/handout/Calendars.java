package org.muster.rest.handout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.formats.ics.CadreCalendar;
import org.muster.persistence.plans.Plan;
import org.muster.problem.Problem;
import org.muster.registry.handout.ToldDuties;
import org.muster.registry.handout.ToldDuties.Told;
import org.muster.rest.errors.Language;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** Answers with calendars of cadres. */
@ApplicationScoped
class Calendars {

    static final String MEDIA_TYPE = "text/calendar";

    /** In the identifiers of events of plans that belong to no district: no place that callers name differently. */
    private static final String NO_DISTRICT = "muster";

    private static final Instant FIRST_SEQUENCE = Instant.parse("2020-01-01T00:00:00Z");

    private final Clock clock;
    private final ToldDuties toldDuties;

    Calendars(Clock clock, ToldDuties toldDuties) {
        this.clock = clock;
        this.toldDuties = toldDuties;
    }

    /**
     * The duties of a cadre that stand, and those that were withdrawn.
     *
     * @param cadre identifier of a cadre of the problem
     */
    Response answer(Plan plan, Problem problem, Schedule schedule, String cadre, HttpHeaders headers)
            throws IOException {
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var origin = plan.origin();
        var host = origin == null ? NO_DISTRICT : origin.district();
        var own = schedule.assignments().stream()
                .filter(assignment -> assignment.cadre().equals(cadre))
                .toList();
        var told = toldDuties.find(
                plan, problem, cadre, own.stream().map(Assignment::demand).collect(Collectors.toSet()));
        var standing = new Schedule(own.stream()
                .filter(assignment ->
                        told.filter(each -> each.isOver(assignment.demand())).isEmpty())
                .toList());
        var edition = new CadreCalendar.Edition(
                host, sequenceOf(plan, told.map(Told::published).orElse(null)), clock.instant());
        var calendar = CadreCalendar.write(
                problem,
                standing,
                cadre,
                told.map(each -> cancelled(each, standing)).orElse(List.of()),
                edition,
                language);
        return Response.ok(calendar, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duties.ics\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Duties that she was told of, and that are none of those that stand. */
    private static List<CadreCalendar.Cancelled> cancelled(Told told, Schedule standing) {
        var coming = standing.assignments().stream().map(Assignment::demand).collect(Collectors.toSet());
        return told.withdrawn().stream()
                .filter(duty -> !coming.contains(duty.demand()))
                .map(duty -> new CadreCalendar.Cancelled(
                        duty.demand(), duty.site(), duty.start(), duty.end(), 1 + secondsUntil(duty.withdrawn())))
                .toList();
    }

    /**
     * Seconds, so that an event of a later plan is newer than that of an earlier one, however often either changed; and
     * one that is published again is newer than its withdrawal.
     */
    private long sequenceOf(Plan plan, @Nullable Instant published) {
        var made = plan.stands();
        long sequence = secondsUntil(made != null ? made : clock.instant());
        return published == null ? sequence : Math.max(sequence, secondsUntil(published));
    }

    private static long secondsUntil(Instant moment) {
        return Math.max(0, Duration.between(FIRST_SEQUENCE, moment).toSeconds());
    }
}
