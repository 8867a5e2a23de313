package org.muster.registry.rounds;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.district.history.PublishedDuty;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.publications.Publication;
import org.muster.persistence.publications.Publication.PublishedRound;
import org.muster.persistence.publications.PublicationStore;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Window;
import org.muster.problem.index.ById;
import org.muster.registry.AuditTrail;
import org.muster.registry.Caller;
import org.muster.registry.Objection;
import org.muster.registry.RegistryException.Clashing;
import org.muster.registry.RegistryException.NotPublishable;
import org.muster.registry.RegistryException.Outdated;
import org.muster.registry.RegistryException.PublishedOnOtherDates;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.RegistryException.UnknownPlan;
import org.muster.registry.lists.Snapshots;
import org.muster.solving.StoredProblems;

/** Publishes schedules and withdraws them. */
@ApplicationScoped
public class Publishing {

    private static final String DESPITE_CHANGES = "despiteChanges";

    private final DistrictStore districts;
    private final Snapshots snapshots;
    private final ItemStore items;
    private final PublicationStore publications;
    private final Histories histories;
    private final PlanStore plans;
    private final StoredProblems problems;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    Publishing(
            DistrictStore districts,
            Snapshots snapshots,
            ItemStore items,
            PublicationStore publications,
            Histories histories,
            PlanStore plans,
            StoredProblems problems,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.districts = districts;
        this.snapshots = snapshots;
        this.items = items;
        this.publications = publications;
        this.histories = histories;
        this.plans = plans;
        this.problems = problems;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was withdrawn.
     *
     * @param rounds for which a publication was in force
     * @param duties how many were withdrawn
     */
    public record Withdrawal(List<PublishedRound> rounds, int duties) {}

    /**
     * Publishes a schedule: from now on it is in force for its rounds.
     *
     * @param despiteChanges whether to publish even if the district has changed since the plan was made
     * @throws UnknownPlan when the district has no such plan
     * @throws NotPublishable when it has no schedule that keeps every rule, or is not at its end
     * @throws Clashing when a cadre would have duties at two sites at once
     * @throws Outdated when the current state of the district forbids it, and {@code despiteChanges} is false
     */
    @Transactional
    public Publication publish(String district, UUID planId, boolean despiteChanges) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var plan = plan(district, planId);
        var best = plans.findBest(planId)
                .filter(found ->
                        plan.status().isFinal() && found.evaluation().score().isFeasible())
                .orElseThrow(() -> new NotPublishable(planId));
        var problem = problems.read(plans.findProblem(planId).orElseThrow(() -> new NotPublishable(planId)));
        var duties = duties(problem, best);
        var rounds = problem.rounds().stream().collect(toMap(Round::id, Round::date));
        var objections = objections(district, duties, rounds);
        if (!objections.isEmpty() && !despiteChanges) {
            throw new Outdated(objections);
        }
        var origin = plan.origin();
        var publication = new Publication(
                UUID.randomUUID(),
                planId,
                origin == null ? List.of() : origin.rounds(),
                clock.instant(),
                caller.name(),
                duties.size(),
                inOrder(rounds),
                null);
        publications.publish(district, publication, duties, rounds);
        var meant = objections.isEmpty() ? List.<String>of() : List.of(DESPITE_CHANGES);
        audit.note(district, change.changes(), Action.PUBLISHED, "plans", planId.toString(), meant);
        return publication;
    }

    private List<Objection> objections(String district, List<PublishedDuty> duties, Map<String, LocalDate> rounds) {
        if (duties.isEmpty()) {
            return List.of();
        }
        var data = snapshots.take(district);
        var others = histories.near(data, duties, rounds);
        requireNoClash(duties, others, data.district().timeZone());
        var used = histories.usedUp(
                data.district(), duties.stream().map(PublishedDuty::day).toList(), rounds);
        return new PublicationCheck(data, duties, others, used).objections();
    }

