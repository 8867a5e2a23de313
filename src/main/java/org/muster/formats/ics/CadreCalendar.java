package org.muster.formats.ics;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Geo;
import biweekly.property.Status;
import biweekly.property.Uid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.muster.formats.text.DisplayName;
import org.muster.formats.text.TextBundle;
import org.muster.formats.text.WindowTexts;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.index.ById;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * The duties of one cadre as iCalendar: an event for each, with what the cadre needs to be there in time.
 *
 * <p>A duty keeps its UID in every plan of the same service, so that a calendar which has it already moves it instead
 * of showing it twice. The UID is a hash, which reveals nothing about the cadre.
 *
 * <p>It has no METHOD: that makes it a message of RFC 5546, and PUBLISH then asks for an ORGANIZER with an address to
 * which calendars may write. Without METHOD it is what is meant: events to import.
 *
 * <p>Source: RFC 5545, RFC 7986.
 */
public final class CadreCalendar {

    private final Problem problem;
    private final Cadre cadre;
    private final Edition edition;
    private final TextBundle texts;
    private final WindowTexts windowTexts;
    private final Map<String, Site> sites;
    private final Map<String, Post> posts;
    private final Map<String, Window> windows;
    private final Map<String, Round> rounds;
    private final Map<String, Community> communities;

    /**
     * Which of several calendars for one cadre it is.
     *
     * @param host name of the place where the cadre's identifier is known, the same for every caller; part of each UID
     * @param version higher than that of every earlier edition, 0 or more
     * @param made when the edition was made
     */
    public record Edition(String host, long version, Instant made) {}

    /**
     * A duty that was published to the cadre and withdrawn since. Calendars that have its event cancel it.
     *
     * @param demand of the duty; it may be gone by now
     * @param site of the duty; it may be gone by now
     * @param version higher than that of every edition that has the duty, 0 or more
     */
    public record Cancelled(String demand, String site, LocalDateTime start, LocalDateTime end, long version) {}

    private CadreCalendar(Problem problem, Cadre cadre, Edition edition, Locale language) {
        this.problem = problem;
        this.cadre = cadre;
        this.edition = edition;
        texts = new TextBundle("org.muster.formats.ics.calendar", language);
        windowTexts = new WindowTexts(language);
        sites = ById.of(problem.sites(), Site::id);
        posts = ById.of(problem.posts(), Post::id);
        windows = ById.of(problem.windows(), Window::id);
        rounds = ById.of(problem.rounds(), Round::id);
        communities = ById.of(problem.communities(), Community::id);
    }

    /**
     * The calendar of a cadre, UTF-8; without events where the cadre has no duty.
     *
     * @param cadre identifier of a cadre of the problem
     * @param language Chinese, or English for every other
     * @throws IllegalArgumentException when the problem has no such cadre
     */
    public static byte[] write(Problem problem, Schedule schedule, String cadre, Edition edition, Locale language)
            throws IOException {
        return write(problem, schedule, cadre, List.of(), edition, language);
    }

    /**
     * The same with cancelled events for duties that were withdrawn.
     *
     * @param cancelled none of them on a demand that the cadre serves on
     */
    public static byte[] write(
            Problem problem,
            Schedule schedule,
            String cadre,
            List<Cancelled> cancelled,
            Edition edition,
            Locale language)
            throws IOException {
        var person = ById.get(ById.of(problem.cadres(), Cadre::id), cadre);
        var demands = ById.of(problem.demands(), Demand::id);
        var duties = schedule.assignments().stream()
                .filter(assignment -> assignment.cadre().equals(cadre))
                .map(Assignment::demand)
                .distinct()
                .map(demand -> ById.get(demands, demand))
                .toList();
        return new CadreCalendar(problem, person, edition, language).write(duties, cancelled);
    }

    private byte[] write(List<Demand> duties, List<Cancelled> cancelled) throws IOException {
        var calendar = new ICalendar();
        calendar.setProductId("-//Muster//Muster//" + texts.get("language"));
        calendar.setName(texts.get("name", DisplayName.of(cadre)));
        calendar.getTimezoneInfo().setDefaultTimezone(timeZone(duties, cancelled));
        duties.stream()
                .sorted(Comparator.comparing(duty -> windowOf(duty).start()))
                .map(this::event)
                .forEach(calendar::addEvent);
        cancelled.stream().map(this::event).forEach(calendar::addEvent);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ICalWriter(bytes, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        }
        return FoldedLines.of(bytes.toByteArray());
    }

    private VEvent event(Demand duty) {
        var site = ById.get(sites, duty.site());
        var post = ById.get(posts, duty.post());
        var window = windowOf(duty);
        var round = ById.get(rounds, window.round());
        var event = new VEvent();
        event.setUid(uid(duty.id()));
        event.setSequence(sequence(edition.version()));
        event.setDateTimeStamp(Date.from(edition.made()));
        event.setDateStart(Date.from(instant(window.start())));
        event.setDateEnd(Date.from(instant(window.end())));
        event.setSummary(texts.get("summary", DisplayName.of(post), DisplayName.of(site)));
        event.setLocation(place(site));
        event.setGeo(new Geo(site.location().lat(), site.location().lon()));
        event.setDescription(texts.get(
                "description", DisplayName.of(post), place(site), windowTexts.of(window), DisplayName.of(round)));
        return event;
    }

    private VEvent event(Cancelled duty) {
        var site = sites.get(duty.site());
        var event = new VEvent();
        event.setUid(uid(duty.demand()));
        event.setSequence(sequence(duty.version()));
        event.setDateTimeStamp(Date.from(edition.made()));
        event.setDateStart(Date.from(instant(duty.start())));
        event.setDateEnd(Date.from(instant(duty.end())));
        event.setStatus(Status.cancelled());
        event.setTransparency(true);
        event.setSummary(texts.get("cancelled", site == null ? duty.site() : DisplayName.of(site)));
        return event;
    }

    private static int sequence(long version) {
        return (int) Math.min(version, Integer.MAX_VALUE);
    }

    private Uid uid(String demand) {
        // No identifier has a line break, so no two duties run into each other.
        var named = String.join("\n", edition.host(), cadre.id(), demand);
        return new Uid(UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)) + "@" + edition.host());
    }

    private String place(Site site) {
        var community = ById.get(communities, site.community());
        return texts.get("place", DisplayName.of(site), DisplayName.of(community), community.subdistrict());
    }

    private Window windowOf(Demand duty) {
        return ById.get(windows, duty.window());
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(problem.timeZone()).toInstant();
    }

    private TimezoneAssignment timeZone(List<Demand> duties, List<Cancelled> cancelled) {
        var zone = problem.timeZone();
        var first = Stream.concat(
                        duties.stream().map(duty -> windowOf(duty).start()),
                        cancelled.stream().map(Cancelled::start))
                .min(Comparator.naturalOrder())
                .orElse(problem.horizon().from().atStartOfDay());
        var last = Stream.concat(
                        duties.stream().map(duty -> windowOf(duty).end()),
                        cancelled.stream().map(Cancelled::end))
                .max(Comparator.naturalOrder())
                .orElse(first);
        // Zones that never change are best known to java.util by their offset.
        return new TimezoneAssignment(
                TimeZone.getTimeZone(zone.normalized()), ZoneDescription.of(zone, instant(first), instant(last)));
    }
}
