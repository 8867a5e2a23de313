package org.muster.registry.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictData;
import org.muster.district.DistrictList;
import org.muster.district.requests.PlanRequest;
import org.muster.district.rounds.RoundProblem;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanOrigin;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Identifier;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.RegistryException.UnknownPlan;
import org.muster.registry.lists.Snapshots;
import org.muster.schedule.Schedule;
import org.muster.solving.Plans;
import org.muster.solving.QueueFullException;
import org.muster.solving.StoredProblems;
import org.muster.solving.SubmittedPlan;

/** Plans rounds from what is stored. */
@ApplicationScoped
public class RoundPlans {

    private final DistrictStore districts;
    private final Snapshots snapshots;
    private final Histories histories;
    private final PlanStore plans;
    private final Plans queue;
    private final StoredProblems problems;
    private final AuditTrail audit;
    private final Limits limits;

    RoundPlans(
            DistrictStore districts,
            Snapshots snapshots,
            Histories histories,
            PlanStore plans,
            Plans queue,
            StoredProblems problems,
            AuditTrail audit,
            Limits limits) {
        this.districts = districts;
        this.snapshots = snapshots;
        this.histories = histories;
        this.plans = plans;
        this.queue = queue;
        this.problems = problems;
        this.audit = audit;
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
    public Plan plan(String district, Set<String> rounds, PlanRequest request) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var data = snapshots.take(district);
        var problem = problem(data, rounds, request);
        var json = new ProblemWriter().gzipped(problem);
        // The generated problem must pass the same validation as one that is sent.
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
                district, change.changes(), Action.PLANNED, "plans", plan.id().toString());
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
        var fairnessFrom = request.fairnessFrom() != null
                ? request.fairnessFrom()
                : start.toLocalDate().minusDays(district.fairnessDays());
        var history = histories.of(data, windows, fairnessFrom, RoundProblem.datesOf(data, rounds));
        var weights = request.weights() != null ? request.weights() : district.weights();
        return new RoundProblem(data, rounds, history, weights).make();
    }

    private Plan plan(String district, UUID id) {
        return plans.find(id)
                .filter(plan ->
                        plan.origin() != null && plan.origin().district().equals(district))
                .orElseThrow(() -> new UnknownPlan(id.toString()));
    }
}
