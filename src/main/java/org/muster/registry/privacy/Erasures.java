package org.muster.registry.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.muster.district.Anonymous;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.evaluation.referee.Referee;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.persistence.idempotency.IdempotencyStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.problem.Problem;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.registry.Caller;
import org.muster.registry.RegistryException.PlanUnderWay;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.lists.Districts;
import org.muster.registry.lists.Lists;
import org.muster.registry.lists.Snapshots;
import org.muster.solving.StoredProblems;

/**
 * Erases people: one person everywhere on request, and all who served in old rounds and plans after the district's
 * retention. Schedules keep their counts, with a pseudonym in place of the person.
 */
@ApplicationScoped
public class Erasures {

    /** A plan of Haidian takes a second: within an hour a person can be erased from some thousand plans. */
    private static final int LONGEST_SECONDS = 3_600;

    private static final String PSEUDONYM = "erased-";

    private final DistrictStore districts;
    private final Districts reader;
    private final ItemStore items;
    private final Snapshots snapshots;
    private final Lists lists;
    private final PublishedDutyStore duties;
    private final PlanStore plans;
    private final IdempotencyStore answers;
    private final StoredProblems problems;
    private final AuditTrail audit;
    private final Clock clock;

    Erasures(
            DistrictStore districts,
            Districts reader,
            ItemStore items,
            Snapshots snapshots,
            Lists lists,
            PublishedDutyStore duties,
            PlanStore plans,
            IdempotencyStore answers,
            StoredProblems problems,
            AuditTrail audit,
            Clock clock) {
        this.districts = districts;
        this.reader = reader;
        this.items = items;
        this.snapshots = snapshots;
        this.lists = lists;
        this.duties = duties;
        this.plans = plans;
        this.answers = answers;
        this.problems = problems;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param pseudonym the identifier that replaces the cadre
     * @param duties published duties that carry it now
     * @param plans plans that carry it now
     */
    public record Erasure(String pseudonym, int duties, int plans) {}

    /**
     * Erases a cadre from the list, the publications, the plans of the district, and the answers that were kept for a
     * retry.
     *
     * @throws PlanUnderWay when a plan is being solved that could bring the cadre back
     */
    public Erasure erase(String district, String cadre) {
        // The time of a transaction that the caller has begun cannot be changed here.
        return QuarkusTransaction.joiningExisting()
                .timeout(LONGEST_SECONDS)
                .call(() -> eraseEverywhere(district, cadre));
    }

    private Erasure eraseEverywhere(String district, String cadre) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var pseudonym = newPseudonym();
        boolean isListed = items.find(district, DistrictList.CADRES, cadre).isPresent();
        if (isListed) {
            items.delete(district, DistrictList.CADRES, List.of(cadre), change.changes());
        }
        int erased = duties.erase(district, cadre, pseudonym);
        int inPlans = 0;
        for (var plan : plans.ofDistrict(district)) {
            if (erase(plan, cadre, pseudonym)) {
                inPlans++;
            }
        }
        if (!isListed && erased + inPlans == 0) {
            throw new UnknownItem(DistrictList.CADRES, cadre);
        }
        answers.deleteMentioning(cadre);
        // The audit trail keeps the identifier, which no longer refers to a person; it must not name the pseudonym
        // beside it.
        audit.note(district, change.changes(), Action.FORGOTTEN, DistrictList.CADRES.field(), cadre);
        return new Erasure(pseudonym, erased, inPlans);
    }

