package org.muster.formats.ics;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** A time zone as iCalendar describes it, as far as some days need it: each change of the clock by itself. */
final class ZoneDescription {

    private static final LocalDateTime LONG_AGO = LocalDate.EPOCH.atStartOfDay();

    private ZoneDescription() {}

    /**
     * Describes a zone.
     *
     * @param from first instant that is asked for
     * @param to last instant that is asked for
     */
    static VTimezone of(ZoneId zone, Instant from, Instant to) {
        var rules = zone.getRules();
        var description = new VTimezone(zone.getId());
        var before = rules.previousTransition(from.plusNanos(1));
        if (before == null) {
            var offset = rules.getOffset(from);
            add(rules.isDaylightSavings(from), LONG_AGO, offset, offset, description);
        } else {
            add(rules, before, description);
        }
        for (var change = rules.nextTransition(from);
                change != null && !change.getInstant().isAfter(to);
                change = rules.nextTransition(change.getInstant())) {
            add(rules, change, description);
        }
        return description;
    }

    private static void add(ZoneRules rules, ZoneOffsetTransition change, VTimezone description) {
        add(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                description);
    }

    private static void add(
            boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after, VTimezone description) {
        if (daylight) {
            var summer = new DaylightSavingsTime();
            fill(summer, start, before, after);
            description.addDaylightSavingsTime(summer);
        } else {
            var standard = new StandardTime();
            fill(standard, start, before, after);
            description.addStandardTime(standard);
        }
    }

    private static void fill(Observance observance, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        observance.setDateStart(new DateTimeComponents(
                start.getYear(),
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(before));
        observance.setTimezoneOffsetTo(offset(after));
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(1_000L * offset.getTotalSeconds());
    }
}
