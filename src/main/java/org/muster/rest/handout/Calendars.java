package org.muster.rest.handout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.formats.ics.CadreCalendar;
import org.muster.formats.text.DisplayName;
import org.muster.persistence.plans.Plan;
import org.muster.problem.Problem;
import org.muster.registry.handout.StandingDuties.Duty;
import org.muster.registry.handout.StandingDuties.Standing;
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
     * The duties of a cadre in a plan, but for those that no longer stand, and those that were withdrawn.
     *
     * @param cadre identifier of a cadre of the problem
     */
    Response answer(Plan plan, Problem problem, Schedule schedule, String cadre, HttpHeaders headers)
            throws IOException {
        var origin = plan.origin();
        var host = origin == null ? NO_DISTRICT : origin.district();
        var own = schedule.assignments().stream()
                .filter(assignment -> assignment.cadre().equals(cadre))
                .toList();
        var told = toldDuties.find(
                plan, problem, cadre, own.stream().map(Assignment::demand).collect(Collectors.toSet()));
        var standing = new Schedule(own.stream()
                .filter(assignment -> told.filter(each -> each.over().contains(assignment.demand()))
                        .isEmpty())
                .toList());
        var edition = new CadreCalendar.Edition(
                host, sequenceOf(plan, told.map(Told::published).orElse(null)), clock.instant());
        var language = languageOf(headers);
        var calendar = CadreCalendar.write(
                problem,
                standing,
                cadre,
                told.map(each -> cancelled(each, standing)).orElse(List.of()),
                edition,
                language);
        return answer(calendar, language);
    }

    /** What stands of a cadre in a district, and what was withdrawn. */
    Response answer(Standing standing, HttpHeaders headers) throws IOException {
        var told = standing.told();
        var edition =
                new CadreCalendar.Edition(standing.district(), told == null ? 0 : secondsUntil(told), clock.instant());
        var language = languageOf(headers);
        var calendar = CadreCalendar.write(
                new CadreCalendar.Person(standing.cadre().id(), DisplayName.of(standing.cadre()), standing.timeZone()),
                standing.duties().stream()
                        .filter(duty -> !duty.isWithdrawn())
                        .map(Calendars::duty)
                        .toList(),
                standing.duties().stream()
                        .filter(Duty::isWithdrawn)
                        .map(Calendars::cancelled)
                        .toList(),
                edition,
                language);
        return answer(calendar, language);
    }

    private static CadreCalendar.Duty duty(Duty duty) {
        var site = duty.site();
        var community = duty.community();
        return new CadreCalendar.Duty(
                duty.demand(),
                duty.start(),
                duty.end(),
                duty.siteName(),
                site == null || community == null
                        ? null
                        : new CadreCalendar.Place(DisplayName.of(community), community.subdistrict(), site.location()),
                duty.postName(),
                duty.round());
    }

    private static CadreCalendar.Cancelled cancelled(Duty duty) {
        return new CadreCalendar.Cancelled(
                duty.demand(), duty.siteName(), duty.start(), duty.end(), 1 + secondsUntil(duty.told()));
    }

    private static Locale languageOf(HttpHeaders headers) {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Response answer(byte[] calendar, Locale language) {
        return Response.ok(calendar, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duties.ics\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Duties that the cadre was told of, and that are none of those that stand. */
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