    /** No cadre may have published duties at two places at once. */
    private static void requireNoClash(List<PublishedDuty> duties, List<PublishedDuty> others, ZoneId zone) {
        var standing = others.stream().collect(groupingBy(PublishedDuty::cadre));
        var clashing = duties.stream()
                .filter(duty -> standing.getOrDefault(duty.cadre(), List.of()).stream()
                        .anyMatch(other -> duty.overlaps(other, zone)))
                .toList();
        if (!clashing.isEmpty()) {
            throw new Clashing(
                    clashing.size(),
                    clashing.getFirst().cadre(),
                    clashing.getFirst().demand());
        }
    }

    /**
     * Withdraws the publication of a round: its duties are cancelled, and none of them counts as served.
     *
     * @param date of the round that people were told; null for the one that it has now
     * @return nothing where it was withdrawn before, or where the round was never published
     * @throws UnknownItem when there is no such round, and never was one
     * @throws PublishedOnOtherDates when no date is given, and the round was published only for others
     */
    @Transactional
    public Withdrawal withdraw(String district, String round, @Nullable LocalDate date) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var listed = dateOf(district, round);
        var dates = publications.datesOf(district, round);
        var standing = dates.getOrDefault(true, List.of());
        if (listed == null && dates.isEmpty()) {
            throw new UnknownItem(DistrictList.ROUNDS, round);
        }
        var meant = date != null ? date : listed;
        if (meant != null && standing.contains(meant)) {
            return withdraw(change, Map.of(round, meant), DistrictList.ROUNDS.field(), round);
        }
        boolean wasWithdrawn =
                meant != null && dates.getOrDefault(false, List.of()).contains(meant);
        if (date == null && !wasWithdrawn && !standing.isEmpty()) {
            throw new PublishedOnOtherDates(round, standing);
        }
        return new Withdrawal(List.of(), 0);
    }

    private @Nullable LocalDate dateOf(String district, String round) {
        return items.find(district, DistrictList.ROUNDS, round)
                .map(stored ->
                        snapshots.read(DistrictList.ROUNDS, List.of(stored)).getFirst())
                .map(item -> ((Round) item.value()).date())
                .orElse(null);
    }

    /**
     * Withdraws a plan from all rounds for which its publication is in force.
     *
     * @return nothing where it is in force for none, or no longer
     * @throws UnknownPlan when the district has no such plan
     */
    @Transactional
    public Withdrawal withdraw(String district, UUID plan) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var rounds = publications.standingRoundsOf(district, plan);
        if (rounds.isEmpty()) {
            plan(district, plan);
            return new Withdrawal(List.of(), 0);
        }
        return withdraw(change, rounds, "plans", plan.toString());
    }

    private Withdrawal withdraw(StoredDistrict change, Map<String, LocalDate> rounds, String list, String item) {
        int duties = publications.withdraw(change.id(), rounds, clock.instant());
        audit.note(change.id(), change.changes(), Action.WITHDRAWN, list, item);
        return new Withdrawal(inOrder(rounds), duties);
    }

    private static List<PublishedRound> inOrder(Map<String, LocalDate> rounds) {
        return rounds.entrySet().stream()
                .map(each -> new PublishedRound(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(PublishedRound::date).thenComparing(PublishedRound::round))
                .toList();
    }

    private Plan plan(String district, UUID id) {
        return plans.find(id)
                .filter(plan ->
                        plan.origin() != null && plan.origin().district().equals(district))
                .orElseThrow(() -> new UnknownPlan(id.toString()));
    }

    private static List<PublishedDuty> duties(Problem problem, BestSchedule best) {
        var demands = ById.of(problem.demands(), Demand::id);
        var windows = ById.of(problem.windows(), Window::id);
        var rounds = ById.of(problem.rounds(), Round::id);
        var duties = new ArrayList<PublishedDuty>();
        for (var assignment : best.schedule().assignments()) {
            var demand = ById.get(demands, assignment.demand());
            var window = ById.get(windows, demand.window());
            duties.add(new PublishedDuty(
                    window.round(),
                    ById.get(rounds, window.round()).date(),
                    demand.id(),
                    demand.site(),
                    assignment.cadre(),
                    window.start(),
                    window.end(),
                    problem.minutesOf(window),
                    window.kind()));
        }
        return duties;
    }
}
