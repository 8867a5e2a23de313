package org.muster.evaluation.referee;

import java.time.LocalDate;
import java.util.Comparator;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;

/**
 * A cadre on a seat, with all that the problem says of the two.
 *
 * @param place position of the demand in the problem's list
 * @param subdistrict that of the site
 * @param start in minutes since the epoch, inclusive
 * @param end in minutes since the epoch, exclusive
 */
public record Duty(
        Cadre cadre,
        Demand demand,
        int place,
        Post post,
        Site site,
        String subdistrict,
        Window window,
        Round round,
        long start,
        long end) {

    /** The order in which a cadre serves. */
    static final Comparator<Duty> IN_TIME =
            Comparator.comparingLong(Duty::start).thenComparingLong(Duty::end).thenComparingInt(Duty::place);

    /** The date the duty counts for. */
    LocalDate date() {
        return window.date();
    }

    public int minutes() {
        return (int) (end - start);
    }

    boolean isAtSiteOf(Duty other) {
        return site.id().equals(other.site.id());
    }
}
