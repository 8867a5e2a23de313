package org.muster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.muster.formats.ics.CadreCalendar;
import org.muster.persistence.Plan;
import org.muster.problem.Problem;
import org.muster.rest.errors.Language;
import org.muster.schedule.Schedule;

/** Answers with calendars of cadres. */
@ApplicationScoped
class Calendars {

    static final String MEDIA_TYPE = "text/calendar";

    /** In the identifiers of events of plans that belong to no district: no place that callers name differently. */
    private static final String NO_DISTRICT = "muster";

    private static final Instant FIRST_SEQUENCE = Instant.parse("2020-01-01T00:00:00Z");

    private final Clock clock;

    Calendars(Clock clock) {
        this.clock = clock;
    }

    /**
     * The duties of a cadre.
     *
     * @param cadre identifier of a cadre of the problem
     */
    Response answer(Plan plan, Problem problem, Schedule schedule, String cadre, HttpHeaders headers)
            throws IOException {
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var origin = plan.origin();
        var host = origin == null ? NO_DISTRICT : origin.district();
        var edition = new CadreCalendar.Edition(host, sequenceOf(plan), clock.instant());
        var calendar = CadreCalendar.write(problem, schedule, cadre, edition, language);
        return Response.ok(calendar, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duties.ics\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Seconds, so that an event of a later plan is newer than that of an earlier one, however often either changed. */
    private long sequenceOf(Plan plan) {
        var made = plan.stands();
        return Math.max(
                0,
                Duration.between(FIRST_SEQUENCE, made != null ? made : clock.instant())
                        .toSeconds());
    }
}
