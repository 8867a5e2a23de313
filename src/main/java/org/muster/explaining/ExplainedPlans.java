package org.muster.explaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.changes.ChangedPlan;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.RewrittenPlan;
import org.muster.problem.index.ProblemIndex;
import org.muster.solving.EndedSolve;
import org.muster.solving.process.ProblemMemory;

/** Cache of the plans that were solved or explained last: a planner who asks about a plan usually asks again. */
@ApplicationScoped
public class ExplainedPlans {

    private static final Logger LOG = Logger.getLogger(ExplainedPlans.class);
    /** Each takes the memory of its problem. */
    private static final int KEPT = 2;

    private final PlanStore store;
    private final ProblemMemory memory;
    private final LinkedHashMap<UUID, ExplainedPlan> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    ExplainedPlans(PlanStore store, ProblemMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Prepares a plan that was solved in this process: its planner is likely to ask for explanations next. */
    void prepare(@ObservesAsync EndedSolve ended) {
        try {
            keep(ended.plan(), new ExplainedPlan(ended.index()));
            var plan = store.find(ended.plan());
            if (plan.isPresent()) {
                find(plan.get()).ifPresent(ExplainedPlan::rehearse);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Plan %s: its first explanation will take longer (%s).", ended.plan(), e.toString());
        }
    }

    /** The plan with its best schedule so far, ready to be explained; empty when there is no schedule yet. */
    public Optional<ExplainedPlan> find(Plan plan) throws IOException, InterruptedException {
        var known = known(plan.id());
        if (known != null && known.isAt(plan.version())) {
            return Optional.of(known);
        }
        return memory.with(() -> prepare(plan, known));
    }

    private Optional<ExplainedPlan> prepare(Plan plan, @Nullable ExplainedPlan known) {
        var best = store.findBest(plan.id());
        var problem = store.findProblem(plan.id());
        if (best.isEmpty() || problem.isEmpty()) {
            return Optional.empty();
        }
        var explained =
                known == null ? new ExplainedPlan(ProblemIndex.of(problem.get().read())) : known;
        explained.turnTo(plan.version(), best.get());
        keep(plan.id(), explained);
        return Optional.of(explained);
    }

    /** Follows changes by hand, since a planner usually makes several in a row. */
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangedPlan changed) {
        var known = known(changed.plan());
        if (known != null) {
            known.turnTo(changed.version(), changed.best());
        }
    }

    /**
     * Drops a plan whose people were erased: the cached problem still names them, and the new schedule does not fit it.
     */
    synchronized void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) RewrittenPlan rewritten) {
        kept.remove(rewritten.plan());
    }

    private synchronized @Nullable ExplainedPlan known(UUID plan) {
        return kept.get(plan);
    }

    private synchronized void keep(UUID plan, ExplainedPlan explained) {
        kept.put(plan, explained);
        if (kept.size() > KEPT) {
            kept.remove(kept.sequencedKeySet().getFirst());
        }
    }
}
