package org.muster.registry.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.explaining.SolvedPlan;
import org.muster.formats.json.requests.ContinuationRequest;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Identifier;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.problem.StandingAssignment;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.solving.Plans;
import org.muster.solving.QueueFullException;
import org.muster.solving.StoredProblems;
import org.muster.solving.SubmittedPlan;

/** Solves plans again around what is pinned in their schedules. */
@ApplicationScoped
public class Continuations {

    /** The pointer of faults that no single field of the request causes. */
    private static final String WHOLE_REQUEST = "";

    private final LockedPlans locked;
    private final PlanStore plans;
    private final Plans queue;
    private final StoredProblems problems;
    private final AuditTrail audit;
    private final Limits limits;

    Continuations(
            LockedPlans locked,
            PlanStore plans,
            Plans queue,
            StoredProblems problems,
            AuditTrail audit,
            Limits limits) {
        this.locked = locked;
        this.plans = plans;
        this.queue = queue;
        this.problems = problems;
        this.audit = audit;
        this.limits = limits;
    }

    /**
     * Submits a plan of the same problem in which exactly those assignments are pinned that are pinned in the schedule
     * of the plan, from which the search starts.
     *
     * @param solved the plan as it was a moment ago
     * @throws InvalidInputException when the pins break rules among themselves, or the options make no sense
     * @throws QueueFullException when too many plans wait
     */
    @Transactional
    public Plan add(UUID id, ContinuationRequest request, SolvedPlan solved) {
        var lock = locked.lock(id);
        var plan = lock.plan();
        var current = locked.current(plan, solved);
        var schedule = current.best().schedule();
        var problem = current.index().problem();
        var continued =
                problem.toBuilder().assignments(standing(problem, schedule)).build();
        requireSoundPins(continued);
        var name = request.name();
        var added = queue.submit(new SubmittedPlan(
                name == null ? plan.name() : name,
                options(plan, request),
                plan.origin(),
                problems.write(continued),
                plans.findSections(id),
                schedule));
        var district = lock.district();
        if (district != null) {
            audit.note(
                    district.id(),
                    district.changes(),
                    Action.PLANNED,
                    "plans",
                    added.id().toString());
        }
        return added;
    }

    private record Place(String demand, String cadre) {}

    /** The assignments of the problem, as published as before and pinned as the schedule says; new pins come last. */
    private static List<StandingAssignment> standing(Problem problem, Schedule schedule) {
        var pinned = new LinkedHashSet<Place>();
        schedule.assignments().stream()
                .filter(Assignment::pinned)
                .forEach(each -> pinned.add(new Place(each.demand(), each.cadre())));
        var standing = new ArrayList<StandingAssignment>();
        for (var before : problem.assignments()) {
            boolean isPinned = pinned.remove(new Place(before.demand(), before.cadre()));
            standing.add(before.withPinned(isPinned));
        }
        pinned.forEach(place -> standing.add(new StandingAssignment(place.demand(), place.cadre(), true, false)));
        return standing;
    }

    private void requireSoundPins(Problem problem) {
        var faults = new FaultList(limits);
        PinnedAssignments.faultsOf(problem)
                .forEach(fault -> faults.add(() -> WHOLE_REQUEST, fault.code(), fault.params()));
        if (faults.count() > 0) {
            throw faults.asException();
        }
    }

    private static SolveOptions options(Plan plan, ContinuationRequest request) {
        var id = plan.id().toString();
        var options = request.options() == null ? plan.options().withFrom(null) : request.options();
        var from = options.from();
        if (from != null && !from.equals(id)) {
            throw InvalidInputException.of(
                    "/options/from", FaultCode.NOT_ALLOWED, Map.of("value", Identifier.shown(from), "allowed", id));
        }
        return options.withFrom(id);
    }
}
