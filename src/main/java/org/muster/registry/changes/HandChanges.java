package org.muster.registry.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.explanation.ChangeEffect;
import org.muster.evaluation.explanation.ChangedSchedule;
import org.muster.evaluation.explanation.HandChange;
import org.muster.evaluation.explanation.HandChange.Op;
import org.muster.evaluation.referee.Referee;
import org.muster.explaining.SolvedPlan;
import org.muster.formats.json.requests.ChangeRequest;
import org.muster.persistence.changes.HandChangeStore;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.Plan;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.registry.Caller;
import org.muster.registry.RegistryException.BreaksRules;
import org.muster.registry.RegistryException.ChangedInWhole;
import org.muster.registry.RegistryException.NotAtItsEnd;
import org.muster.registry.RegistryException.StalePlan;
import org.muster.schedule.Score;

/** Changes schedules by hand. */
@ApplicationScoped
public class HandChanges {

    private static final Logger LOG = Logger.getLogger(HandChanges.class);

    private final LockedPlans plans;
    private final HandChangeStore store;
    private final AuditTrail audit;
    private final Caller caller;
    private final Limits limits;

    HandChanges(LockedPlans plans, HandChangeStore store, AuditTrail audit, Caller caller, Limits limits) {
        this.plans = plans;
        this.store = store;
        this.audit = audit;
        this.caller = caller;
        this.limits = limits;
    }

    /** The plan after the changes, and what they did. */
    public record Saved(Plan plan, ChangeEffect effect) {}

    /**
     * Changes the schedule of a plan that is at its end. The referee counts what comes out.
     *
     * @param version the one that the caller has seen; empty for any version
     * @param solved the plan as it was a moment ago
     * @throws InvalidInputException when changes are impossible
     * @throws StalePlan when the plan has another version
     * @throws BreaksRules when they break rules, and the caller did not say that they may
     * @throws NotAtItsEnd when it is still being solved
     * @throws ChangedInWhole when it is a part of another plan
     */
    @Transactional
    public Saved save(UUID id, OptionalLong version, ChangeRequest request, SolvedPlan solved) {
        var locked = plans.lock(id);
        var plan = locked.plan();
        requireChangeable(plan);
        if (version.isPresent() && version.getAsLong() != plan.version()) {
            throw new StalePlan(plan, store.since(plan, version.getAsLong()).orElse(null));
        }
        var current = plans.current(plan, solved);
        var changed = ChangedSchedule.of(current.index(), current.best().schedule(), request.changes(), limits);
        var schedule = changed.schedule();
        var best = new BestSchedule(schedule, Referee.evaluate(current.index().problem(), schedule));
        var effect = ChangeEffect.between(current.best().evaluation(), best.evaluation());
        if (!effect.broken().isEmpty() && !request.override()) {
            throw new BreaksRules(effect.broken());
        }
        var saved = save(plan, best, request.changes());
        var district = locked.district();
        if (district != null) {
            audit.note(
                    district.id(),
                    district.changes(),
                    Action.CHANGED,
                    "plans",
                    id.toString(),
                    fields(request.changes(), effect));
        }
        return new Saved(saved, effect);
    }

    private static void requireChangeable(Plan plan) {
        var partOf = plan.partOf();
        if (partOf != null) {
            throw new ChangedInWhole(plan.id(), partOf.whole());
        }
        if (!plan.status().isFinal()) {
            throw new NotAtItsEnd(plan.id());
        }
    }

    private Plan save(Plan plan, BestSchedule best, List<HandChange> changes) {
        var score = best.evaluation().score();
        var bound = plan.bound();
        if (bound != null && bound.isBeatenBy(score)) {
            LOG.errorf("Plan %s: the bound %s is beaten by a schedule of %s, made by hand.", plan.id(), bound, score);
            bound = null;
        }
        boolean isProven = bound != null && bound.isReachedBy(score);
        return store.save(plan.id(), best, outcomeOf(plan, score, isProven), bound, changes, caller.name());
    }

    /** That no schedule keeps every rule stays proven, whatever becomes of this one. */
    private static @Nullable Outcome outcomeOf(Plan plan, Score score, boolean isProven) {
        if (!score.isFeasible()) {
            return plan.outcome() == Outcome.INFEASIBLE ? Outcome.INFEASIBLE : null;
        }
        return isProven ? Outcome.OPTIMAL : Outcome.FEASIBLE;
    }

    /** What the trail says of it: never who serves where. */
    private static List<String> fields(List<HandChange> changes, ChangeEffect effect) {
        var fields = new ArrayList<String>();
        if (changes.stream().anyMatch(change -> change.op() == Op.ASSIGN || change.op() == Op.UNASSIGN)) {
            fields.add("assignments");
        }
        if (changes.stream().anyMatch(change -> change.op() == Op.PIN || change.op() == Op.UNPIN)) {
            fields.add("pinned");
        }
        if (!effect.broken().isEmpty()) {
            fields.add("override");
        }
        return fields;
    }
}
