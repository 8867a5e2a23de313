package org.muster.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.LinkKeyStore;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanOrigin;
import org.muster.persistence.Publication;
import org.muster.persistence.PublicationStore;
import org.muster.problem.Problem;
import org.muster.problem.Round;

/** Links by which a cadre sees her own duties, and nobody else's. */
@ApplicationScoped
public class DutyLinks {

    private static final int PUBLICATIONS = 1_000;

    private final LinkKeyStore keys;
    private final PublicationStore publications;
    private volatile @Nullable LinkCipher cipher;

    DutyLinks(LinkKeyStore keys, PublicationStore publications) {
        this.keys = keys;
        this.publications = publications;
    }

    /** Whose duties in which plan a link shows. */
    public record Target(UUID plan, String cadre) {}

    /** What a schedule is to those who were told of one. */
    public enum Standing {
        /** Nobody was told of it yet. */
        DRAFT,
        /** It is what people were told. */
        PUBLISHED,
        /** It was published, but the duties of this cadre were changed since. */
        CHANGED,
        /** Another plan was published in its place. */
        REPLACED
    }

    /** The secret part of the link. It stays the same. */
    public String tokenOf(Target target) {
        return cipher().tokenOf(new LinkCipher.Target(target.plan(), target.cadre()));
    }

    /** What a link shows; empty where we never made it. The plan may be gone, and the cadre forgotten. */
    public Optional<Target> read(String token) {
        return cipher().read(token).map(target -> new Target(target.plan(), target.cadre()));
    }

    private LinkCipher cipher() {
        var known = cipher;
        if (known == null) {
            known = new LinkCipher(keys.key());
            cipher = known;
        }
        return known;
    }

    /**
     * What the duties of a cadre in a plan are to those who were told.
     *
     * @param demands those of the cadre's duties in the plan
     * @return empty for a plan that came by itself, and is published nowhere
     */
    public Optional<Standing> standing(Plan plan, Problem problem, String cadre, Set<String> demands) {
        var origin = plan.origin();
        return origin == null ? Optional.empty() : Optional.of(standing(plan, origin, problem, cadre, demands));
    }

    private Standing standing(Plan plan, PlanOrigin origin, Problem problem, String cadre, Set<String> demands) {
        var ofItsRounds = publications.list(origin.district(), PUBLICATIONS).stream()
                .filter(publication -> publication.rounds().stream().anyMatch(origin.rounds()::contains))
                .toList();
        if (ofItsRounds.isEmpty()) {
            return Standing.DRAFT;
        }
        var newest = ofItsRounds.getFirst();
        if (newest.plan().equals(plan.id())) {
            return told(origin, problem, cadre).equals(new HashSet<>(demands)) ? Standing.PUBLISHED : Standing.CHANGED;
        }
        boolean wasPublished = ofItsRounds.stream().map(Publication::plan).anyMatch(plan.id()::equals);
        return wasPublished || newest.published().isAfter(plan.created()) ? Standing.REPLACED : Standing.DRAFT;
    }

    /** Demands of the duties that the cadre was told of. A round on another date is another round. */
    private Set<String> told(PlanOrigin origin, Problem problem, String cadre) {
        var dates = problem.rounds().stream().collect(Collectors.toMap(Round::id, Round::date));
        return publications.dutiesOf(origin.district(), cadre).stream()
                .filter(duty -> duty.date().equals(dates.get(duty.round())))
                .map(duty -> duty.demand())
                .collect(Collectors.toSet());
    }
}
