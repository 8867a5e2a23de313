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
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.DisplayName;
import org.muster.formats.text.TextBundle;
import org.muster.formats.text.WindowTexts;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Location;
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

    private final Person person;
    private final Edition edition;
    private final TextBundle texts;
    private final WindowTexts windowTexts;

    /**
     * Whose calendar it is.
     *
     * @param id identifier of the cadre, part of each UID
     * @param name of the cadre
     * @param timeZone of all local times
     */
    public record Person(String id, String name, ZoneId timeZone) {}

    /**
     * Which of several calendars for one cadre it is.
     *
     * @param host name of the place where the cadre's identifier is known, the same for every caller; part of each UID
     * @param version higher than that of every earlier edition, 0 or more
     * @param made when the edition was made
     */
    public record Edition(String host, long version, Instant made) {}

    /**
     * A duty, as people call what belongs to it.
     *
     * @param demand identifier of its demand, part of the UID
     * @param start local, inclusive
     * @param end local, exclusive
     * @param place null where nothing but the name of the site is known
     */
    public record Duty(
            String demand,
            LocalDateTime start,
            LocalDateTime end,
            String site,
            @Nullable Place place,
            String post,
            String round) {}

    /** Where a site is. */
    public record Place(String community, String subdistrict, Location location) {}

    /**
     * A duty that was published to the cadre and withdrawn since. Calendars that have its event cancel it.
     *
     * @param demand of the duty; it may be gone by now
     * @param site what people call the site of the duty
     * @param version higher than that of every edition that has the duty, 0 or more
     */
    public record Cancelled(String demand, String site, LocalDateTime start, LocalDateTime end, long version) {}

    private CadreCalendar(Person person, Edition edition, Locale language) {
        this.person = person;
        this.edition = edition;
        texts = new TextBundle("org.muster.formats.ics.calendar", language);
        windowTexts = new WindowTexts(language);
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
     * @param cancelled none of them on a demand that the cadre serves on; their sites are identifiers, whose names the
     *     problem may know
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
        var sites = ById.of(problem.sites(), Site::id);
        var named = cancelled.stream()
                .map(each -> sites.get(each.site()) == null
                        ? each
                        : new Cancelled(
                                each.demand(),
                                DisplayName.of(ById.get(sites, each.site())),
                                each.start(),
                                each.end(),
                                each.version()))
                .toList();
        return write(
                new Person(cadre, DisplayName.of(person), problem.timeZone()),
                duties(problem, schedule, cadre),
                named,
                edition,
                language);
    }

    private static List<Duty> duties(Problem problem, Schedule schedule, String cadre) {
        var demands = ById.of(problem.demands(), Demand::id);
        var sites = ById.of(problem.sites(), Site::id);
        var posts = ById.of(problem.posts(), Post::id);
        var windows = ById.of(problem.windows(), Window::id);
        var rounds = ById.of(problem.rounds(), Round::id);
        var communities = ById.of(problem.communities(), Community::id);
        return schedule.assignments().stream()
                .filter(assignment -> assignment.cadre().equals(cadre))
                .map(Assignment::demand)
                .distinct()
                .map(demand -> ById.get(demands, demand))
                .map(demand -> {
                    var window = ById.get(windows, demand.window());
                    var site = ById.get(sites, demand.site());
                    var community = ById.get(communities, site.community());
                    return new Duty(
                            demand.id(),
                            window.start(),
                            window.end(),
                            DisplayName.of(site),
                            new Place(DisplayName.of(community), community.subdistrict(), site.location()),
                            DisplayName.of(ById.get(posts, demand.post())),
                            DisplayName.of(ById.get(rounds, window.round())));
                })
                .toList();
    }

    /**
     * The calendar of a person, UTF-8; without events where there is nothing to tell.
     *
     * @param cancelled none of them on a demand of the duties
     */
    public static byte[] write(
            Person person, List<Duty> duties, List<Cancelled> cancelled, Edition edition, Locale language)
            throws IOException {
        return new CadreCalendar(person, edition, language).write(duties, cancelled);
    }

    private byte[] write(List<Duty> duties, List<Cancelled> cancelled) throws IOException {
        var calendar = new ICalendar();
        calendar.setProductId("-//Muster//Muster//" + texts.get("language"));
        calendar.setName(texts.get("name", person.name()));
        calendar.getTimezoneInfo().setDefaultTimezone(timeZone(duties, cancelled));
        duties.stream()
                .sorted(Comparator.comparing(Duty::start))
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

    private VEvent event(Duty duty) {
        var event = new VEvent();
        event.setUid(uid(duty.demand()));
        event.setSequence(sequence(edition.version()));
        event.setDateTimeStamp(Date.from(edition.made()));
        event.setDateStart(Date.from(instant(duty.start())));
        event.setDateEnd(Date.from(instant(duty.end())));
        event.setSummary(texts.get("summary", duty.post(), duty.site()));
        event.setLocation(placeOf(duty));
        var place = duty.place();
        if (place != null) {
            event.setGeo(new Geo(place.location().lat(), place.location().lon()));
        }
        event.setDescription(texts.get(
                "description", duty.post(), placeOf(duty), windowTexts.of(duty.start(), duty.end()), duty.round()));
        return event;
    }

    private VEvent event(Cancelled duty) {
        var event = new VEvent();
        event.setUid(uid(duty.demand()));
        event.setSequence(sequence(duty.version()));
        event.setDateTimeStamp(Date.from(edition.made()));
        event.setDateStart(Date.from(instant(duty.start())));
        event.setDateEnd(Date.from(instant(duty.end())));
        event.setStatus(Status.cancelled());
        event.setTransparency(true);
        event.setSummary(texts.get("cancelled", duty.site()));
        return event;
    }

    private static int sequence(long version) {
        return (int) Math.min(version, Integer.MAX_VALUE);
    }

    private Uid uid(String demand) {
        // No identifier has a line break, so no two duties run into each other.
        var named = String.join("\n", edition.host(), person.id(), demand);
        return new Uid(UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)) + "@" + edition.host());
    }

    private String placeOf(Duty duty) {
        var place = duty.place();
        return place == null ? duty.site() : texts.get("place", duty.site(), place.community(), place.subdistrict());
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(person.timeZone()).toInstant();
    }

    private TimezoneAssignment timeZone(List<Duty> duties, List<Cancelled> cancelled) {
        var zone = person.timeZone();
        var first = Stream.concat(
                        duties.stream().map(Duty::start), cancelled.stream().map(Cancelled::start))
                .min(Comparator.naturalOrder())
                .orElse(LocalDateTime.ofInstant(edition.made(), zone));
        var last = Stream.concat(
                        duties.stream().map(Duty::end), cancelled.stream().map(Cancelled::end))
                .max(Comparator.naturalOrder())
                .orElse(first);
        // Zones that never change are best known to java.util by their offset.
        return new TimezoneAssignment(
                TimeZone.getTimeZone(zone.normalized()), ZoneDescription.of(zone, instant(first), instant(last)));
    }
}