    /**
     * Erases who served in rounds and plans that are older than the district's retention. Cadres stay in the list,
     * except those whose last service day is as long ago. It is done in the name of the service.
     *
     * @return how many people were given a pseudonym
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public int deleteExpired(String district) {
        return Caller.as(Caller.SERVICE, () -> eraseExpired(district));
    }

    private int eraseExpired(String district) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var settings = reader.read(change);
        var period = settings.retentionDays();
        if (period == null) {
            return 0;
        }
        var now = clock.instant();
        var before = LocalDate.ofInstant(now, settings.timeZone()).minusDays(period);
        int erased = eraseDuties(change, before);
        for (var plan : plans.ofDistrict(district)) {
            var ended = plan.ended();
            if (ended != null && ended.isBefore(now.minus(Duration.ofDays(period)))) {
                erased += eraseAll(plan);
            }
        }
        erased += dismiss(change, before);
        if (erased > 0) {
            audit.note(district, change.changes(), Action.FORGOTTEN, List.of());
        }
        return erased;
    }

    /** The rounds that cannot be told from the duties any longer are added to those that the list says. */
    private int eraseDuties(StoredDistrict change, LocalDate before) {
        // A cadre who was taken off a duty may have served in no other.
        duties.deleteWithdrawnBefore(change.id(), before);
        var rounds = duties.roundsBefore(change.id(), before);
        rounds.keySet().removeIf(Erasures::isPseudonym);
        if (rounds.isEmpty()) {
            return 0;
        }
        var listed = items.all(change.id(), DistrictList.CADRES);
        listed.keySet().retainAll(rounds.keySet());
        var remembered = snapshots.read(DistrictList.CADRES, listed.values()).stream()
                .map(item -> (StoredCadre) item.value())
                .map(stored -> stored.withRoundsServed(Math.min(
                        Limits.ROUNDS,
                        stored.cadre().roundsServed()
                                + rounds.getOrDefault(stored.cadre().id(), 0))))
                .map(Item::of)
                .toList();
        lists.change(change, remembered, listed);
        var pseudonyms = new HashMap<String, String>();
        rounds.keySet().forEach(cadre -> pseudonyms.put(cadre, newPseudonym()));
        duties.deleteBefore(change.id(), before, pseudonyms);
        return pseudonyms.size();
    }

    private int dismiss(StoredDistrict change, LocalDate before) {
        var gone = items.cadresServingUntil(change.id(), before);
        if (!gone.isEmpty()) {
            items.delete(change.id(), DistrictList.CADRES, gone, change.changes());
            for (var cadre : gone) {
                audit.note(change.id(), change.changes(), Action.FORGOTTEN, DistrictList.CADRES.field(), cadre);
            }
        }
        return gone.size();
    }

    private int eraseAll(Plan plan) {
        var problem = problemOf(plan);
        var pseudonyms = new HashMap<String, String>();
        for (var cadre : problem.cadres()) {
            if (!isPseudonym(cadre.id())) {
                pseudonyms.put(cadre.id(), newPseudonym());
            }
        }
        if (!pseudonyms.isEmpty()) {
            rewrite(plan, problem, pseudonyms);
        }
        return pseudonyms.size();
    }

    private boolean erase(Plan plan, String cadre, String pseudonym) {
        var problem = problemOf(plan);
        if (problem.cadres().stream().noneMatch(each -> each.id().equals(cadre))) {
            return false;
        }
        if (!plan.status().isFinal()) {
            throw new PlanUnderWay(plan.id());
        }
        rewrite(plan, problem, Map.of(cadre, pseudonym));
        return true;
    }

    private Problem problemOf(Plan plan) {
        return problems.read(plans.findProblem(plan.id()).orElseThrow());
    }

    /** The rules and goals are counted anew: without their restrictions and on another way to work they come to something else. */
    private void rewrite(Plan plan, Problem problem, Map<String, String> pseudonyms) {
        var anonymous = Anonymous.without(problem, pseudonyms);
        var best = plans.findBest(plan.id())
                .map(found -> found.schedule().renamed(pseudonyms))
                .map(schedule -> new BestSchedule(schedule, Referee.evaluate(anonymous, schedule)));
        plans.rewrite(plan.id(), new ProblemWriter().gzipped(anonymous), best.orElse(null));
    }

    private static String newPseudonym() {
        return PSEUDONYM + UUID.randomUUID();
    }

    private static boolean isPseudonym(String cadre) {
        return cadre.startsWith(PSEUDONYM);
    }
}
