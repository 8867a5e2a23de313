package org.muster.problem.index;

import java.util.Arrays;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/**
 * Counts the rules about the times of one cadre's duties: overlaps and rest, the limits of a day, long days. All code
 * that works on numbers uses this class; constraint streams and referee implement the same rules independently.
 *
 * <p>Duties come in the order in which they are served: by start, then by end, then by the place of the demand in the
 * problem's list. A <em>service</em> is an unbroken row of duties at one site, each 0 to
 * {@value DutyRules#BACK_TO_BACK_MINUTES} minutes after the one before; a single duty is one too. A duty that overlaps
 * the one before, or is elsewhere, begins another service. One object serves one thread; it keeps its arrays.
 */
public final class DutyTimes {
    /** With more duty minutes than this a date is long. */
    public static final int LONG_DAY_MINUTES = 480;

    private static final int MINUTES_PER_HOUR = 60;

    private long minRest;
    private long mostMinutes;

    private int duties;
    private long[] endOfDuty = new long[8];
    /** The latest end of a duty and all before it. */
    private long[] latestEndOfDuties = new long[8];

    private int services;
    private long[] endOfService = new long[8];
    private long[] latestEndOfServices = new long[8];
    private int site;
    private int firstDayOfService;
    private long minutesOfService;
    private boolean spansDates;

    private int days;
    private int[] dayNumber = new int[8];
    private long[] minutesOfDay = new long[8];

    private long overlap;
    private long missingRest;
    private long minutesAboveInServices;

    /**
     * Removes all duties.
     *
     * @param newMinRest minutes between two services
     * @param newMostMinutes duty minutes of a date, and of a service on several dates; {@link Integer#MAX_VALUE} for no
     *     limit
     */
    public void begin(int newMinRest, int newMostMinutes) {
        minRest = newMinRest;
        mostMinutes = newMostMinutes == Integer.MAX_VALUE ? Long.MAX_VALUE : newMostMinutes;
        duties = 0;
        services = 0;
        days = 0;
        overlap = 0;
        missingRest = 0;
        minutesAboveInServices = 0;
    }

    /** Removes all duties; counts by a cadre's duty rules from now on. */
    public void begin(DutyRules rules) {
        begin(rules.minRest(), rules.maxMinutesPerDay() == null ? Integer.MAX_VALUE : rules.maxMinutesPerDay());
    }

    /**
     * Adds the next duty.
     *
     * @param start in elapsed minutes since any moment, inclusive
     * @param end exclusive
     * @param atSite any number for each site
     * @param day that on which the duty's window starts, any number for each date
     */
    public void add(long start, long end, int atSite, int day) {
        addOverlaps(start, end);
        boolean follows = services > 0 && atSite == site && DutyRules.isBackToBack(start - endOfDuty[duties - 1]);
        if (!follows) {
            minutesAboveInServices += minutesAboveInService();
            addMissingRest(start);
            beginService(atSite, day);
        }
        minutesOfService += end - start;
        spansDates |= day != firstDayOfService;
        endOfService[services - 1] = end;
        latestEndOfServices[services - 1] = services == 1 ? end : Math.max(end, latestEndOfServices[services - 2]);
        addToDay(day, end - start);
        addToDuties(end);
    }

    /**
     * The quantity of {@link Rule#OVERLAP_AND_REST}: for each two services the minutes of rest missing between them, and
     * for each two duties the minutes in which they overlap.
     */
    public long missingRest() {
        return missingRest + overlap;
    }

    /** The quantity of {@link Rule#DAY_LIMIT}: minutes above the limit, of dates and of services on several dates. */
    public long minutesAboveLimit() {
        if (mostMinutes == Long.MAX_VALUE) {
            return 0;
        }
        long above = minutesAboveInServices + minutesAboveInService();
        for (int place = 0; place < days; place++) {
            above += Math.max(0, minutesOfDay[place] - mostMinutes);
        }
        return above;
    }

    /** The quantity of {@link Rule#LONG_DAY}, over all dates. */
    public long longDays() {
        long quantity = 0;
        for (int place = 0; place < days; place++) {
            quantity += longDay(minutesOfDay[place]);
        }
        return quantity;
    }

    /** What so many duty minutes on one date add to {@link Rule#LONG_DAY}: whole hours beyond eight, squared. */
    public static long longDay(long minutes) {
        long hours = Math.ceilDiv(Math.max(0, minutes - LONG_DAY_MINUTES), MINUTES_PER_HOUR);
        return hours * hours;
    }

    private void addOverlaps(long start, long end) {
        for (int earlier = duties - 1; earlier >= 0 && latestEndOfDuties[earlier] > start; earlier--) {
            overlap += Math.max(0, Math.min(endOfDuty[earlier], end) - start);
        }
    }

    private void addMissingRest(long start) {
        for (int earlier = services - 1; earlier >= 0 && latestEndOfServices[earlier] + minRest > start; earlier--) {
            missingRest += Math.max(0, minRest - Math.max(0, start - endOfService[earlier]));
        }
    }

    private void beginService(int atSite, int day) {
        if (services == endOfService.length) {
            endOfService = Arrays.copyOf(endOfService, 2 * services);
            latestEndOfServices = Arrays.copyOf(latestEndOfServices, 2 * services);
        }
        services++;
        site = atSite;
        firstDayOfService = day;
        minutesOfService = 0;
        spansDates = false;
    }

    private long minutesAboveInService() {
        return services > 0 && spansDates ? Math.max(0, minutesOfService - mostMinutes) : 0;
    }

    /** Dates come in order but where a zone leaves a whole day out. */
    private void addToDay(int day, long minutes) {
        int place = days - 1;
        while (place >= 0 && dayNumber[place] != day) {
            place--;
        }
        if (place < 0) {
            if (days == dayNumber.length) {
                dayNumber = Arrays.copyOf(dayNumber, 2 * days);
                minutesOfDay = Arrays.copyOf(minutesOfDay, 2 * days);
            }
            place = days++;
            dayNumber[place] = day;
            minutesOfDay[place] = 0;
        }
        minutesOfDay[place] += minutes;
    }

    private void addToDuties(long end) {
        if (duties == endOfDuty.length) {
            endOfDuty = Arrays.copyOf(endOfDuty, 2 * duties);
            latestEndOfDuties = Arrays.copyOf(latestEndOfDuties, 2 * duties);
        }
        endOfDuty[duties] = end;
        latestEndOfDuties[duties] = duties == 0 ? end : Math.max(end, latestEndOfDuties[duties - 1]);
        duties++;
    }
}
