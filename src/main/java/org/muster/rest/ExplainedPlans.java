package org.muster.rest;

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
import org.muster.persistence.ChangedPlan;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanStore;
import org.muster.persistence.RewrittenPlan;
import org.muster.problem.ProblemIndex;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.solving.EndedSolve;
import org.muster.solving.StoredProblems;

/** Keeps the plans that were solved or explained last, because whoever asks once asks again. */
@ApplicationScoped
class ExplainedPlans {

    private static final Logger LOG = Logger.getLogger(ExplainedPlans.class);
    /** Each takes the memory of its problem. */
    private static final int KEPT = 2;

    private final PlanStore store;
    private final StoredProblems problems;
    private final RequestBodies memory;
    private final LinkedHashMap<UUID, ExplainedPlan> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    ExplainedPlans(PlanStore store, StoredProblems problems, RequestBodies memory) {
        this.store = store;
        this.problems = problems;
        this.memory = memory;
    }

    /** Gets a plan ready that was solved in this process: whoever waited for it will ask why it is as it is. */
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

    /** The plan with an identifier, ready to be explained; refuses where there is no such plan, or no schedule yet. */
    ExplainedPlan get(String id) throws IOException, InterruptedException {
        return get(store.find(Parameters.plan(id)).orElseThrow(() -> ApiException.noSuchPlan(id)));
    }

    /** The plan, ready to be explained; refuses where there is no schedule yet. */
    ExplainedPlan get(Plan plan) throws IOException, InterruptedException {
        return find(plan)
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.NOT_FOUND, "not-found.schedule", plan.id().toString()));
    }

    /** The plan with its best schedule so far, ready to be explained; empty when there is no schedule yet. */
    Optional<ExplainedPlan> find(Plan plan) throws IOException, InterruptedException {
        var known = known(plan.id());
        if (known != null && known.isAt(plan.version())) {
            return Optional.of(known);
        }
        return memory.withMemory(() -> prepare(plan, known));
    }

    private Optional<ExplainedPlan> prepare(Plan plan, @Nullable ExplainedPlan known) {
        var best = store.findBest(plan.id());
        var problem = store.findProblem(plan.id());
        if (best.isEmpty() || problem.isEmpty()) {
            return Optional.empty();
        }
        var explained = known == null ? new ExplainedPlan(ProblemIndex.of(problems.read(problem.get()))) : known;
        explained.turnTo(plan.version(), best.get());
        keep(plan.id(), explained);
        return Optional.of(explained);
    }

    /** Whoever changes a schedule by hand goes on doing so. */
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangedPlan changed) {
        var known = known(changed.plan());
        if (known != null) {
            known.turnTo(changed.version(), changed.best());
        }
    }

    /** Whoever was erased is erased here too, and the schedule names cadres that the problem at hand does not. */
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
