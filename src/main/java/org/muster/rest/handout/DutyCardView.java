package org.muster.rest.handout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.DisplayName;
import org.muster.persistence.plans.Plan;
import org.muster.problem.Community;
import org.muster.problem.Post;
import org.muster.problem.index.ById;
import org.muster.problem.index.ProblemIndex;
import org.muster.registry.handout.ToldDuties;
import org.muster.schedule.Schedule;

/**
 * What a cadre sees of herself.
 *
 * @param name of the cadre; the identifier where none is known
 * @param unit name of her work unit
 * @param timeZone of all local times
 * @param duties in time; empty for one who stays at home
 * @param ended when the schedule was found; null while it is still being searched for
 * @param changed when somebody last changed the schedule by hand; null where nobody did
 * @param standing whether these are the duties that were published; null for a plan that came by itself
 */
public record DutyCardView(
        String name,
        String unit,
        String timeZone,
        List<CardDutyView> duties,
        @Nullable Instant ended,
        @Nullable Instant changed,
        ToldDuties.@Nullable Standing standing) {

    /**
     * One duty.
     *
     * @param date on which it starts
     * @param start local, inclusive, set-up time included
     * @param end local, exclusive
     * @param travelMinutes one way, estimated
     * @param standing whether it is a duty that was published; null for a plan that came by itself
     */
    public record CardDutyView(
            LocalDate date,
            LocalDateTime start,
            LocalDateTime end,
            String site,
            String subdistrict,
            String community,
            LocationView location,
            String post,
            int travelMinutes,
            ToldDuties.@Nullable Standing standing) {}

    /** WGS 84. */
    public record LocationView(double lat, double lon) {}

    /** Numbers of the demands that a cadre serves on. */
    static IntStream demandsOf(ProblemIndex index, Schedule schedule, int cadre) {
        var id = index.cadre(cadre).id();
        return schedule.assignments().stream()
                .filter(assignment -> assignment.cadre().equals(id))
                .mapToInt(assignment -> index.findDemand(assignment.demand()).orElseThrow())
                .distinct();
    }

    static DutyCardView of(
            Plan plan, ProblemIndex index, Schedule schedule, int cadre, Optional<ToldDuties.Told> told) {
        var problem = index.problem();
        var zone = problem.timeZone();
        return new DutyCardView(
                DisplayName.of(index.cadre(cadre)),
                DisplayName.of(problem.units().get(index.unitOf(cadre))),
                idOf(zone),
                demandsOf(index, schedule, cadre)
                        .mapToObj(demand -> duty(index, cadre, demand, told))
                        .sorted(Comparator.comparing(CardDutyView::start).thenComparing(CardDutyView::end))
                        .toList(),
                plan.ended(),
                plan.changed(),
                told.map(ToldDuties.Told::standing).orElse(null));
    }

    private static String idOf(ZoneId zone) {
        return zone.getId();
    }

    private static CardDutyView duty(ProblemIndex index, int cadre, int demand, Optional<ToldDuties.Told> told) {
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
                new LocationView(site.location().lat(), site.location().lon()),
                DisplayName.of(post),
                index.travel(cadre, index.siteOf(demand)),
                told.map(each -> each.ofDemand().get(index.demand(demand).id())).orElse(null));
    }
}
