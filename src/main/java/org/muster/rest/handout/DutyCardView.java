package org.muster.rest.handout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.DisplayName;
import org.muster.persistence.plans.Plan;
import org.muster.problem.Community;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.index.ById;
import org.muster.problem.index.ProblemIndex;
import org.muster.registry.handout.StandingDuties;
import org.muster.schedule.Schedule;

/**
 * What a cadre sees of their own duties.
 *
 * @param name of the cadre; the identifier where none is known
 * @param unit name of the cadre's work unit
 * @param timeZone of all local times
 * @param duties in time; empty for one who stays at home
 * @param ended when duties were last published or withdrawn; of a plan that came by itself when the schedule was found,
 *     null while it is still being searched for
 * @param changed when the schedule of a plan that came by itself was last changed by hand; null where it was not
 * @param standing what became of the duties that were published; null for a plan that came by itself
 */
public record DutyCardView(
        String name,
        String unit,
        String timeZone,
        List<CardDutyView> duties,
        @Nullable Instant ended,
        @Nullable Instant changed,
        @Nullable Standing standing) {

    /** What became of what was published. */
    public enum Standing {
        /** It stands. */
        PUBLISHED,
        /** Some duties stand, others were withdrawn. */
        CHANGED,
        /** It was withdrawn. */
        WITHDRAWN
    }

    /**
     * One duty.
     *
     * @param date on which it starts
     * @param start local, inclusive, set-up time included
     * @param end local, exclusive
     * @param site its name; the identifier where the list has the site no longer
     * @param subdistrict empty where the list has the site no longer
     * @param community empty where the list has the site no longer
     * @param location null where the list has the site no longer
     * @param post its name; the identifier of the demand where the list has that no longer
     * @param travelMinutes one way, estimated; 0 where that is not known
     * @param standing PUBLISHED or WITHDRAWN; null for a plan that came by itself
     */
    public record CardDutyView(
            LocalDate date,
            LocalDateTime start,
            LocalDateTime end,
            String site,
            String subdistrict,
            String community,
            @Nullable LocationView location,
            String post,
            int travelMinutes,
            @Nullable Standing standing) {}

    /** WGS 84. */
    public record LocationView(double lat, double lon) {

        static LocationView of(Location location) {
            return new LocationView(location.lat(), location.lon());
        }
    }

    /** What stands in a district. */
    static DutyCardView of(StandingDuties.Standing standing) {
        return new DutyCardView(
                DisplayName.of(standing.cadre()),
                DisplayName.of(standing.unit()),
                standing.timeZone().getId(),
                standing.duties().stream().map(DutyCardView::duty).toList(),
                standing.told(),
                null,
                together(standing.duties()));
    }

    private static Standing together(List<StandingDuties.Duty> duties) {
        if (duties.stream().noneMatch(StandingDuties.Duty::isWithdrawn)) {
            return Standing.PUBLISHED;
        }
        return duties.stream().allMatch(StandingDuties.Duty::isWithdrawn) ? Standing.WITHDRAWN : Standing.CHANGED;
    }

    private static CardDutyView duty(StandingDuties.Duty duty) {
        var site = duty.site();
        var community = duty.community();
        return new CardDutyView(
                duty.start().toLocalDate(),
                duty.start(),
                duty.end(),
                duty.siteName(),
                community == null ? "" : community.subdistrict(),
                community == null ? "" : DisplayName.of(community),
                site == null ? null : LocationView.of(site.location()),
                duty.postName(),
                duty.travelMinutes(),
                duty.isWithdrawn() ? Standing.WITHDRAWN : Standing.PUBLISHED);
    }

    /** The schedule of a plan that came by itself. */
    static DutyCardView of(Plan plan, ProblemIndex index, Schedule schedule, int cadre) {
        var problem = index.problem();
        var id = index.cadre(cadre).id();
        return new DutyCardView(
                DisplayName.of(index.cadre(cadre)),
                DisplayName.of(problem.units().get(index.unitOf(cadre))),
                problem.timeZone().getId(),
                schedule.assignments().stream()
                        .filter(assignment -> assignment.cadre().equals(id))
                        .mapToInt(assignment ->
                                index.findDemand(assignment.demand()).orElseThrow())
                        .distinct()
                        .mapToObj(demand -> duty(index, cadre, demand))
                        .sorted(Comparator.comparing(CardDutyView::start).thenComparing(CardDutyView::end))
                        .toList(),
                plan.ended(),
                plan.changed(),
                null);
    }

    private static CardDutyView duty(ProblemIndex index, int cadre, int demand) {
        var problem = index.problem();
        var site = problem.sites().get(index.siteOf(demand));
        var window = problem.windows().get(index.windowOf(demand));
        var community = ById.get(ById.of(problem.communities(), Community::id), site.community());
        var post = ById.get(
                ById.of(problem.posts(), Post::id), index.demand(demand).post());
        return new CardDutyView(
                window.date(),
                window.start(),
                window.end(),
                DisplayName.of(site),
                community.subdistrict(),
                DisplayName.of(community),
                LocationView.of(site.location()),
                DisplayName.of(post),
                index.travel(cadre, index.siteOf(demand)),
                null);
    }
}
