package org.muster.registry.handout;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.district.history.PublishedDuty;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.publications.PublicationStore;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.persistence.publications.WithdrawnDuty;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Window;
import org.muster.problem.index.ById;

/** How the duties of a cadre in a plan compare with what was published, for the calendar of the plan. */
@ApplicationScoped
public class ToldDuties {

    private final PublicationStore publications;
    private final PublishedDutyStore duties;

    ToldDuties(PublicationStore publications, PublishedDutyStore duties) {
        this.publications = publications;
        this.duties = duties;
    }

    /**
     * What was told.
     *
     * @param published when the plan last was; null where it never was
     * @param over demands of the cadre's duties in the plan that were published, but withdrawn or replaced since
     * @param withdrawn the cadre's withdrawn duties in the rounds of the plan
     */
    public record Told(@Nullable Instant published, Set<String> over, List<WithdrawnDuty> withdrawn) {}

    /**
     * What the duties of a cadre in a plan are.
     *
     * @param demands those of the cadre's duties in the plan
     * @return empty for a plan that came by itself, and is published nowhere
     */
    public Optional<Told> find(Plan plan, Problem problem, String cadre, Collection<String> demands) {
        var origin = plan.origin();
        if (origin == null) {
            return Optional.empty();
        }
        var rounds = problem.rounds().stream().collect(toMap(Round::id, Round::date));
        var published = publications.publishedAt(plan.id()).orElse(null);
        var over = published == null
                ? Set.<String>of()
                : over(
                        problem,
                        demands,
                        new Look(
                                rounds,
                                publications.standingRoundsOf(origin.district(), plan.id()),
                                told(origin.district(), cadre, rounds)));
        return Optional.of(new Told(published, over, duties.withdrawnOf(origin.district(), cadre, rounds)));
    }

    /**
     * What is known when one calendar is looked at.
     *
     * @param rounds the dates of the plan's rounds
     * @param standing the dates of the rounds for which its publication is in force
     * @param told the published duties of the cadre, by demand
     */
    private record Look(
            Map<String, LocalDate> rounds, Map<String, LocalDate> standing, Map<String, PublishedDuty> told) {

        /** Whether the publication of the plan is in force for a round, on its date. */
        boolean stands(String round) {
            var date = standing.get(round);
            return date != null && date.equals(rounds.get(round));
        }
    }

    /** The duties of the rounds that the cadre was told of. A round on another date is another round. */
    private Map<String, PublishedDuty> told(String district, String cadre, Map<String, LocalDate> rounds) {
        return duties.dutiesOf(district, cadre).stream()
                .filter(duty -> duty.date().equals(rounds.get(duty.round())))
                .collect(toMap(PublishedDuty::demand, duty -> duty, (one, other) -> one));
    }

    private static Set<String> over(Problem problem, Collection<String> wanted, Look look) {
        var demands = ById.of(problem.demands(), Demand::id);
        var windows = ById.of(problem.windows(), Window::id);
        return wanted.stream()
                .map(id -> ById.get(demands, id))
                .filter(demand -> {
                    var window = ById.get(windows, demand.window());
                    return !isTold(look.told().get(demand.id()), demand, window) && !look.stands(window.round());
                })
                .map(Demand::id)
                .collect(toSet());
    }

    /** Whether exactly this duty is published to the cadre, by whichever plan. */
    private static boolean isTold(@Nullable PublishedDuty duty, Demand demand, Window window) {
        return duty != null
                && duty.round().equals(window.round())
                && duty.site().equals(demand.site())
                && duty.start().equals(window.start())
                && duty.end().equals(window.end());
    }
}
