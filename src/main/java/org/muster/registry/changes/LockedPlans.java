package org.muster.registry.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.explaining.SolvedPlan;
import org.muster.persistence.changes.HandChangeStore;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.index.ProblemIndex;
import org.muster.registry.RegistryException.NoSchedule;
import org.muster.registry.RegistryException.UnknownPlan;

/** Plans that are locked while they are changed, and their districts. */
@ApplicationScoped
class LockedPlans {

    private final PlanStore plans;
    private final HandChangeStore store;
    private final DistrictStore districts;

    LockedPlans(PlanStore plans, HandChangeStore store, DistrictStore districts) {
        this.plans = plans;
        this.store = store;
        this.districts = districts;
    }

    /**
     * A plan that is locked.
     *
     * @param district locked for a change; null for a plan that came by itself
     */
    record Locked(Plan plan, @Nullable StoredDistrict district) {}

    /**
     * Locks a plan until the transaction ends: its district first, in the same order as everywhere else.
     *
     * @throws UnknownPlan when there is none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Locked lock(UUID id) {
        var origin =
                plans.find(id).orElseThrow(() -> new UnknownPlan(id.toString())).origin();
        var district = origin == null
                ? null
                : districts.lockForChange(origin.district()).orElse(null);
        return new Locked(store.lock(id).orElseThrow(() -> new UnknownPlan(id.toString())), district);
    }

    /**
     * The plan with its current problem and schedule.
     *
     * @param solved used where it is still current: reading takes a second for the largest districts
     * @throws NoSchedule when there is no schedule yet
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SolvedPlan current(Plan plan, SolvedPlan solved) {
        if (solved.version() == plan.version()) {
            return solved;
        }
        var best = plans.findBest(plan.id()).orElseThrow(() -> new NoSchedule(plan.id()));
        var problem = plans.findProblem(plan.id()).orElseThrow(() -> new NoSchedule(plan.id()));
        return new SolvedPlan(plan.version(), ProblemIndex.of(problem.read()), best);
    }
}
