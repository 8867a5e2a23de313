package org.muster.registry;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictData;
import org.muster.district.DistrictList;
import org.muster.district.PlanRequest;
import org.muster.district.PublishedDuty;
import org.muster.district.RoundProblem;
import org.muster.formats.json.ProblemWriter;
import org.muster.persistence.AuditEntry.Action;
import org.muster.persistence.BestSchedule;
import org.muster.persistence.DistrictStore;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanOrigin;
import org.muster.persistence.PlanStore;
import org.muster.persistence.Publication;
import org.muster.persistence.PublicationStore;
import org.muster.problem.ById;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.DutyRules;
import org.muster.problem.FaultCode;
import org.muster.problem.FaultList;
import org.muster.problem.Identifier;
import org.muster.problem.InvalidInputException;
import org.muster.problem.Limits;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.SolveOptions;
import org.muster.problem.Window;
import org.muster.registry.RegistryException.Clashing;
import org.muster.registry.RegistryException.NotPublishable;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.RegistryException.UnknownPlan;
import org.muster.schedule.Schedule;
import org.muster.solving.Plans;
import org.muster.solving.QueueFullException;
import org.muster.solving.StoredProblems;
import org.muster.solving.SubmittedPlan;

/** Plans rounds from what is stored, and publishes what came out. */
@ApplicationScoped
public class RoundPlans {

    private final DistrictStore districts;
    private final Snapshots snapshots;
    private final PublicationStore publications;
    private final PlanStore plans;
    private final Plans queue;
    private final StoredProblems problems;
    private final AuditTrail audit;
    private final Clock clock;
    private final Limits limits;

    RoundPlans(
            DistrictStore districts,
            Snapshots snapshots,
            PublicationStore publications,
            PlanStore plans,
            Plans queue,
            StoredProblems problems,
            AuditTrail audit,
            Clock clock,
            Limits limits) {
        this.districts = districts;
        this.snapshots = snapshots;
        this.publications = publications;
        this.plans = plans;
        this.queue = queue;
        this.problems = problems;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Makes the problem of some rounds and submits it. The plan keeps the problem, so that it can be computed again
     * whatever becomes of the lists.
     *
     * @param rounds identifiers of the rounds
     * @throws InvalidInputException when the rounds have no windows, or the problem has faults
     * @throws QueueFullException when too many plans wait
     */
    @Transactional
    public Plan plan(String district, Set<String> rounds, PlanRequest request, String actor) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var data = snapshots.take(district);
        var problem = problem(data, rounds, request);
        var json = new ProblemWriter().gzipped(problem);
        // What is made must stand up to all that is asked of a problem that is sent.
        problems.read(json);
        var ordered = problem.rounds().stream().map(Round::id).toList();
        var plan = queue.submit(new SubmittedPlan(
                request.name(),
                request.options(),
                new PlanOrigin(district, ordered),
                json,
                List.of(),
                startOf(district, request.options())));
        audit.note(
                district,
                change.changes(),
                actor,
                Action.PLANNED,
                "plans",
                plan.id().toString());
        return plan;
    }

    /** The schedule of an earlier plan of the district; null where none is asked for. */
    private @Nullable Schedule startOf(String district, SolveOptions options) {
        var from = options.from();
        if (from == null) {
            return null;
        }
        try {
            return plans.findBest(plan(district, UUID.fromString(from)).id())
                    .map(BestSchedule::schedule)
                    .orElseThrow(() -> new UnknownPlan(from));
        } catch (IllegalArgumentException | UnknownPlan e) {
            throw InvalidInputException.of(
                    "/options/from",
                    FaultCode.UNKNOWN_REFERENCE,
                    Map.of("id", Identifier.shown(from), "list", "plans"));
        }
    }

