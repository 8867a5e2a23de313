package org.muster.rest.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Infeasibility;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.RewrittenPlan;
import org.muster.problem.index.ProblemIndex;
import org.muster.solving.process.ProblemMemory;

/**
 * Why plans have no schedule that keeps every rule. That it is so is stored; why follows from the problem, which names
 * people as they are called today, and is found out again where it is asked for.
 */
@ApplicationScoped
class Infeasibilities {
    private static final int KEPT = 50;

    private final PlanStore store;
    private final ProblemMemory memory;
    private final LinkedHashMap<UUID, List<InfeasibilityView>> kept = new LinkedHashMap<>();

    Infeasibilities(PlanStore store, ProblemMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Reasons, each of which suffices; empty where it is not proven that some rule has to be broken. */
    List<InfeasibilityView> of(Plan plan) {
        if (plan.outcome() != Outcome.INFEASIBLE) {
            return List.of();
        }
        if (!plan.parts().isEmpty()) {
            return plan.parts().stream().flatMap(part -> of(part).stream()).toList();
        }
        var known = known(plan.id());
        return known != null ? known : findOut(plan.id());
    }

    private List<InfeasibilityView> findOut(UUID plan) {
        // Of a part, what was proven is proven of the problem that is no harder than what the whole asks of it.
        var problem = store.findRelaxation(plan).or(() -> store.findProblem(plan));
        if (problem.isEmpty()) {
            return List.of();
        }
        try {
            var found = memory.with(
                    () -> Infeasibility.reasons(ProblemIndex.of(problem.get().read()), () -> false).stream()
                            .map(InfeasibilityView::of)
                            .toList());
            keep(plan, found);
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever was erased is named otherwise now. */
    synchronized void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) RewrittenPlan rewritten) {
        kept.remove(rewritten.plan());
    }

    private synchronized @Nullable List<InfeasibilityView> known(UUID plan) {
        return kept.get(plan);
    }

    private synchronized void keep(UUID plan, List<InfeasibilityView> found) {
        kept.put(plan, found);
        if (kept.size() > KEPT) {
            kept.remove(kept.sequencedKeySet().getFirst());
        }
    }
}
