package org.muster.registry.handout;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.district.history.PublishedDuty;
import org.muster.persistence.districts.RoundNews;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.publications.PublicationStore;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.persistence.publications.WithdrawnDuty;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Window;
import org.muster.problem.index.ById;

/**
 * How the duties of a cadre in a plan compare with what was published. Only rounds count in which the cadre has a duty,
 * or has a published one: changes for other cadres do not matter.
 */
@ApplicationScoped
public class ToldDuties {

    private final PublicationStore publications;
    private final PublishedDutyStore duties;

    ToldDuties(PublicationStore publications, PublishedDutyStore duties) {
        this.publications = publications;
        this.duties = duties;
    }

    /** How a schedule compares with what was published. */
    public enum Standing {
        /** It is not published yet. */
        DRAFT,
        /** It is published, and the duties are unchanged. */
        PUBLISHED,
        /** It was published, but the duties of this cadre were changed since, or some of them withdrawn. */
        CHANGED,
        /** It was published and withdrawn; nothing took its place. */
        WITHDRAWN,
        /** Another plan was published in its place. */
        REPLACED
    }

    /**
     * What was told.
     *
     * @param standing of all duties of the cadre together
     * @param ofDemand of each duty of the cadre in the plan, by its demand
     * @param published when they last were; null where they never were
     * @param withdrawn the cadre's withdrawn duties in the rounds of the plan
     */
    public record Told(
            Standing standing,
            Map<String, Standing> ofDemand,
            @Nullable Instant published,
            List<WithdrawnDuty> withdrawn) {

        /** Whether a duty of the cadre in the plan was published, but withdrawn or replaced since. */
        public boolean isOver(String demand) {
            var one = ofDemand.get(demand);
            return published != null && (one == Standing.WITHDRAWN || one == Standing.REPLACED);
        }
    }

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
        var look = new Look(
                plan,
                problem,
                published != null,
                publications.newsOf(origin.district(), rounds),
                told(origin.district(), cadre, rounds));
        var ofDemand = new HashMap<String, Standing>();
        demands.forEach(demand -> ofDemand.put(demand, look.standingOf(demand)));
        return Optional.of(new Told(
                look.together(ofDemand), ofDemand, published, duties.withdrawnOf(origin.district(), cadre, rounds)));
    }

    /** The duties of the rounds that the cadre was told of. A round on another date is another round. */
    private Map<String, PublishedDuty> told(String district, String cadre, Map<String, LocalDate> rounds) {
        return duties.dutiesOf(district, cadre).stream()
                .filter(duty -> duty.date().equals(rounds.get(duty.round())))
                .collect(toMap(PublishedDuty::demand, duty -> duty, (one, other) -> one));
    }

    /** What is known when one card is looked at. */
    private static final class Look {
        private final Plan plan;
        private final boolean wasPublished;
        private final Map<String, RoundNews> news;
        private final Map<String, PublishedDuty> told;
        private final Map<String, Demand> demands;
        private final Map<String, Window> windows;

        Look(
                Plan plan,
                Problem problem,
                boolean wasPublished,
                Map<String, RoundNews> news,
                Map<String, PublishedDuty> told) {
            this.plan = plan;
            this.wasPublished = wasPublished;
            this.news = news;
            this.told = told;
            demands = ById.of(problem.demands(), Demand::id);
            windows = ById.of(problem.windows(), Window::id);
        }

        Standing standingOf(String id) {
            var demand = ById.get(demands, id);
            var window = ById.get(windows, demand.window());
            return isTold(demand, window) && wasPublished ? Standing.PUBLISHED : otherwise(window.round());
        }

        /** Whether exactly this duty is published to the cadre, by whichever plan. */
        private boolean isTold(Demand demand, Window window) {
            var duty = told.get(demand.id());
            return duty != null
                    && duty.round().equals(window.round())
                    && duty.site().equals(demand.site())
                    && duty.start().equals(window.start())
                    && duty.end().equals(window.end());
        }

        /**
         * The standing of a duty whose published version differs from the plan, or that only the plan or the
         * publication has.
         */
        private Standing otherwise(String round) {
            var last = news.get(round);
            if (!wasPublished) {
                boolean isOvertaken =
                        last != null && last.isStanding() && last.published().isAfter(plan.created());
                return isOvertaken ? Standing.REPLACED : Standing.DRAFT;
            }
            if (last != null && last.isStanding() && last.plan().equals(plan.id())) {
                return Standing.CHANGED;
            }
            return last != null && !last.isStanding() && last.isWithdrawn() ? Standing.WITHDRAWN : Standing.REPLACED;
        }

        Standing together(Map<String, Standing> ofDemand) {
            var all = new HashSet<>(ofDemand.values());
            told.values().stream()
                    .filter(duty -> ofDemand.get(duty.demand()) == null)
                    .forEach(duty -> all.add(otherwise(duty.round())));
            if (all.isEmpty()) {
                return ofNobody();
            }
            if (all.contains(Standing.REPLACED)) {
                return Standing.REPLACED;
            }
            return all.size() == 1 ? all.iterator().next() : Standing.CHANGED;
        }

        /** The standing of a plan for a cadre who has no duty in it, and no published one. */
        private Standing ofNobody() {
            var ofRounds = new HashSet<Standing>();
            demands.values().stream()
                    .map(demand -> ById.get(windows, demand.window()).round())
                    .distinct()
                    .forEach(round -> ofRounds.add(otherwise(round)));
            if (!wasPublished) {
                return ofRounds.equals(Set.of(Standing.REPLACED)) ? Standing.REPLACED : Standing.DRAFT;
            }
            return ofRounds.equals(Set.of(Standing.WITHDRAWN)) ? Standing.WITHDRAWN : Standing.PUBLISHED;
        }
    }
}