    private Problem problem(DistrictData data, Set<String> rounds, PlanRequest request) {
        var district = data.district();
        var known = data.rounds().stream().map(Round::id).collect(Collectors.toSet());
        for (var round : rounds) {
            if (!known.contains(round)) {
                throw new UnknownItem(DistrictList.ROUNDS, round);
            }
        }
        var windows = RoundProblem.windowsOf(data, rounds);
        var faults = new FaultList(limits);
        for (var round : rounds) {
            if (windows.stream().noneMatch(window -> window.round().equals(round))) {
                faults.add(() -> "/rounds", FaultCode.MISSING_WINDOWS, Map.of("round", round));
            }
        }
        if (faults.count() > 0) {
            throw faults.asException();
        }
        var start = RoundProblem.startOf(windows);
        var end = RoundProblem.endOf(windows);
        var fairnessFrom = request.fairnessFrom() != null
                ? request.fairnessFrom()
                : start.toLocalDate().minusDays(district.fairnessDays());
        var served = publications.served(district.id(), start, fairnessFrom, RoundProblem.datesOf(data, rounds));
        var near = publications.duties(
                district.id(), start.minusDays(RoundProblem.NEAR_DAYS), end.plusDays(RoundProblem.NEAR_DAYS));
        var weights = request.weights() != null ? request.weights() : district.weights();
        return new RoundProblem(data, rounds, served, near, weights).make();
    }

    /**
     * Tells people of a schedule: from now on it is what stands for its rounds.
     *
     * @throws UnknownPlan when the district has no such plan
     * @throws NotPublishable when it has no schedule that keeps every rule, or is not at its end
     */
    @Transactional
    public Publication publish(String district, UUID planId, String actor) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var plan = plan(district, planId);
        var best = plans.findBest(planId)
                .filter(found ->
                        plan.status().isFinal() && found.evaluation().score().isFeasible())
                .orElseThrow(() -> new NotPublishable(planId));
        var problem = problems.read(plans.findProblem(planId).orElseThrow(() -> new NotPublishable(planId)));
        var duties = duties(problem, best);
        var origin = plan.origin();
        var rounds = origin == null ? List.<String>of() : origin.rounds();
        var publication = new Publication(UUID.randomUUID(), planId, rounds, clock.instant(), actor, duties.size());
        var dates = problem.rounds().stream().collect(Collectors.toMap(Round::id, Round::date));
        requireNoClash(district, problem, duties, dates);
        publications.publish(district, publication, duties, dates);
        audit.note(district, change.changes(), actor, Action.PUBLISHED, "plans", planId.toString());
        return publication;
    }

    /** Nobody can be told to be at two places, or to come again before she has rested. */
    private void requireNoClash(
            String district, Problem problem, List<PublishedDuty> duties, Map<String, LocalDate> dates) {
        if (duties.isEmpty()) {
            return;
        }
        var from = duties.stream()
                .map(PublishedDuty::start)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        var until = duties.stream()
                .map(PublishedDuty::end)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        var standing = publications
                .duties(district, from.minusDays(RoundProblem.NEAR_DAYS), until.plusDays(RoundProblem.NEAR_DAYS))
                .stream()
                .filter(duty -> !duty.date().equals(dates.get(duty.round())))
                .collect(Collectors.groupingBy(PublishedDuty::cadre));
        var rest = restByCadre(problem);
        var clashing = duties.stream()
                .filter(duty -> standing.getOrDefault(duty.cadre(), List.of()).stream()
                        .anyMatch(other -> duty.clashesWith(other, rest.getOrDefault(duty.cadre(), 0))))
                .toList();
        if (!clashing.isEmpty()) {
            throw new Clashing(
                    clashing.size(),
                    clashing.getFirst().cadre(),
                    clashing.getFirst().demand());
        }
    }

    private static Map<String, Integer> restByCadre(Problem problem) {
        var rules = ById.of(problem.dutyRules(), DutyRules::id);
        return problem.cadres().stream()
                .filter(cadre -> cadre.dutyRules() != null)
                .collect(Collectors.toMap(
                        Cadre::id,
                        cadre -> ById.get(rules, requireNonNull(cadre.dutyRules()))
                                .minRest()));
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
            LocalDate date = ById.get(rounds, window.round()).date();
            duties.add(new PublishedDuty(
                    window.round(),
                    date,
                    demand.id(),
                    demand.site(),
                    assignment.cadre(),
                    window.start(),
                    window.end(),
                    problem.minutesOf(window)));
        }
        return duties;
    }
}
