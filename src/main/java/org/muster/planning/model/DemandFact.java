package org.muster.planning.model;

import java.time.LocalDate;
import java.util.List;
import org.muster.problem.Availability;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.index.ProblemIndex;

/** A demand as the solver sees one: what is asked, where, and when, in numbers. */
public final class DemandFact {
    private final Problem problem;
    private final int number;
    private final Demand demand;
    private final Post post;
    private final Site place;
    private final String subdistrict;
    private final Window shift;
    private final LocalDate roundDate;
    private final SiteWindow siteWindow;
    private final long start;
    private final long end;
    private final int minutes;
    private final int hours;
    private final int day;
    private final List<CadreFact> candidates;

    DemandFact(
            ProblemIndex index,
            int number,
            Post post,
            Site place,
            String subdistrict,
            Window shift,
            LocalDate roundDate,
            List<CadreFact> candidates) {
        problem = index.problem();
        this.number = number;
        this.post = post;
        this.place = place;
        this.subdistrict = subdistrict;
        this.shift = shift;
        this.roundDate = roundDate;
        this.candidates = candidates;
        demand = index.demand(number);
        siteWindow = new SiteWindow(index.siteOf(number), index.windowOf(number));
        start = index.start(siteWindow.window());
        end = index.end(siteWindow.window());
        minutes = index.minutes(siteWindow.window());
        hours = index.hoursOf(siteWindow.window());
        day = index.day(siteWindow.window());
    }

    /** The place in the problem's list. */
    public int number() {
        return number;
    }

    public Demand demand() {
        return demand;
    }

    public Post post() {
        return post;
    }

    public Site place() {
        return place;
    }

    public String subdistrict() {
        return subdistrict;
    }

    /** The window itself; {@link #window()} is its number. */
    public Window shift() {
        return shift;
    }

    /** The date on which ages are taken. */
    public LocalDate roundDate() {
        return roundDate;
    }

    /** The date for which a duty here counts. */
    public LocalDate date() {
        return shift.date();
    }

    public SiteWindow team() {
        return siteWindow;
    }

    /** The number of the site. */
    public int site() {
        return siteWindow.site();
    }

    /** The number of the window. */
    public int window() {
        return siteWindow.window();
    }

    /** Minutes since the epoch, inclusive. */
    public long start() {
        return start;
    }

    /** Minutes since the epoch, exclusive. */
    public long end() {
        return end;
    }

    public int minutes() {
        return minutes;
    }

    /** Minutes between a duty here and one there; minus the length of the overlap when they overlap. */
    public long gapTo(DemandFact other) {
        return Math.max(start, other.start) - Math.min(end, other.end);
    }

    /** Whether an interval speaks of this window and has a minute in common with it. */
    public boolean isOverlappedBy(Availability interval) {
        return interval.speaksOf(shift.kind())
                && problem.minuteOf(interval.start()) < end
                && problem.minuteOf(interval.end()) > start;
    }

    /** Whole hours of a duty here, rounded up. */
    public int hours() {
        return hours;
    }

    /** The day of a duty here, counted from 0 at the start of the horizon. */
    public int day() {
        return day;
    }

    /** The candidates of the search for this demand, the cheapest first. All seats share one list. */
    public List<CadreFact> candidates() {
        return candidates;
    }

    /** Adds a cadre who serves here although not among the cheapest: Timefold accepts no value outside the list. */
    public void admit(CadreFact cadre) {
        if (!candidates.contains(cadre)) {
            candidates.add(cadre);
        }
    }

    @Override
    public String toString() {
        return demand.id();
    }
}
